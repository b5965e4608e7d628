"""docs/vet.md, made of the table of rules: ``python -m tests.support.vet_page`` writes it."""

from __future__ import annotations

from pathlib import Path

from codegen.verify.rules import COLUMNS
from codegen.vet.rules import RULES, Rule

PAGE = Path(__file__).parent.parent.parent / "docs" / "vet.md"
#: A rule in SQL, which the page shows and a test runs.
EXAMPLE = Path(__file__).parent.parent / "vet" / "rules" / "one-by-primary-key.sql"
#: What the columns of a rule's relation are.
MEANINGS = {
    "name": "",
    "command": "`one`, `many`, `exec`, …",
    "sql": "the query that runs, with `$1`, `$2`, …",
    "file": "",
    "line": "that of the annotation",
    "cardinality": "`exactly_one`, `at_most_one`, `many` or `none`",
    "parameters": "a list of objects with `name`, `number`, `type`, `nullable`",
    "columns": "a list of objects with `name`, `type`, `nullable`, `table`, `column`, `embed`",
    "reads": "tables, each as `schema.name`; those behind views",
    "writes": "likewise",
    "plan": "the object `Plan` of `EXPLAIN (VERBOSE, FORMAT JSON)`",
}
INTRODUCTION = """\
# codegen vet

    codegen vet

looks for queries that PostgreSQL takes and that probably don't do what was meant. It exits with 1
if it finds an error or a warning; notes change nothing. That a `:one` query may find many rows is
no matter of taste: every command says so (`codegen explain many-rows`).

A rule is set to `off`, `note`, `warning` or `error` in the configuration,

```toml
[tool.codegen.vet]
unordered-limit = "off"
without-where = "error"
```

or for one run: `codegen vet --rule without-where=error`. One query is spared a rule by a comment
line under its annotation, `-- @ignore unordered-limit`; a line that spares nothing is told of.

## Plans

    codegen vet --explain
    codegen vet --dsn postgresql://localhost/shop

have three more rules, which look at how PostgreSQL would execute each query, for parameters of any
value (`EXPLAIN (GENERIC_PLAN)`). No query is executed.

With `--dsn` it is the database as it is, with its own sizes and statistics, asked in a read-only
transaction that is rolled back. With `--explain` it is an embedded PostgreSQL with your schema, and
tables that are empty and of which its planner believes that they are large: a million rows each,
unless you say otherwise. Nothing is known of the values then, and of costs little; whether there
is an index for a condition or an order shows all the same.

```toml
[tool.codegen.vet]
rows = { "*" = 100_000, orders = 20_000_000, countries = 200 }   # for --explain
scan_rows = 10_000   # a table of so many rows should not be read from end to end
sort_rows = 10_000   # so many rows should not be sorted
cost = 50_000        # the limit of PostgreSQL's estimate; there is none by default
```

## Rules of your own, in SQL

A file is a rule, its name the rule's code. It is one SELECT from the relation `queries` that yields
the names of the queries that it finds and, in a second column, what is to be told of each.

```toml
[tool.codegen.vet]
rules = ["rules/*.sql"]
```

```sql
@EXAMPLE@
```

The comment lines at its beginning are what is told where there is no second column. The lines
`level: …` (note, warning or error; warning by default) and `help: …` may be among them. Like any
other rule it can be set in the configuration or for a run, and a query can be spared it.

`queries` has a row for each query:

| column | type | |
|---|---|---|
@COLUMNS@

A rule can also ask the catalogs of the database: that of `--dsn`, or an embedded one that has your
schema.

## Rules of your own, in Python

A package with an entry point of the group `codegen.rules` that is a `codegen.vet.rules.Rule`. Its
function gets the query as codegen understands it (`codegen.vet.subject.Subject`) and yields what it
finds.

## The rules
"""


def page() -> str:
    """The text that the page should have."""
    columns = "\n".join(f"| `{n}` | {type_} | {MEANINGS[n]} |" for n, type_ in COLUMNS.items())
    example = EXAMPLE.read_text(encoding="utf-8").rstrip()
    introduction = INTRODUCTION.replace("@COLUMNS@", columns).replace("@EXAMPLE@", example)
    return introduction + "".join(_section(rule) for rule in RULES)


def _section(rule: Rule) -> str:
    return (
        f"\n### {rule.code} ({rule.severity.value}{', about plans' * rule.planned})\n\n"
        f"{rule.about}\n\n"
        f"```sql\n-- found\n{rule.wrong}\n\n-- fine\n{rule.right}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
