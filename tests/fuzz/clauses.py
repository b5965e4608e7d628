"""Clauses that have many forms, drawn part by part: MERGE's actions, ON CONFLICT, RETURNING, window
frames, grouping sets, set operations, JSON_TABLE, assignments to parts of columns."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.functions import CALLS, SOURCES
from tests.fuzz.grammar import Grammar, Scope

_MATCHES = (
    "matched",
    "not matched",
    "not matched by source",
    "not matched by target",
)
_BOUNDS = (
    "unbounded preceding",
    "{offset} preceding",
    "current row",
    "{offset} following",
    "unbounded following",
)
_EXCLUDED = (
    "",
    "",
    " exclude current row",
    " exclude group",
    " exclude ties",
    " exclude no others",
)
_OPERATIONS = ("union", "union all", "intersect", "intersect all", "except", "except all")
_LOCKS = ("for update", "for no key update", "for share", "for key share")
_WINDOW_CALLS = (
    "row_number()",
    "dense_rank()",
    "percent_rank()",
    "cume_dist()",
    "ntile({integer})",
    "lag({any}, {integer}, {any})",
    "lead({any})",
    "first_value({any})",
    "nth_value({any}, {integer})",
    "count(*)",
    "sum({numeric})",
    "array_agg({any})",
    "min({any}) filter (where {boolean})",
    "json_arrayagg({any} returning jsonb)",
)
_AGGREGATES = (
    "count(distinct {any})",
    "string_agg(distinct {text}, ',' order by {text} desc)",
    "array_agg({any} order by {any} using <, {any} nulls first)",
    "percentile_cont({numeric}) within group (order by {integer})",
    "percentile_disc(array[0.1, {numeric}]) within group (order by {any} desc)",
    "mode() within group (order by {any})",
    "rank({any}, {any}) within group (order by {any}, {any})",
    "json_objectagg({text}: {any} absent on null with unique keys)",
    "jsonb_object_agg({text}, {any}) filter (where {boolean})",
    "any_value({any})",
    "range_agg({int4range})",
    "xmlagg({xml} order by {any})",
    "sum(distinct {integer}) filter (where {boolean})",
    "regr_slope({double precision}, {real})",
    "max({any})",
    "min(array[{any}])",
    "bit_and({integer})",
    "sum({interval})",
    "avg({money})",
)
_PATHS = ("$.a", "lax $.b[*]", "strict $.c", "$.x.y")
_JSON_OPTIONS = (
    "",
    "",
    " null on empty",
    " error on error",
    " default {literal} on empty",
    " default {literal} on empty default {any} on error",
)
_QUERY_OPTIONS = ("", " with wrapper", " omit quotes", " with conditional array wrapper")


class Clauses(Grammar):
    """Draws such statements half of the time, and plain ones otherwise."""

    def statement(self) -> str:
        """A random statement."""
        if self.coin(0.5):
            return super().statement()
        self.parameters = self.aliases = 0
        kinds: list[Callable[[], str]] = [
            self.merge,
            self.upsert,
            self.changed_parts,
            self.windowed,
            self.grouping_sets,
            self.operations,
            self.json_table,
            self.chain,
            self.arrays,
            self.view_change,
            self.locked,
            self.aggregates,
            self.user_calls,
        ]
        return self.rng.choice(kinds)()

    def pick(self, *parts: str) -> str:
        return self.rng.choice(parts)

    def target_table(self) -> tuple[str, dict[str, str], Scope]:
        """A table or a view to change, its columns, and these as ``t.name``."""
        names = list(self.world.relations)
        name = self.rng.choice(names) if self.coin(0.4) else self.table()[0]
        columns = self.world.relations[name]
        return name, columns, [(f"t.{one}", kind) for one, kind in columns.items()]

    # MERGE and its like ---------------------------------------------------------------------------

    def merge(self) -> str:
        name, columns, scope = self.target_table()
        source: Scope = []
        using = self.relation(source, 1) if self.coin(0.7) else self.source(source, 1)[6:]
        using = using or f"({self.select(0, width=1)}) s(a)"
        both = scope + source
        whens = " ".join(self.action(columns, scope, source) for _ in range(self.rng.randint(1, 4)))
        with_ = f"with w(x, y) as ({self.select(0, width=2)}) " if self.coin(0.15) else ""
        only = self.pick("", "", "", "only ")
        on = self.expression("boolean", both, 1)
        returning = self.returned(columns, both, self.pick("merge_action()", "t.*"))
        return f"{with_}merge into {only}{name} as t using {using} on {on} {whens}{returning}"

    def action(self, columns: dict[str, str], scope: Scope, source: Scope) -> str:
        match = self.rng.choice(_MATCHES)
        inserts = match in ("not matched", "not matched by target")
        visible = source if inserts else scope if match.endswith("source") else scope + source
        test = f" and {self.expression('boolean', visible, 1)}" if self.coin(0.5) else ""
        then = self.pick("do nothing", "delete", "update", "insert")
        if self.coin(0.8):
            then = "insert" if inserts else self.pick("update", "update", "delete", "do nothing")
        if then == "update":
            then = f"update set {self.assignments(columns, visible)}"
        elif then == "insert":
            then = self.inserted(columns, visible)
        return f"when {match}{test} then {then}"

    def inserted(self, columns: dict[str, str], scope: Scope) -> str:
        if self.coin(0.1):
            return "insert default values"
        chosen = self.rng.sample(list(columns), self.rng.randint(1, min(4, len(columns))))
        values = [
            "default" if self.coin(0.15) else self.assigned(columns[one], scope, 1)
            for one in chosen
        ]
        overriding = self.pick("", "", "", " overriding user value", " overriding system value")
        return f"insert ({', '.join(chosen)}){overriding} values ({', '.join(values)})"

    def assignments(self, columns: dict[str, str], scope: Scope) -> str:
        """What follows SET."""
        chosen = self.rng.sample(list(columns), self.rng.randint(1, min(3, len(columns))))
        values = [
            "default" if self.coin(0.1) else self.assigned(columns[one], scope, 1) for one in chosen
        ]
        if self.coin(0.7):
            return ", ".join(f"{one} = {value}" for one, value in zip(chosen, values, strict=True))
        listed, given = ", ".join(chosen), ", ".join(values)
        form = self.pick(f"({given})", f"row({given})", f"(select {given})")
        return f"({listed}) = {form}"

    def returned(self, columns: dict[str, str], scope: Scope, more: str = "*") -> str:
        """RETURNING, or nothing."""
        if self.coin(0.4):
            return ""
        column = self.rng.choice(list(columns))
        aliases = self.pick("", "", " with (old as o, new as n)", " with (new as n)")
        old = "o" if "old" in aliases else "old"
        new = "n" if aliases else "new"
        parts = [
            f"{old}.{column}",
            f"{new}.{column}",
            f"{new}.*",
            f"{old}",
            f"coalesce({new}.{column}, {old}.{column})",
            f"{old} is distinct from {new}",
            f"row({new}.*) as r",
            self.expression(self.kind(), scope, 1),
            more,
            "*",
        ]
        return f" returning{aliases} " + ", ".join(
            self.rng.choice(parts) for _ in range(self.rng.randint(1, 3))
        )

    def upsert(self) -> str:
        """INSERT with all forms of ON CONFLICT."""
        name, columns, scope = self.target_table()
        chosen = self.rng.sample(list(columns), self.rng.randint(1, min(3, len(columns))))
        rows = ", ".join(
            "(" + ", ".join(self.assigned(columns[one], [], 1) for one in chosen) + ")"
            for _ in range(self.rng.choice((1, 1, 2, 3)))
        )
        values = f"values {rows}" if self.coin(0.7) else self.select(1, width=len(chosen))
        place = self.pick(
            "(id)",
            "(id)",
            "(id) where true",
            f"({self.rng.choice(list(columns))})",
            "((id))",
            "(id asc)",
            f"on constraint {name}_pkey",
            "(id, id)",
            "",
        )
        excluded = [(f"excluded.{one}", kind) for one, kind in columns.items()]
        then = "do nothing"
        if self.coin(0.7):
            then = f"do update set {self.assignments(columns, scope + excluded)}"
            if self.coin(0.4):
                then += f" where {self.expression('boolean', scope + excluded, 1)}"
        conflict = f" on conflict {place} {then}" if self.coin(0.8) else ""
        listed = f" ({', '.join(chosen)})" if self.coin(0.9) else ""
        overriding = self.pick("", "", "", " overriding user value", " overriding system value")
        returning = self.returned(columns, scope, "t.*")
        return f"insert into {name} as t{listed}{overriding} {values}{conflict}{returning}"

    def changed_parts(self) -> str:
        """Assignments to elements and fields."""
        name, columns, scope = self.target_table()
        column = self.rng.choice(list(columns))
        kind = columns[column]
        index = self.pick("1", self.parameter(), self.expression("integer", scope, 1))
        part, value = f"{column}[{index}]", self.expression(self.kind(), scope, 1)
        if kind.endswith("[]"):
            element = kind[:-2]
            value = self.assigned(element, scope, 1)
            if element == "address" and self.coin(0.5):
                part, value = part + ".street", self.assigned("text", scope, 1)
            elif self.coin(0.3):
                low = self.pick("", "1", index)
                part, value = f"{column}[{low}:{index}]", self.assigned(kind, scope, 1)
        elif kind in ("address", "spot"):
            part, value = f"{column}.number", self.assigned("integer", scope, 1)
        elif kind == "place":
            part = self.pick(f"{column}.home.street", f"{column}.tags[{index}]")
            value = self.assigned("text", scope, 1)
        elif kind == "jsonb":
            part, value = f"{column}['a'][{index}]", self.assigned("jsonb", scope, 1)
        if self.coin(0.3):
            other = self.rng.choice(list(columns))
            listed = self.assigned(columns[other], [], 1)
            return f"insert into {name} as t ({other}, {part}) values ({listed}, {value})"
        returning = self.returned(columns, scope, "t.*")
        return f"update {name} t set {part} = {value}{returning}"

    def view_change(self) -> str:
        """A change of a view, or of a table with generated columns."""
        name, columns, scope = self.target_table()
        where = self.expression("boolean", scope, 1)
        returning = self.returned(columns, scope, "t.*")
        if self.coin(0.3):
            return f"delete from {name} as t where {where}{returning}"
        if self.coin(0.4):
            return f"insert into {name} as t {self.inserted(columns, [])[7:]}{returning}"
        sets = self.assignments(columns, scope)
        return f"update {name} as t set {sets} where {where}{returning}"

    # Queries --------------------------------------------------------------------------------------

    def windowed(self) -> str:
        """Window functions with frames, and named windows on each other."""
        scope: Scope = []
        source = self.source(scope, 1)
        calls = [
            f"{self.filled(self.rng.choice(_WINDOW_CALLS), scope, 0)} over {self.over(scope)}"
            for _ in range(self.rng.randint(1, 3))
        ]
        base = self.window(scope) if self.coin(0.3) else self.sorted(scope)
        windows = f" window w as ({base}), w2 as (w {self.frame(scope)})"
        having = f" order by {self.rng.choice(calls)}" if self.coin(0.2) else ""
        return f"select {', '.join(calls)}{source}{windows}{having}"

    def over(self, scope: Scope) -> str:
        return self.pick("w", "w2", f"(w {self.frame(scope)})", f"({self.window(scope)})")

    def window(self, scope: Scope) -> str:
        return f"{self.sorted(scope)} {self.frame(scope)}"

    def sorted(self, scope: Scope) -> str:
        parts: list[str] = []
        if self.coin(0.4):
            parts.append(f"partition by {self.expression(self.kind(), scope, 0)}")
        if self.coin(0.7):
            keys = ", ".join(
                self.expression(self.kind(), scope, 0) + self.pick("", " desc", " nulls first")
                for _ in range(self.rng.choice((1, 1, 2)))
            )
            parts.append(f"order by {keys}")
        return " ".join(parts)

    def frame(self, scope: Scope) -> str:
        if self.coin(0.4):
            return ""
        mode = self.pick("rows", "range", "groups")
        start = self.bound(scope)
        excluded = self.rng.choice(_EXCLUDED)
        if self.coin(0.3):
            return f"{mode} {start}{excluded}"
        return f"{mode} between {start} and {self.bound(scope)}{excluded}"

    def bound(self, scope: Scope) -> str:
        offset = self.pick(
            "1", "'1'", self.parameter(), self.expression("interval", [], 0), "1.5", "2 + 1"
        )
        return self.rng.choice(_BOUNDS).replace("{offset}", offset)

    def grouping_sets(self) -> str:
        scope: Scope = []
        source = self.source(scope, 1)
        keys = [self.expression(self.kind(), scope, 0) for _ in range(self.rng.randint(1, 3))]
        shown = self.rng.sample(keys, self.rng.randint(0, len(keys)))
        shown += [self.filled(self.rng.choice(_AGGREGATES), scope, 0)]
        if self.coin(0.3):
            shown.append(f"grouping({', '.join(self.rng.sample(keys, 1))})")
        items = ", ".join(self.grouping_item(keys, 2) for _ in range(self.rng.randint(1, 2)))
        distinct = self.pick("", "", "distinct ", "all ")
        having = f" having grouping({keys[0]}) = 0" if self.coin(0.2) else ""
        ordered = f" order by {self.rng.choice(keys)}" if self.coin(0.2) else ""
        return f"select {', '.join(shown)}{source} group by {distinct}{items}{having}{ordered}"

    def grouping_item(self, keys: list[str], depth: int) -> str:
        chosen = ", ".join(self.rng.sample(keys, self.rng.randint(1, len(keys))))
        if depth == 0 or self.coin(0.3):
            return self.pick(chosen, f"({chosen})", "()", "1")
        inner = ", ".join(
            self.grouping_item(keys, depth - 1) for _ in range(self.rng.randint(1, 2))
        )
        return self.pick(
            f"rollup ({chosen})", f"cube ({chosen})", f"grouping sets ({inner})", f"({chosen})"
        )

    def aggregates(self) -> str:
        scope: Scope = []
        source = self.source(scope, 1)
        count = self.rng.randint(1, 3)
        listed = [self.filled(self.rng.choice(_AGGREGATES), scope, 1) for _ in range(count)]
        having = f" having {listed[0]} is not null" if self.coin(0.3) else ""
        return f"select {', '.join(listed)}{source}{having}"

    def user_calls(self) -> str:
        """Calls in all forms that calls have."""
        scope = [(f"r.{name}", kind) for name, kind in self.world.relations["t0"].items()]
        count = self.rng.randint(1, 3)
        listed = [self.filled(self.rng.choice(CALLS), scope, 0) for _ in range(count)]
        source = self.filled(self.rng.choice(SOURCES), scope, 0)
        more = f", {source}" if self.coin(0.5) else ""
        return f"select {', '.join(listed)}{', s, s.*' if more else ''} from t0 r{more}"

    def operations(self) -> str:
        """Set operations in each other, in WITH queries and subqueries."""
        width = self.rng.randint(1, 3)
        query = self.term(width, 2)
        if self.coin(0.3):
            query += f" order by {self.rng.randint(1, width)}{self.pick('', ' desc', ' using >')}"
        if self.coin(0.2):
            query += self.pick(
                " limit 1", " offset 2", f" fetch first {self.parameter()} rows only"
            )
        names = ", ".join("xyz"[:width])
        return self.pick(
            query,
            f"with w({names}) as ({query}) select * from w union all table w",
            f"select s.*, {self.expression(self.kind(), [], 1)} from ({query}) s({names})",
            f"select array(select x from ({query}) s({names})), exists ({query})",
        )

    def term(self, width: int, depth: int) -> str:
        if depth == 0 or self.coin(0.3):
            row = ", ".join(self.expression(self.kind(), [], 1) for _ in range(width))
            open_ = ", ".join(self.pick("null", "'1'", self.parameter()) for _ in range(width))
            return self.pick(
                self.select(0, width=width), f"select {row}", f"values ({row})", f"select {open_}"
            )
        one, other = self.term(width, depth - 1), self.term(width, depth - 1)
        op = self.rng.choice(_OPERATIONS)
        return self.pick(f"({one}) {op} ({other})", f"{one} {op} {other}")

    def chain(self) -> str:
        """WITH queries that change data and read from each other."""
        name, columns, _ = self.target_table()
        change = self.rng.choice([self.upsert, self.view_change, self.changed_parts, self.merge])()
        column = self.rng.choice(list(columns))
        recursive = self.pick("", "", "recursive ")
        materialized = self.pick("", "", "materialized ", "not materialized ")
        inner: Scope = [("w.x", "text"), ("w.y", "text")]
        query = self.select(0, width=2)
        return f"with {recursive}w(x, y) as {materialized}({query}), c as ({change}) " + self.pick(
            f"select w.*, {self.expression(self.kind(), inner, 1)} from w",
            "select * from c",
            "select c.*, x from c, w",
            f"update {name} t set {column} = w.y from w, c returning c, t.*",
            f"insert into {name} select w.* from w returning {column}",
            f"delete from {name} t using c join w on true returning w.x",
        )

    def json_table(self) -> str:
        scope: Scope = []
        source = self.source(scope, 0)
        context = self.expression("jsonb", scope, 1)
        passing = (
            f" passing {self.expression(self.kind(), scope, 0)} as x" if self.coin(0.3) else ""
        )
        error = self.pick("", "", " error on error", " empty on error")
        table = (
            f"json_table({context}, '{self.rng.choice(_PATHS)}'{passing}"
            f" columns ({self.json_columns('c', 2)}){error}) j"
        )
        joined = f"{source}, {table}" if source else f" from {table}"
        return f"select j.*, {self.expression(self.kind(), scope, 0)}{joined}"

    def json_columns(self, prefix: str, depth: int) -> str:
        parts: list[str] = []
        for number in range(self.rng.randint(1, 3)):
            name = f"{prefix}{number}"
            if self.coin(0.1):
                parts.append(f"{name} for ordinality")
            elif depth and self.coin(0.2):
                inner = self.json_columns(f"{name}_", depth - 1)
                parts.append(f"nested path '$.n[*]' as {name} columns ({inner})")
            elif self.coin(0.2):
                kind = self.pick("boolean", "integer", "text", self.kind())
                parts.append(f"{name} {kind} exists{self.pick('', ' error on error')}")
            else:
                kind = self.kind()
                option = self.rng.choice(_JSON_OPTIONS).replace("{literal}", self.literal(kind))
                option = option.replace("{any}", self.expression(kind, [], 1))
                wrapper = self.rng.choice(_QUERY_OPTIONS)
                format_ = self.pick("", "", " format json")
                path = self.pick("", f" path '{self.rng.choice(_PATHS)}'")
                parts.append(f"{name} {kind}{format_}{path}{wrapper}{option}")
        return ", ".join(parts)

    def arrays(self) -> str:
        """Arrays of several dimensions."""
        scope: Scope = []
        source = self.source(scope, 0)
        kind = self.kind()
        a, b, c, d = (self.expression(kind, scope, 0) for _ in range(4))
        index = self.expression("integer", scope, 0)
        row = self.pick("", "array")
        grid = f"array[{row}[{a}, {b}], {row}[{c}, {d}]]"
        array = self.expression("integer[]", scope, 0)
        nested = f"array[{array}, {array}]"
        values = [
            grid,
            f"({grid})[{index}][1]",
            f"({grid})[1:{index}][:]",
            f"({grid})[{index}]",
            nested,
            f"({nested})[1][{index}]",
            f"array[[{a}], array[{b}]]",
            f"array[]::{kind.removesuffix('[]')}[]",
            f"{a} = any ({grid})",
            f"{a} <> all (array[{b}, {self.parameter()}])",
            f"{grid} || array[{c}, {d}]",
            f"array[{a}, {b}] || {c}",
            f"array_append({array}, {index})",
            f"array_position(array[{a}, {b}], {c})",
            f"unnest({grid})",
            f"array(select array[{a}, {b}])",
            f"{grid}::text[]",
            f"array[{self.parameter()}, {a}]",
            f"array[[{self.parameter()}, {a}], [null, '1']]",
            f"array_dims({grid})",
            f"array_cat({grid}, {grid})",
            f"cardinality({grid})",
            f"(select array_agg(array[{a}, {b}]))",
        ]
        return "select " + ", ".join(self.rng.sample(values, self.rng.randint(1, 3))) + source

    def locked(self) -> str:
        name, columns, _ = self.target_table()
        extra: Scope = []
        join = f" {self.pick('join', 'left join', ', ')} {self.relation(extra, 1)}"
        on = " on true" if "join" in join.split("(")[0] else ""
        column = self.rng.choice(list(columns))
        lock = self.rng.choice(_LOCKS) + self.pick("", " of t", f" of r{self.aliases}")
        lock += self.pick("", " nowait", " skip locked")
        tail = self.pick("", " limit 1", f" order by t.{column}", f" offset {self.parameter()}")
        return f"select t.{column}, t.* from {name} t{join}{on}{tail} {lock}"
