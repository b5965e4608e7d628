"""docs/vet.md, made of the table of rules: ``python -m tests.support.vet_page`` writes it."""

from __future__ import annotations

from pathlib import Path

from codegen.vet.rules import RULES, Rule

PAGE = Path(__file__).parent.parent.parent / "docs" / "vet.md"
INTRODUCTION = """\
# codegen vet

    codegen vet

looks for queries that PostgreSQL takes and that probably don't do what was meant. It exits with 1
if it finds an error or a warning; notes change nothing.

A rule is set to `off`, `note`, `warning` or `error` in the configuration,

```toml
[tool.codegen.vet]
unordered-limit = "off"
without-where = "error"
```

or for one run: `codegen vet --rule without-where=error`. One query is spared a rule by a comment
line under its annotation, `-- @ignore unordered-limit`; a line that spares nothing is told of.

Rules of your own are Python: a package with an entry point of the group `codegen.rules` that is a
`codegen.vet.rules.Rule`. Its function gets the query as codegen understands it
(`codegen.vet.subject.Subject`) and yields what it finds.

## The rules
"""


def page() -> str:
    """The text that the page should have."""
    return INTRODUCTION + "".join(_section(rule) for rule in RULES)


def _section(rule: Rule) -> str:
    return (
        f"\n### {rule.code} ({rule.severity.value})\n\n{rule.about}\n\n"
        f"```sql\n-- found\n{rule.wrong}\n\n-- fine\n{rule.right}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
