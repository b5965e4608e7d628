"""Random statements of other forms: changes of all kinds with RETURNING, windows, recursion and
functions in FROM.

``python -m tests.nullability.random_changes COUNT SEED`` attacks what is claimed of them.
"""

from __future__ import annotations

import sys

from tests.nullability.random_queries import Generator, Scope, main

_WINDOWS = (
    "lag({n}) over w",
    "lag({n}, 1, {n}) over w",
    "lead({t}, 2) over w",
    "first_value({n}) over {frame}",
    "last_value({t}) over {frame}",
    "nth_value({n}, 2) over {frame}",
    "sum({n}) over {frame}",
    "max({t}) over {frame}",
    "array_agg({n}) over {frame}",
    "count({n}) over {frame}",
    "count(*) filter (where {b}) over w",
    "sum({n}) filter (where {b}) over w",
    "row_number() over w",
    "ntile(2) over w",
    "cume_dist() over w",
    "string_agg({t}, ',') over {frame}",
)
_FRAMES = (
    "w",
    "w",
    "(w rows unbounded preceding)",
    "(w rows between 1 preceding and 1 preceding)",
    "(w rows between 1 following and 2 following)",
    "(w rows between current row and unbounded following exclude current row)",
    "(w groups between 1 preceding and current row exclude group)",
    "(w range between unbounded preceding and unbounded following exclude ties)",
    "(rows between unbounded preceding and 1 following)",
)
#: Items of FROM with their columns of numbers and texts.
_ITEMS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("unnest(array[{n}, {n}]) with ordinality {a}(c0, c1)", ["c0", "c1::int"], []),
    ("unnest(array[{n}, 1], array[{t}]) {a}(c0, c1)", ["c0"], ["c1"]),
    ("rows from (few({n}), unnest(array[{t}, 'a'])) {a}(c0, c1)", ["c0"], ["c1"]),
    ("generate_series(1, {n}) {a}(c0)", ["c0"], []),
    ("few({n}) {a}(c0)", ["c0"], []),
    ("(values ({n}, {t}), (1, 'a')) {a}(c0, c1)", ["c0"], ["c1"]),
    ("jsonb_to_recordset(jsonb_build_array({n}, {t})) {a}(c0 int, c1 text)", ["c0"], ["c1"]),
    ("jsonb_each_text(jsonb_build_object('a', {n}, 'b', {t})) {a}(c0, c1)", [], ["c0", "c1"]),
    (
        "json_table(jsonb_build_array({n}, {t}), '$[*]' columns (c0 int path '$', c1 text exists,"
        " c2 for ordinality, nested '$.x' columns (c3 int path '$', c4 for ordinality))) {a}",
        ["c0", "c2", "c3", "c4"],
        ["c1"],
    ),
    ("(select {n} as c0, {t} as c1 limit 1) {a}", ["c0"], ["c1"]),
    ("(select max({n}) as c0, count(*)::int as c1) {a}", ["c0", "c1"], []),
)
_JSON = (
    "jsonb_build_object('a', {n}) -> 'a'",
    "jsonb_build_object('a', {n}) ->> 'a'",
    "jsonb_build_object('a', {n}) ->> 'b'",
    "json_value(jsonb_build_object('a', {n}), '$.a' returning int)",
    "json_value(jsonb_build_object('a', {n}), '$.b' default 1 on empty)",
    "json_value(jsonb_build_object('a', {n}), '$.b' default 'x' on empty default 'y' on error)",
    "json_query(jsonb_build_array({n}, {t}), '$[*]' with wrapper)",
    "json_query(jsonb_build_array({n}, {t}), '$[7]' with wrapper empty on empty empty on error)",
    "json_exists(jsonb_build_array({n}), '$[0]' error on error)",
    "json_object('a': {n}, 'b': {t} absent on null)",
    "json_array({n}, {t})",
    "json_scalar({n})",
    "json_serialize(json_scalar({t}))",
    "jsonb_build_array({n}) is json array",
    "to_jsonb({n})",
    "(array[[{n}, 1], [2, {n}]])[1][{n}]",
    "(array[{n}, 1])[1:{n}]",
    "{n} = any (array[{n}, {n}])",
    "{n} <> all (array[{n}])",
    "row({n}, {t}) is null",
    "row({n}, {t}) is distinct from row({n}, 'a')",
    "overlay({t} placing {t} from 1)",
    '{t} collate "C"',
    "{t}::varchar(1)",
    "num_nonnulls({n}, {t})",
    "least({n}, {n})",
    "{t} similar to {t}",
    "format('%s', {t})",
)


