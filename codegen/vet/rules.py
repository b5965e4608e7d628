"""The table of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.diagnostics import Severity
from codegen.records import dataclass
from codegen.vet import conditions, conflicts, indexes, names, paging, parameters, plans, rows
from codegen.vet.subject import Found, Subject


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint. ``code`` names it in messages and settings; ``about`` says what it is for, ``wrong``
    is a query that it finds and ``right`` one that it leaves alone. A ``planned`` rule is about the
    plans of queries, and of use only where a database is asked for them."""

    code: str
    severity: Severity
    about: str
    wrong: str
    right: str
    find: Callable[[Subject], Iterable[Found]]
    planned: bool = False


_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule(
        "without-where",
        _WARNING,
        "An UPDATE or DELETE without WHERE changes every row. That is seldom meant.",
        "DELETE FROM tasks;",
        "DELETE FROM tasks WHERE done;",
        conditions.without_where,
    ),
    Rule(
        "compared-with-null",
        _WARNING,
        "A comparison with NULL is NULL, and a row for which a condition is NULL doesn't come.",
        "SELECT id FROM tasks WHERE note = NULL;",
        "SELECT id FROM tasks WHERE note IS NULL;",
        conditions.compared_with_null,
    ),
    Rule(
        "not-in-nulls",
        _WARNING,
        "NOT IN over a subquery is never true once one of the subquery's rows has a NULL.",
        "SELECT id FROM people WHERE id NOT IN (SELECT owner FROM tasks);",
        "SELECT id FROM people p WHERE NOT EXISTS (SELECT FROM tasks WHERE owner = p.id);",
        conditions.not_in_nulls,
    ),
    Rule(
        "optional-compared",
        _WARNING,
        "A parameter that may be None, compared by an operator: with None no row comes.",
        "SELECT id FROM tasks WHERE owner = sqlc.narg('owner');",
        "SELECT id FROM tasks WHERE owner IS NOT DISTINCT FROM sqlc.narg('owner');",
        parameters.optional_compared,
    ),
    Rule(
        "cast-differently",
        _WARNING,
        "A parameter is cast to one type at one place and to another one elsewhere.",
        "SELECT id FROM tasks WHERE id = @x::int AND note = @x::text;",
        "SELECT id FROM tasks WHERE id = @id::int AND note = @note::text;",
        parameters.cast_differently,
    ),
    Rule(
        "unused-parameter",
        _WARNING,
        "A parameter that is only tested for NULL: its value is for nothing.",
        "SELECT id FROM tasks WHERE sqlc.narg('note')::text IS NULL OR done;",
        "SELECT id FROM tasks WHERE sqlc.narg('note')::text IS NULL OR note = sqlc.narg('note');",
        parameters.only_tested,
    ),
    Rule(
        "sorted-by-parameter",
        _WARNING,
        "A parameter is the same for all rows. ORDER BY doesn't take its value for a name.",
        "SELECT id FROM tasks ORDER BY @column::text;",
        "SELECT id FROM tasks ORDER BY CASE WHEN @column = 'note' THEN note END;",
        parameters.sorting_parameter,
    ),
    Rule(
        "many-of-one",
        _NOTE,
        "A `:many` query that finds one row at most returns a list for nothing.",
        "SELECT note FROM tasks WHERE id = @id;",
        "SELECT note FROM tasks WHERE owner = @owner;",
        rows.many_of_one,
    ),
    Rule(
        "unordered-limit",
        _WARNING,
        "LIMIT without ORDER BY takes whichever rows PostgreSQL comes upon first.",
        "SELECT id FROM tasks LIMIT 10;",
        "SELECT id FROM tasks ORDER BY id LIMIT 10;",
        paging.unordered_limit,
    ),
    Rule(
        "unstable-pages",
        _WARNING,
        "Rows that ORDER BY leaves equal may come on two pages, or on none: with OFFSET, and where"
        " a page begins behind the last row of the one before.",
        "SELECT id FROM tasks ORDER BY note LIMIT 10 OFFSET @offset;",
        "SELECT id FROM tasks ORDER BY note, id LIMIT 10 OFFSET @offset;",
        paging.unstable_pages,
    ),
    Rule(
        "unjoined",
        _WARNING,
        "Tables that are listed in FROM and that no condition joins: every row meets every other.",
        "SELECT t.id FROM tasks t, people p;",
        "SELECT t.id FROM tasks t, people p WHERE t.owner = p.id;",
        rows.unjoined,
    ),
    Rule(
        "duplicate-star",
        _WARNING,
        "`*` through a join gives two columns of one name, of which Python can have only one.",
        "SELECT * FROM tasks t JOIN people p ON p.id = t.owner;",
        "SELECT t.*, p.name FROM tasks t JOIN people p ON p.id = t.owner;",
        names.duplicate_star,
    ),
    Rule(
        "unused-with",
        _WARNING,
        "A WITH query that nothing refers to is not executed, not even to lock rows.",
        "WITH mine AS (SELECT id FROM tasks) SELECT id FROM people;",
        "WITH mine AS (SELECT id FROM tasks) SELECT id FROM mine;",
        names.unused_with,
    ),
    Rule(
        "deprecated",
        _WARNING,
        "A column or a table whose comment in the schema begins with “deprecated”.",
        "SELECT old_note FROM tasks;",
        "SELECT note FROM tasks;",
        names.deprecated,
    ),
    Rule(
        "hidden-from-the-index",
        _WARNING,
        "A condition on a changed column can't use the column's index: one under a function or a"
        " cast, also the cast that comes with a value of another type.",
        "SELECT id FROM people WHERE lower(email) = @email;",
        "SELECT id FROM people WHERE email = lower(@email);",
        indexes.hidden_from_the_index,
    ),
    Rule(
        "conflict-without-key",
        _WARNING,
        "ON CONFLICT over columns that no unique index is over: PostgreSQL prepares the query, and"
        " refuses each time to run it.",
        "INSERT INTO people (id, name, email) VALUES (@id, @name, @email)"
        " ON CONFLICT (name) DO NOTHING;",
        "INSERT INTO people (id, name, email) VALUES (@id, @name, @email)"
        " ON CONFLICT (email) DO NOTHING;",
        conflicts.without_key,
    ),
    Rule(
        "unindexed-order",
        _NOTE,
        "The first rows of a whole table, in an order that no index has: all of them are read and"
        " sorted. That is well for a small table; `--explain` has a rule that knows sizes.",
        "SELECT id FROM tasks ORDER BY made LIMIT 10;",
        "SELECT id FROM tasks ORDER BY id LIMIT 10;",
        indexes.unindexed_order,
    ),
    Rule(
        "sequential-scan",
        _WARNING,
        "A large table is read from end to end to find few of its rows, or again and again. A table"
        " is large from `scan_rows` rows on.",
        "SELECT id FROM tasks WHERE note = @note;",
        "SELECT id FROM tasks WHERE owner = @owner;",
        plans.sequential_scan,
        planned=True,
    ),
    Rule(
        "large-sort",
        _WARNING,
        "Many rows are sorted, since no index has their order: `sort_rows` of them or more.",
        "SELECT id FROM tasks ORDER BY note LIMIT 10;",
        "SELECT id FROM tasks ORDER BY id LIMIT 10;",
        plans.large_sort,
        planned=True,
    ),
    Rule(
        "high-cost",
        _WARNING,
        "PostgreSQL's estimate of the cost is above the limit `cost`; without one nothing is.",
        "SELECT count(*) FROM tasks;",
        "SELECT note FROM tasks WHERE id = @id;",
        plans.high_cost,
        planned=True,
    ),
)
