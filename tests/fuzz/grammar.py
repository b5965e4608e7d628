"""Random statements over a random schema. Most of them are valid; types are mixed on purpose."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable

from codegen.postgres.builtins.operators import ROWS
from codegen.postgres.catalog import Catalog
from codegen.postgres.names import quote_identifier
from tests.fuzz.forms import EXPRESSIONS, GROUPINGS, ITEMS, STATEMENTS, WINDOWS
from tests.fuzz.rare_forms import RARE
from tests.fuzz.world import ALL_TYPES, World

_MOST_ARGUMENTS = 3
_LITERALS = {
    "smallint": "1::smallint",
    "integer": "1",
    "bigint": "9999999999",
    "numeric": "1.5",
    "text": "'a'::text",
    "boolean": "true",
    "date": "current_date",
    "timestamp with time zone": "now()",
    "timestamp without time zone": "localtimestamp",
    "interval": "interval '1 day'",
    "integer[]": "array[1, 2]",
    "text[]": "array['a', 'b']",
    "mood": "'ok'::mood",
    "address": "row('a', 1)::address",
    "uuid": "gen_random_uuid()",
    "jsonb": "'{}'::jsonb",
}
_UNKNOWN = ["'1'", "'a'", "''", "null", "'{}'", "'2020-01-01'", "'t'"]
_AGGREGATES = "count sum avg min max array_agg string_agg bool_or json_agg jsonb_agg every".split()
_WINDOWS = "row_number() rank() lag({}) lead({},1) first_value({}) ntile(2) sum({}) max({})".split()
_JOINS = "join,left join,right join,full join,cross join,inner join,natural join".split(",")

_PLACE = re.compile(r"\{(\w[^}]*)\}")

Scope = list[tuple[str, str]]


class Grammar:
    """Draws statements; all names and types come from the catalog."""

    def __init__(self, world: World, catalog: Catalog, rng: random.Random) -> None:
        self.world, self.catalog, self.rng = world, catalog, rng
        self.parameters = self.aliases = 0
        self.calls = _calls(catalog)
        self.operators = _operators(catalog)

    def statement(self) -> str:
        """A random statement."""
        self.parameters = self.aliases = 0
        kinds: list[tuple[float, Callable[[], str]]] = [
            (0.45, lambda: self.select(2)),
            (0.51, self.set_operation),
            (0.56, self.with_query),
            (0.62, self.insert),
            (0.67, self.update),
            (0.7, self.delete),
            (0.97, self.form),
            (1, self.values),
        ]
        drawn = self.rng.random()
        return next(make for limit, make in kinds if drawn <= limit)()

    # Queries ------------------------------------------------------------------------------------

    def select(self, depth: int, outer: Scope | None = None, width: int = 0) -> str:
        """SELECT of ``width`` columns, or of any number."""
        scope: Scope = []
        source = self.source(scope, depth)
        visible = scope + (outer or [])
        if self.rng.random() < 0.2:
            return self.grouped(source, visible, depth, width)
        count = width or self.rng.randint(1, 4)
        targets = [self.target(visible, depth) for _ in range(count)]
        if not width and self.rng.random() < 0.1:
            targets.append("*" if scope else "1")
        distinct = "distinct " if self.rng.random() < 0.08 else ""
        where = f" where {self.expression('boolean', visible, depth)}" if self.coin(0.5) else ""
        return f"select {distinct}{', '.join(targets)}{source}{where}{self.tail(visible, count)}"

    def grouped(self, source: str, scope: Scope, depth: int, width: int) -> str:
        """SELECT with aggregates."""
        keys = [self.expression(self.kind(), scope, 0) for _ in range(self.rng.randint(0, 2))]
        keys = keys[: width - 1] if width else keys
        count = (width or self.rng.randint(1, 4) + len(keys)) - len(keys)
        targets = [*keys, *(self.aggregate(scope, depth) for _ in range(count))]
        group = f" group by {', '.join(keys)}" if keys else ""
        if keys and self.coin(0.3):
            form = self.rng.choice(GROUPINGS).replace("{keys}", ", ".join(keys))
            group = f" group by {form}"
        having = f" having {self.aggregate(scope, 0)} is not null" if self.coin(0.2) else ""
        return f"select {', '.join(targets)}{source}{group}{having}"

    def aggregate(self, scope: Scope, depth: int) -> str:
        name = self.rng.choice(_AGGREGATES)
        value = self.expression(self.kind(), scope, depth - 1)
        inside = f"{value}, ','" if name == "string_agg" else value
        filtered = f" filter (where {self.expression('boolean', scope, 0)})"
        return f"{name}({inside})" + (filtered if self.coin(0.15) else "")

    def target(self, scope: Scope, depth: int) -> str:
        if self.coin(0.06):
            window = self.rng.choice(_WINDOWS).format(self.expression(self.kind(), scope, 0))
            return f"{window} over {self.filled(self.rng.choice(WINDOWS), scope, 0)}"
        value = self.expression(self.kind(), scope, depth)
        return f"{value} as a{self.rng.randint(0, 9)}" if self.coin(0.3) else value

    def tail(self, scope: Scope, count: int) -> str:
        text = ""
        if self.coin(0.25):
            key = str(self.rng.randint(1, count)) if self.coin(0.5) else self.column(scope)
            text += f" order by {key}"
        if self.coin(0.15):
            text += f" limit {self.rng.choice(['1', self.parameter(), 'null', '2 + 1'])}"
        return text

    def set_operation(self) -> str:
        width = self.rng.randint(1, 3)
        one, other = (self.select(1, width=width) for _ in range(2))
        op = self.rng.choice(["union", "union all", "intersect", "except"])
        return f"({one}) {op} ({other})"

    def with_query(self) -> str:
        inner = self.select(1, width=2)
        names = "w(x, y)"
        return (
            f"with {names} as ({inner}) select x, y, {self.expression(self.kind(), [], 1)} from w"
        )

    def values(self) -> str:
        width = self.rng.randint(1, 3)
        rows = [
            ", ".join(self.expression(self.kind(), [], 1) for _ in range(width))
            for _ in range(self.rng.randint(1, 3))
        ]
        return "values " + ", ".join(f"({row})" for row in rows)

    # Constructs ---------------------------------------------------------------------------------

    def form(self) -> str:
        """A statement by its text in STATEMENTS."""
        table, columns = self.table()
        first, other = self.rng.choice(list(columns)), self.rng.choice(list(columns))
        names = {"target": table, "column": first, "other": other}
        scope: Scope = []
        text = self.rng.choice(STATEMENTS)
        if "{target} t" in text and self.coin(0.7):
            scope = [(f"t.{name}", kind) for name, kind in columns.items()]

        def drawn(found: re.Match[str]) -> str:
            what = found[1]
            if what in ("value", "second"):
                return self.assigned(columns[first if what == "value" else other], scope, 1)
            return names.get(what) or self.drawn(what, scope, 1)

        return _PLACE.sub(drawn, text)

    def filled(self, text: str, scope: Scope, depth: int) -> str:
        """A text with something in each of its places."""
        return _PLACE.sub(lambda found: self.drawn(found[1], scope, depth), text)

    def drawn(self, what: str, scope: Scope, depth: int) -> str:
        """What may stand at a place of a text."""
        if what == "kind":
            return self.kind()
        if what == "table":
            return self.rng.choice(list(self.world.relations))
        if what == "query":
            return self.select(max(depth - 1, 0), scope, width=2)
        if what == "param":
            return self.parameter()
        return self.expression(self.kind() if what == "any" else what, scope, depth)

    def special(self, kind: str, scope: Scope, depth: int) -> str:
        """An expression by its text in EXPRESSIONS."""
        forms = [*EXPRESSIONS.get(kind, ()), *RARE.get(kind, ())]
        if not forms:
            return self.cast(kind, scope, depth)
        return f"({self.filled(self.rng.choice(forms), scope, depth)})"

    # Changes ------------------------------------------------------------------------------------

    def insert(self) -> str:
        table, columns = self.table()
        chosen = self.rng.sample(list(columns), self.rng.randint(1, min(4, len(columns))))
        values = [self.assigned(columns[name], [], 1) for name in chosen]
        scope = [(name, kind) for name, kind in columns.items()]
        into = f"insert into {table} ({', '.join(chosen)})"
        body = (
            f" select {', '.join(values)}" if self.coin(0.3) else f" values ({', '.join(values)})"
        )
        conflict = " on conflict do nothing" if self.coin(0.15) else ""
        if self.coin(0.15):
            name = self.rng.choice(list(columns))
            value = self.assigned(columns[name], [(f"excluded.{name}", columns[name])], 0)
            conflict = f" on conflict (id) do update set {name} = {value}"
        return f"{into}{body}{conflict}{self.returning(scope)}"

    def update(self) -> str:
        table, columns = self.table()
        scope = [(f"{table}.{name}", kind) for name, kind in columns.items()]
        chosen = self.rng.sample(list(columns), self.rng.randint(1, 2))
        sets = ", ".join(f"{name} = {self.assigned(columns[name], scope, 1)}" for name in chosen)
        extra: Scope = []
        source = self.source(extra, 0) if self.coin(0.3) else ""
        where = f" where {self.expression('boolean', scope + extra, 1)}"
        return f"update {table} set {sets}{source}{where}{self.returning(scope)}"

    def delete(self) -> str:
        table, columns = self.table()
        scope = [(f"{table}.{name}", kind) for name, kind in columns.items()]
        where = self.expression("boolean", scope, 2)
        return f"delete from {table} where {where}{self.returning(scope)}"

    def returning(self, scope: Scope) -> str:
        if self.coin(0.4):
            return f" returning {self.expression(self.kind(), scope, 1)}, {self.column(scope)}"
        return ""

    def assigned(self, kind: str, scope: Scope, depth: int) -> str:
        """A value for a column: of its type, or of one that may convert."""
        if self.coin(0.25):
            return self.parameter()
        return self.expression(kind if self.coin(0.8) else self.kind(), scope, depth)

    # FROM ---------------------------------------------------------------------------------------

    def source(self, scope: Scope, depth: int) -> str:
        if self.coin(0.12):
            return ""
        text = self.relation(scope, depth)
        for _ in range(self.rng.choice([0, 0, 0, 1, 1, 2])):
            join = self.rng.choice(_JOINS)
            right = self.relation(scope, depth)
            on = "" if join.startswith(("cross", "natural")) else self.on(scope)
            text = f"{text} {join} {right}{on}"
        return f" from {text}"

    def on(self, scope: Scope) -> str:
        if self.coin(0.15):
            return " using (id)"
        return f" on {self.expression('boolean', scope, 0)}"

    def relation(self, scope: Scope, depth: int) -> str:
        self.aliases += 1
        alias = f"r{self.aliases}"
        kind = self.rng.random()
        if depth > 0 and kind < 0.12:
            lateral = "lateral " if self.coin(0.3) else ""
            inner = self.select(depth - 1, scope if lateral else None, width=2)
            return f"{lateral}({inner}) {alias}(x, y)"
        if kind < 0.18:
            item = self.rng.choice(["integer", "text"])
            scope.append((f"{alias}.n", item))
            return f"unnest({self.expression(item + '[]', scope[:-1], 0)}) {alias}(n)"
        if 0.22 <= kind < 0.34:
            text, columns = self.rng.choice(ITEMS)
            text = self.filled(text.replace("{name}", alias), scope, 0)
            scope += [(f"{alias}.{name}", kind) for name, kind in columns.items()]
            return text
        if kind < 0.22:
            scope.append((f"{alias}.n", "integer"))
            return f"generate_series(1, {self.expression('integer', [], 0)}) {alias}(n)"
        table = self.rng.choice(list(self.world.relations))
        scope += [(f"{alias}.{name}", kind) for name, kind in self.world.relations[table].items()]
        return f"{table} {alias}"

    def table(self) -> tuple[str, dict[str, str]]:
        tables = [name for name in self.world.relations if name.startswith("t")]
        name = self.rng.choice(tables)
        return name, self.world.relations[name]

    # Expressions --------------------------------------------------------------------------------

    def coin(self, chance: float) -> bool:
        return self.rng.random() < chance

    def kind(self) -> str:
        return self.rng.choice(ALL_TYPES[:16] if self.coin(0.6) else ALL_TYPES)

    def parameter(self) -> str:
        if self.parameters and self.coin(0.2):
            return f"${self.rng.randint(1, self.parameters)}"
        self.parameters += 1
        return f"${self.parameters}"

    def column(self, scope: Scope, kind: str | None = None) -> str:
        found = [name for name, one in scope if kind is None or one == kind]
        return self.rng.choice(found) if found else self.literal(kind or self.kind())

    def literal(self, kind: str) -> str:
        return _LITERALS.get(kind, f"null::{kind}")

    def expression(self, kind: str, scope: Scope, depth: int) -> str:
        """An expression that mostly is of a type; now and then of another, or of none yet."""
        drawn = self.rng.random()
        if drawn < 0.05:
            return self.parameter()
        if drawn < 0.1:
            return self.rng.choice(_UNKNOWN)
        if drawn < 0.14:
            kind = self.kind()
        if depth <= 0 or drawn < 0.35:
            return self.column(scope, kind)
        forms = [self.call, self.call, self.operation, self.operation, self.conditional]
        forms += [self.cast, self.subquery, self.special, self.special] + (
            [self.condition] * 4 if kind == "boolean" else []
        )
        return self.rng.choice(forms)(kind, scope, depth - 1)

    def call(self, kind: str, scope: Scope, depth: int) -> str:
        signatures = self.calls.get(kind)
        if not signatures:
            return self.cast(kind, scope, depth)
        name, given = self.rng.choice(signatures)
        return f"{name}({', '.join(self.expression(one, scope, depth) for one in given)})"

    def operation(self, kind: str, scope: Scope, depth: int) -> str:
        rows = self.operators.get(kind)
        if not rows:
            return self.cast(kind, scope, depth)
        left, name, right = self.rng.choice(rows)
        operand = self.expression(right, scope, depth)
        if not left:
            return f"({name} {operand})"
        return f"({self.expression(left, scope, depth)} {name} {operand})"

    def conditional(self, kind: str, scope: Scope, depth: int) -> str:
        a, b = (self.expression(kind, scope, depth) for _ in range(2))
        test = self.expression("boolean", scope, depth)
        forms = [
            f"coalesce({a}, {b})",
            f"nullif({a}, {b})",
            f"greatest({a}, {b})",
            f"case when {test} then {a} else {b} end",
            f"case {a} when {b} then {a} end",
            f"(array[{a}, {b}])[1]",
        ]
        return self.rng.choice(forms)

    def cast(self, kind: str, scope: Scope, depth: int) -> str:
        source = self.rng.choice([kind, kind, "text", self.kind()])
        return f"({self.expression(source, scope, depth)})::{kind}"

    def subquery(self, kind: str, scope: Scope, depth: int) -> str:
        self.aliases += 1
        table = self.rng.choice(list(self.world.relations))
        alias = f"s{self.aliases}"
        columns = self.world.relations[table].items()
        inner = [*((f"{alias}.{name}", one) for name, one in columns), *scope]
        return f"(select {self.expression(kind, inner, depth)} from {table} {alias} limit 1)"

    def condition(self, kind: str, scope: Scope, depth: int) -> str:
        one = self.kind()
        a, b = (self.expression(one, scope, depth) for _ in range(2))
        c = self.expression(kind, scope, depth)
        forms = [
            f"({a} = {b})",
            f"({a} <= {b})",
            f"{a} is not null",
            f"{a} in ({b}, {b})",
            f"{a} between {b} and {b}",
            f"{a} is distinct from {b}",
            f"{a} = any(array[{b}])",
            f"({c} and {c})",
            f"(not {c})",
            f"exists (select {a})",
            f"({a}, {b}) = ({b}, {a})",
            f"{a} in (select {b})",
            f"{a} like {b}",
        ]
        return self.rng.choice(forms)


def _calls(catalog: Catalog) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The functions that return a type of the world and take such types: by their result."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name in dict.fromkeys(catalog.function_names()):
        for function in catalog.functions(None, name):
            given = tuple(catalog.format_type(one) for one in function.args)
            result = catalog.format_type(function.returns)
            usual = function.kind == "f" and not function.returns_set
            if usual and len(given) <= _MOST_ARGUMENTS and {result, *given} <= set(ALL_TYPES):
                found[result].append((quote_identifier(name), given))
    return found


def _operators(catalog: Catalog) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name in dict.fromkeys(row[2] for row in ROWS):
        for operator in catalog.operators(None, name):
            left = catalog.format_type(operator.left) if operator.left else ""
            right, result = (catalog.format_type(one) for one in (operator.right, operator.result))
            if {left, right, result} <= {"", *ALL_TYPES}:
                found[result].append((left, name, right))
    return found