class Changes(Generator):
    """Draws statements that change data, and queries of other forms."""

    def query(self) -> str:
        """A random statement."""
        return self.rng.choice(
            [
                self.merge,
                self.merge,
                self.upsert,
                self.upsert,
                self.update_from,
                self.delete_using,
                self.defaults,
                self.chain,
                self.windows,
                self.windows,
                self.recursive,
                self.nested,
                self.functions,
                self.functions,
                self.constructs,
            ]
        )()

    def filled(self, text: str, scope: Scope) -> str:
        """A text with values at the places ``{n}``, ``{t}`` and ``{b}``."""
        for kind in "nt":
            while "{" + kind + "}" in text:
                text = text.replace("{" + kind + "}", self.value(kind, scope, 1), 1)
        while "{b}" in text:
            text = text.replace("{b}", self.condition(scope, 1), 1)
        return text

    def returned(self, alias: str, scope: Scope, more: str = "") -> str:
        old, new = self.versions(alias)
        parts = [
            f"{old}.age as o_age",
            f"{new}.age as n_age",
            f"{old}.name as o_name",
            f"{new}.name as n_name",
            f"{old}.id as o_id",
            f"{new}.id as n_id",
            f"{alias}.note as note",
            f"{alias}.mood as mood",
            f"{new}.mood as n_mood",
            f"{old}.mood as o_mood",
            f"coalesce({old}.name, {new}.name) as either",
            f"coalesce({old}.age, {new}.age) as age",
            f"{old}.id is null as inserted",
            f"case when {old}.id is not null then {old}.name end as was",
            f"case when {new}.id is not null then {new}.name else 'gone' end as now",
            f"{self.value('n', scope, 2)} as x",
            f"{self.value('t', scope, 2)} as y",
            f"({self.condition(scope, 1)}) as z",
            f"(select max(z.id) from users z where z.age = {new}.age) as m",
            f"({new} is null) as all_null",
            *([f"{more} as more"] if more else []),
        ]
        chosen = self.rng.sample(parts, self.rng.randint(2, 5))
        with_ = " with (old as o, new as n)" if old == "o" else ""
        return f" returning{with_} {', '.join(chosen)}"

    def versions(self, alias: str) -> tuple[str, str]:
        return self.rng.choice([("old", "new"), ("old", "new"), ("o", "n"), ("old", alias)])

    def assignments(self, scope: Scope, merges: bool = False) -> str:
        """What follows SET. In MERGE no row comes from a subquery: PostgreSQL 18.6 crashes where
        two actions have such a row."""
        n, m, t, u = (self.value(kind, scope, 1) for kind in "nntt")
        condition = self.condition(scope, 1)
        return self.rng.choice(
            [
                f"age = {n}, note = {t}",
                f"age = default, name = coalesce({t}, 'a')",
                f"(age, note) = ({n}, {t})",
                *([] if merges else [f"(age, note) = (select {n}, {t})"]),
                *([] if merges else [f"(age, note) = (select {n}, {t} where {condition})"]),
                f"name = upper(coalesce({u}, 'b'))",
                f"tags[1] = {t}, age = {m}",
                f"mood = default, last_mood = null, manager_id = null, note = {u}",
                f"note = {t} || {u}",
            ]
        )

    def target(self) -> tuple[str, Scope]:
        self.names += 1
        scope = Scope()
        self.bind("users", "t", scope)
        return "users as t", scope

    def merge(self) -> str:
        target, own = self.target()
        source = Scope()
        using = self.relation(source, 0)
        both = _joined(own, source)
        whens: list[str] = []
        for _ in range(self.rng.randint(1, 3)):
            match = self.rng.choice(["matched", "matched", "not matched", "not matched by source"])
            visible = {"matched": both, "not matched": source}.get(match, own)
            test = f" and {self.condition(visible, 1)}" if self.rng.random() < 0.5 else ""
            if match == "not matched":
                n, t = self.value("n", visible, 1), self.value("t", visible, 1)
                then = self.rng.choice(
                    [
                        f"insert (id, name, age) values (coalesce({n}, 5) + 10, 'n', {n})",
                        f"insert (id, name, note) values (20, coalesce({t}, 'm'), {t})",
                        "do nothing",
                    ]
                )
            else:
                update = f"update set {self.assignments(visible, merges=True)}"
                then = self.rng.choice([update, update, "delete", "do nothing"])
            whens.append(f"when {match}{test} then {then}")
        on = self.condition(both, 1)
        if self.rng.random() < 0.5:
            on = f"t.id = {self.column('n', source)}"
        returning = self.returned("t", both, "merge_action()")
        return f"merge into {target} using {using} on {on} {' '.join(whens)}{returning}"

    def upsert(self) -> str:
        target, own = self.target()
        source = Scope()
        rows = [
            f"({self.rng.randint(0, 12)}, coalesce({self.constant('t')}, 'k'),"
            f" {self.value('n', Scope(), 1)}, {self.value('t', Scope(), 1)})"
            for _ in range(self.rng.randint(1, 2))
        ]
        values = f"values {', '.join(rows)}"
        if self.rng.random() < 0.4:
            relation = self.relation(source, 0)
            numbers = [self.value("n", source, 1) for _ in range(2)]
            values = (
                f"select coalesce({numbers[0]}, 1), coalesce({self.value('t', source, 1)}, 'a'),"
                f" {numbers[1]}, {self.value('t', source, 1)} from {relation} limit 1"
            )
        excluded = Scope(
            {"n": ["excluded.id", "excluded.age"], "t": ["excluded.note", "excluded.name"], "b": []}
        )
        both = _joined(own, excluded)
        conflict = self.rng.choice(["(id)", "(id)", "(email)", "on constraint users_pkey", ""])
        then = "do nothing"
        if conflict and self.rng.random() < 0.8:
            then = f"do update set {self.assignments(both)}"
            if self.rng.random() < 0.4:
                then += f" where {self.condition(both, 1)}"
        on = f" on conflict {conflict} {then}" if self.rng.random() < 0.85 else ""
        return f"insert into {target} (id, name, age, note) {values}{on}{self.returned('t', own)}"

    def target_and_source(self) -> tuple[str, str, Scope]:
        """The table to change, more tables, and the names of all."""
        target, own = self.target()
        source = Scope()
        more = self.source(source, 0)
        return target, more, _joined(own, source)

    def update_from(self) -> str:
        target, from_, both = self.target_and_source()
        where = self.condition(both, 2)
        sets = self.assignments(both)
        return f"update {target} set {sets} from {from_} where {where}{self.returned('t', both)}"

    def delete_using(self) -> str:
        target, using, both = self.target_and_source()
        where = self.condition(both, 2)
        return f"delete from {target} using {using} where {where}{self.returned('t', both)}"

    def defaults(self) -> str:
        """Changes of tables with defaults, generated columns, triggers, children and views."""
        n, t = self.value("n", Scope(), 1), self.value("t", Scope(), 1)
        columns = "s.level, s.plain, s.word, s.made, s.plus, s.sum, s.twice"
        listed = columns.replace("s.", "old.").split(", ")
        old = ", ".join(f"{name} as o{index}" for index, name in enumerate(listed))
        return self.rng.choice(
            [
                f"insert into settings as s (id, plain) values (30, {n}) returning {columns}",
                f"insert into settings as s (id, level, made) values (30, default, null),"
                f" (31, {n}, now()) returning {columns}",
                f"insert into settings as s (id, level) select 30, {n} returning {columns}",
                f"insert into settings as s (id) values (1) on conflict (id) do update"
                f" set level = {n}, plain = default returning {columns}, {old}",
                f"update settings s set plain = {n}, level = default returning {columns}, {old}",
                f"update settings s set word = {t} where plain = 1 returning {columns}, {old}",
                f"insert into adults (id, name, age) values (40, 'a', {n}) returning *",
                f"update adults set age = {n} returning id, name, age, old.email, new.email",
                f"update audits set who = {t} returning id, who, at, old.who as w, old.at as a",
                f"insert into audits values (4, {t}, current_date) returning id, who, at",
                "insert into ghosts values (5, 'a', current_date) returning id, who, at",
                f"update notes set extra = {t} returning body, extra, old.body as b",
                f"update touched set who = {t}, own = 1 returning id, who, at, lazy, own",
                f"insert into accounts (id, login, exact, flag, started, ratio) values"
                f" (50, coalesce({t}, 'x') || 'y', ({n}, {t}), true, current_date, 1)"
                " returning login, nick, place, exact, (exact).a, (exact).b",
                f"update accounts set place.a = {n}, exact.b = {t}"
                " returning place, exact, (place).a as pa, (exact).b as eb, old.place as op",
                "delete from events returning id, day, payload, new.id as n, old.day as d",
            ]
        )

    def chain(self) -> str:
        """A change in a WITH query, and what is read of it."""
        change = self.rng.choice([self.upsert, self.merge, self.update_from, self.delete_using])()
        head, _, returned = change.rpartition(" returning")
        with_ = returned.startswith(" with")
        names = ("n" if with_ else "new", "o" if with_ else "old")
        inner = f"{head} returning{' with (old as o, new as n)' if with_ else ''}"
        inner += f" {names[0]}.age as c0, {names[1]}.note as c1"
        scope = Scope()
        scope.columns["n"].append("w.c0")
        scope.columns["t"].append("w.c1")
        join = self.rng.choice(
            ["", " left join users r on r.id = w.c0", " right join users r on true"]
        )
        if join:
            self.bind("users", "r", scope)
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.4 else ""
        listed = f"{self.value('n', scope, 2)} as a, {self.value('t', scope, 2)} as b, w.c0, w.c1"
        return f"with w as ({inner}) select {listed} from w{join}{where}"

    def windows(self) -> str:
        scope = Scope()
        source = self.source(scope, 0)
        calls: list[str] = []
        for number in range(self.rng.randint(1, 3)):
            call = self.rng.choice(_WINDOWS).replace("{frame}", self.rng.choice(_FRAMES))
            calls.append(f"{self.filled(call, scope)} as c{number}")
        partition = f"partition by {self.value('n', scope, 1)} " if self.rng.random() < 0.4 else ""
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.4 else ""
        window = f" window w as ({partition}order by {self.column('n', scope)})"
        return f"select {', '.join(calls)} from {source}{where}{window}"

    def recursive(self) -> str:
        scope = Scope()
        base = self.relation(scope, 0)
        first = f"select 1, {self.value('n', scope, 1)}, {self.value('t', scope, 1)} from {base}"
        inner = Scope({"n": ["r.i", "r.n"], "t": ["r.t"], "b": []})
        join = ""
        if self.rng.random() < 0.5:
            right = self.relation(inner, 1)
            join = (
                f" {self.rng.choice(['join', 'left join'])} {right} on {self.condition(inner, 1)}"
            )
        n, t = self.value("n", inner, 1), self.value("t", inner, 1)
        op = self.rng.choice(["union", "union all"])
        tail = self.rng.choice(
            [
                "",
                "",
                " search depth first by i set o",
                " cycle i set c using p",
                " cycle i, n set c to 'x' default 'y' using p",
                " cycle n set c to 'x' default null using p",
            ]
        )
        extra = {"o": "r.o", "c": "r.c, r.p"}
        more = "".join(f", {extra[one]}" for one in extra if f"set {one}" in tail)
        outer = Scope({"n": ["r.i", "r.n"], "t": ["r.t"], "b": []})
        return (
            f"with recursive r(i, n, t) as ({first} {op} select r.i + 1, {n}, {t} from r{join}"
            f" where r.i < 3){tail} select r.i, r.n, r.t{more}, {self.value('n', outer, 2)} as x"
            f" from r where {self.condition(outer, 1)} limit 20"
        )

    def nested(self) -> str:
        """Set operations in each other, and what is read of them."""
        query = self.term(2)
        scope = Scope({"n": ["s.a"], "t": ["s.b"], "b": []})
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.5 else ""
        value = self.value("n", scope, 2)
        return self.rng.choice(
            [
                query,
                f"select s.a, s.b, {value} as x from ({query}) s(a, b){where}",
                f"with s(a, b) as ({query}) select distinct on (a) a, b from s{where} order by a",
                f"select array(select s.a from ({query}) s(a, b){where}) as x,"
                f" (select s.b from ({query}) s(a, b) limit 1) as y",
            ]
        )

    def term(self, depth: int) -> str:
        if depth == 0 or self.rng.random() < 0.25:
            row = f"{self.value('n', Scope(), 1)}, {self.value('t', Scope(), 1)}"
            return self.rng.choice(
                [self.select(["n", "t"], None, 1), f"select {row}", f"values ({row}), (1, null)"]
            )
        op = self.rng.choice(["union", "union all", "intersect", "intersect all", "except"])
        return f"({self.term(depth - 1)}) {op} ({self.term(depth - 1)})"

    def functions(self) -> str:
        """Functions and other items in FROM, joined in all ways."""
        scope = Scope()
        text = self.relation(scope, 0)
        for _ in range(self.rng.randint(1, 2)):
            item, numbers, texts = self.rng.choice(_ITEMS)
            self.names += 1
            alias = f"f{self.names}"
            join = self.rng.choice(["cross join", "left join", "join", "left join"])
            lateral = "lateral " if self.rng.random() < 0.5 or item.startswith("(") else ""
            filled = self.filled(item.replace("{a}", alias), scope)
            scope.columns["n"] += [f"{alias}.{name}" for name in numbers]
            scope.columns["t"] += [f"{alias}.{name}" for name in texts]
            on = "" if join == "cross join" else f" on {self.condition(scope, 1)}"
            text = f"{text} {join} {lateral}{filled}{on}"
        shown = self.rng.sample([*scope.columns["n"], *scope.columns["t"]], 3)
        listed = ", ".join(f"{name} as c{index}" for index, name in enumerate(shown))
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.5 else ""
        return f"select {listed}, {self.value('n', scope, 2)} as x from {text}{where}"

    def constructs(self) -> str:
        scope = Scope()
        source = self.source(scope, 0)
        chosen = self.rng.sample(_JSON, 3)
        listed = ", ".join(f"{self.filled(one, scope)} as c{i}" for i, one in enumerate(chosen))
        where = f" where {self.condition(scope, 1)}" if self.rng.random() < 0.5 else ""
        return f"select {listed} from {source}{where}"


def _joined(one: Scope, other: Scope) -> Scope:
    return Scope({kind: [*one.columns[kind], *other.columns[kind]] for kind in "ntb"})


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), Changes))
