"""Random queries over the cases' schema: joins, conditions and expressions that no one would write.

``python -m tests.nullability.random_queries COUNT SEED`` attacks what is claimed of them.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from codegen.verify.attack import attack
from codegen.verify.effort import Effort
from codegen.verify.findings import Finding
from tests.nullability.literate import SCHEMA, Case, analysed, schema
from tests.support.postgres import running_server

#: The tables that are drawn from, with their columns of each of three types.
TABLES: dict[str, dict[str, list[str]]] = {
    "users": {"n": ["id", "age", "manager_id"], "t": ["name", "note", "email"], "b": []},
    "orders": {"n": ["id", "user_id", "total::int", "discount::int"], "t": [], "b": []},
    "items": {"n": ["order_id", "line", "product_id", "qty"], "t": ["remark"], "b": []},
    "accounts": {"n": ["id"], "t": ["login", "nick"], "b": ["flag", "maybe"]},
    "user_orders": {"n": ["user_id", "order_id", "total::int"], "t": ["name"], "b": []},
    "order_sums": {"n": ["user_id", "orders::int", "discount::int"], "t": [], "b": []},
}
JOINS = ["join", "join", "left join", "left join", "left join", "right join", "full join"]


@dataclass(slots=True)
class Scope:
    """The columns that may be named, per type."""

    columns: dict[str, list[str]] = field(default_factory=lambda: {"n": [], "t": [], "b": []})
    aggregates: bool = False


class Generator:
    """Draws queries. Types are n(umber), t(ext) and b(oolean)."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.names = 0

    def query(self) -> str:
        """A random query."""
        kind = self.rng.random()
        if kind < 0.12:
            op = self.rng.choice(["union", "union all", "intersect", "except"])
            return f"({self.select(['n', 't'])}) {op} ({self.select(['n', 't'])})"
        if kind < 0.3:
            return self.grouped()
        if kind < 0.36:
            return self.written()
        return self.select([self.rng.choice("nntb") for _ in range(self.rng.randint(1, 3))])

    def select(self, types: list[str], outer: Scope | None = None, depth: int = 0) -> str:
        """A SELECT of some types, with the outer query's columns in scope."""
        scope = Scope(
            {kind: list(names) for kind, names in outer.columns.items()}
            if outer
            else {"n": [], "t": [], "b": []}
        )
        source = self.source(scope, depth)
        targets = [f"{self.value(kind, scope, 2)} as c{i}" for i, kind in enumerate(types)]
        where = f" where {self.condition(scope, 2)}" if self.rng.random() < 0.7 else ""
        return f"select {', '.join(targets)} from {source}{where}"

    def grouped(self) -> str:
        """A SELECT with GROUP BY, or with aggregates alone."""
        scope = Scope()
        source = self.source(scope, 0)
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.5 else ""
        keys = [self.value(self.rng.choice("nt"), scope, 1) for _ in range(self.rng.randint(0, 2))]
        keys = [key for key in keys if not _is_constant(key)]
        targets = [f"{key} as k{i}" for i, key in enumerate(keys)]
        targets += [f"{self.aggregate(scope)} as c{i}" for i in range(self.rng.randint(1, 3))]
        grouping = ""
        if keys:
            listed = ", ".join(f"({key})" for key in keys)
            form = self.rng.choice(["{}", "{}", "rollup ({})", "cube ({})", "grouping sets ({})"])
            grouping = f" group by {form.format(listed)}"
        having = ""
        if self.rng.random() < 0.4:
            having = " having " + self.rng.choice(
                [
                    "count(*) > 0",
                    f"{self.aggregate(scope)} is not null",
                    *([f"({keys[0]}) is not null"] if keys else []),
                    f"count({self.column('n', scope)}) >= 1",
                    "not count(*) = 0",
                ]
            )
        return f"select {', '.join(targets)} from {source}{where}{grouping}{having}"

    def aggregate(self, scope: Scope) -> str:
        """An aggregate over some value."""
        number = self.value("n", scope, 1)
        call = self.rng.choice(
            [
                f"sum({number})",
                f"max({number})",
                f"count({number})",
                f"array_agg({number})",
                f"string_agg({self.value('t', scope, 1)}, ',')",
                f"stddev({number})",
                f"bool_and({self.condition(scope, 1)})",
                "count(*)",
            ]
        )
        if self.rng.random() < 0.25:
            call += f" filter (where {self.condition(scope, 1)})"
        if self.rng.random() < 0.2 and call.startswith("sum"):
            return f"coalesce({call}, 0)"
        return call

    def written(self) -> str:
        """An UPDATE or DELETE with RETURNING."""
        scope = Scope()
        self.bind("users", "users", scope)
        condition = self.condition(scope, 2)
        returned = f"{self.value('n', scope, 1)} as a, {self.value('t', scope, 1)} as b"
        if self.rng.random() < 0.3:
            return f"delete from users where {condition} returning {returned}"
        assigned = f"age = {self.value('n', scope, 1)}, note = {self.value('t', scope, 1)}"
        where = f" where {condition}" if self.rng.random() < 0.7 else ""
        return (
            f"update users set {assigned}{where} returning {returned}, old.age as c, new.note as d"
        )

    # FROM ---------------------------------------------------------------------------------------

    def source(self, scope: Scope, depth: int) -> str:
        """A FROM with one to three relations."""
        text = self.relation(scope, depth)
        for _ in range(self.rng.choice([0, 0, 1, 1, 2])):
            kind = self.rng.choice(JOINS)
            lateral = kind in ("join", "left join") and self.rng.random() < 0.15 and depth < 1
            if lateral:
                inner = self.select(["n", "t"], scope, depth + 1)
                right = f"lateral ({inner} limit 2) {self.derived(scope)}"
            else:
                right = self.relation(scope, depth)
            # FULL JOIN takes conditions only that it can hash or merge.
            on = self.equality(scope) if kind == "full join" else self.condition(scope, 1)
            if kind == "full join":
                on = "true" if self.rng.random() < 0.3 else self.last_equality(scope)
            text = f"{text} {kind} {right} on {on}"
        return text

    def relation(self, scope: Scope, depth: int) -> str:
        if depth < 1 and self.rng.random() < 0.15:
            inner = self.select(["n", "t"], None, depth + 1)
            return f"({inner}) {self.derived(scope)}"
        table = self.rng.choice(list(TABLES))
        self.names += 1
        alias = f"r{self.names}"
        self.bind(table, alias, scope)
        return f"{table} {alias}"

    def bind(self, table: str, alias: str, scope: Scope) -> None:
        """Brings a table's columns into scope."""
        for kind, names in TABLES[table].items():
            scope.columns[kind] += [f"{alias}.{name}" for name in names]

    def derived(self, scope: Scope) -> str:
        self.names += 1
        alias = f"d{self.names}"
        scope.columns["n"].append(f"{alias}.c0")
        scope.columns["t"].append(f"{alias}.c1")
        return alias

    def equality(self, scope: Scope) -> str:
        return f"{self.column('n', scope)} = {self.column('n', scope)}"

    def last_equality(self, scope: Scope) -> str:
        """An equality of the newest relation's number and an older one's."""
        numbers = scope.columns["n"]
        newest = numbers[-1].partition(".")[0]
        older = [name for name in numbers if name.partition(".")[0] != newest]
        return f"{self.rng.choice(older)} = {numbers[-1]}" if older else "true"

    # Expressions --------------------------------------------------------------------------------

    def column(self, kind: str, scope: Scope) -> str:
        names = scope.columns[kind]
        return self.rng.choice(names) if names else self.constant(kind)

    def constant(self, kind: str) -> str:
        if self.rng.random() < 0.15:
            return {"n": "null::int", "t": "null::text", "b": "null::bool"}[kind]
        options = {"n": ["0", "1", "2"], "t": ["''", "'a'", "'x y'"], "b": ["true", "false"]}
        return self.rng.choice(options[kind])

    def value(self, kind: str, scope: Scope, depth: int) -> str:
        """An expression of a type."""
        if depth <= 0 or self.rng.random() < 0.35:
            return self.column(kind, scope) if self.rng.random() < 0.85 else self.constant(kind)
        if self.rng.random() < 0.5:
            return self.conditional(kind, scope, depth)
        if kind == "b":
            return f"({self.condition(scope, depth)})"
        a = self.value(kind, scope, depth - 1)
        if kind == "n":
            b = self.value("n", scope, depth - 1)
            return self.rng.choice(
                [
                    f"({a} + {b})",
                    f"(- {a})",
                    f"length({self.value('t', scope, depth - 1)})",
                    f"num_nulls({a}, {b})",
                    f"twice({a})",
                    f"({self.select(['n'], scope, 2)} limit 1)",
                    f"(select count(*)::int from users z where z.age = {a})",
                    f"(select max({a} + z.id) from users z where z.age = {b})",
                    f"array_length(array[{a}], 1)",
                    f"(array[{a}, {b}])[1]",
                ]
            )
        return self.rng.choice(
            [
                f"({a} || 'z')",
                f"upper({a})",
                f"concat({a}, 'q')",
                f"({self.value('n', scope, depth - 1)})::text",
                f"substring({a} from 'a')",
                f"split_part({a}, 'a', 1)",
            ]
        )

    def conditional(self, kind: str, scope: Scope, depth: int) -> str:
        a, b = (self.value(kind, scope, depth - 1) for _ in range(2))
        condition = self.condition(scope, depth - 1)
        return self.rng.choice(
            [
                f"coalesce({a}, {b})",
                f"case when {condition} then {a} else {b} end",
                f"case when {condition} then {a} end",
                f"case when {a} is null then {b} else {a} end",
                f"nullif({a}, {b})",
                *([f"greatest({a}, {b})"] if kind != "b" else []),
            ]
        )

    def condition(self, scope: Scope, depth: int) -> str:
        """A boolean expression."""
        if depth > 0 and self.rng.random() < 0.55:
            a, b = self.condition(scope, depth - 1), self.condition(scope, depth - 1)
            return self.rng.choice(
                [
                    f"({a} and {b})",
                    f"({a} or {b})",
                    f"(not {a})",
                    f"(({a}) is not true)",
                    f"(({a}) is true)",
                    f"(({a}) is not unknown)",
                    f"coalesce({a}, {self.rng.choice(['true', 'false'])})",
                    f"(({a}) = ({b}))",
                    f"(case when {a} then {b} else {self.constant('b')} end)",
                ]
            )
        x, y = self.value("n", scope, depth - 1), self.value("n", scope, depth - 1)
        t = self.value("t", scope, depth - 1)
        return self.rng.choice(
            [
                f"({x} {self.rng.choice(['=', '<>', '<', '>='])} {y})",
                f"({x} is null)",
                f"({x} is not null)",
                f"({t} is not null)",
                f"({t} like 'a%')",
                f"({x} in (1, 2))",
                f"({x} not in (1, 2))",
                f"({x} between 0 and {y})",
                f"({x} is distinct from {y})",
                f"({x} is not distinct from {y})",
                f"(({x}, {t}) {self.rng.choice(['=', '<>', '<'])} ({y}, 'a'))",
                f"({x} = any(array[1, {y}]))",
                f"({x} <> all(array[1, 2]))",
                f"exists (select 1 from users z where z.age = {x})",
                f"({x} in (select z.user_id from orders z where z.discount is not null))",
                f"({x} not in (select z.age from users z where z.id > 1))",
                f"({x} > all (select z.id from orders z))",
                f"(({x}, {t}) <> any (select z.age, z.note from users z))",
                *([self.column("b", scope)] * 2 if scope.columns["b"] else []),
                *([self.composite(scope)] if scope.columns["n"] else []),
            ]
        )

    def composite(self, scope: Scope) -> str:
        """A test of a whole row."""
        alias = self.rng.choice(scope.columns["n"]).partition(".")[0]
        test = self.rng.choice(["is null", "is not null"])
        return f"({alias} {test})" if alias != "users" else f"(users.age {test})"


def _is_constant(text: str) -> bool:
    return "." not in text


def attacked(
    dsn: str, count: int, seed: int, rounds: int = 12, draws: type[Generator] = Generator
) -> tuple[list[Finding], int, int]:
    """The claims about random queries that fell, how many of them ran, and how many there were."""
    catalog = schema()
    generator = draws(seed)
    queries = []
    for number in range(count):
        case = Case(Path(f"random{seed}.sql"), number, generator.query(), "")
        try:
            queries.append(analysed(case, catalog))
        except AssertionError:
            # What is no SQL of PostgreSQL's is refused.
            continue
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(SCHEMA.read_bytes())
        outcome = attack(connection, catalog, queries, Effort(seed=seed, rounds=rounds))
    ran = sum(bool(one.runs) for one in outcome.seen.values())
    return list(outcome.findings), ran, len(queries)


def main(count: int, seed: int, draws: type[Generator] = Generator) -> int:
    """Attacks random queries, and tells what fell."""
    with running_server() as dsn:
        findings, ran, total = attacked(dsn, count, seed, draws=draws)
    for finding in findings:
        print(f"{finding.query}.{finding.column}: {finding.claim}")
        print("   ", "\n    ".join((*finding.setup, finding.call)))
    print(f"{total} of {count} queries understood, {ran} ran, {len(findings)} claims fell")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
