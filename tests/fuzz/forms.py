"""Constructs that random statements are made of, as texts with places for what is drawn.

``{type}`` is an expression of that type, ``{any}`` one of any, ``{kind}`` the name of a type,
``{table}`` that of a table, ``{query}`` a query of two columns and ``{param}`` a parameter.
"""

from __future__ import annotations

_TIMES = "timestamp without time zone"
_ZONED = "timestamp with time zone"

#: Expressions by their type.
EXPRESSIONS: dict[str, tuple[str, ...]] = {
    "text": (
        "overlay({text} placing {text} from {integer} for {integer})",
        "substring({text} from {integer})",
        "substring({text} similar {text} escape '#')",
        "trim(both {text} from {text})",
        "trim({text})",
        '({text} collate "C")',
        "({address}).street",
        "json_value({jsonb}, '$.a')",
        "json_value({jsonb}, '$.a' returning varchar(3) default {text} on empty null on error)",
        "json_serialize({jsonb})",
        "xmlserialize(content {xml} as text)",
        "normalize({text}, nfkc)",
        "({text[]})[{integer}]",
        "({any})::text",
        "current_schema",
        "json_query({jsonb}, 'lax $[*]' returning text with conditional wrapper omit quotes)",
    ),
    "integer": (
        "position({text} in {text})",
        "({address}).number",
        "({integer[]})[{integer}]",
        "json_value({jsonb}, '$.n' returning integer)",
        "cardinality({integer[]})",
        "cast({any} as integer)",
    ),
    "numeric": (
        "extract(epoch from {interval})",
        "extract(year from {date})",
        "cast({numeric} as numeric(6, 2))",
    ),
    "boolean": (
        "{text} is not normalized",
        "{text} is json object with unique keys",
        "{boolean} is not unknown",
        "{boolean} is true",
        "{text} not similar to {text} escape '!'",
        "{text} ilike {text} escape '!'",
        "{text} not like any (array[{text}, {text}])",
        "{any} between symmetric {any} and {any}",
        "({date}, {date}) overlaps ({date}, {interval})",
        "row({integer}, {text}) < row({integer}, {text})",
        "({any}, {any}) is not distinct from ({any}, {any})",
        "({any}, {any}) in ({query})",
        "({any}, {any}) not in (({any}, {any}), ({any}, {any}))",
        "{integer} <> all (select {integer})",
        "{integer} = any ({param})",
        "{integer} in ({param}, {integer})",
        "json_exists({jsonb}, '$.a ? (@ > $x)' passing {integer} as x)",
        "xmlexists({text} passing {xml})",
        "{xml} is document",
        "not {boolean} or {boolean}",
        "{boolean} = any (array[{boolean}])",
        "{integer} < {integer} is true",
        "{address} is null",
        "{int4range} @> {integer}",
        "{int4range} && {int4range}",
        "{mood} > any (enum_range({mood}, 'happy'))",
    ),
    _TIMES: ("{timestamp with time zone} at time zone {text}", "({date} + {interval})"),
    _ZONED: ("{timestamp without time zone} at time zone {interval}", "current_timestamp(2)"),
    "interval": ("interval '1' day", "({text})::interval hour to second(2)", "interval(3) '1 s'"),
    "integer[]": (
        "({integer[]})[{integer}:]",
        "array(select {integer})",
        "array[{integer}, {integer}]",
        "({integer[]} || {integer})",
    ),
    "text[]": (
        "({text[]})[:{integer}]",
        "array(select {text} order by 1)",
        "string_to_array({text}, ',')",
    ),
    "jsonb": (
        "({jsonb})[{text}]",
        "({jsonb} -> {text})",
        "json_object('a' : {any}, 'b' value {text} absent on null returning jsonb)",
        "json_array({any}, {any} null on null returning jsonb)",
        "json_query({jsonb}, '$.a' with wrapper)",
        "to_jsonb({any})",
    ),
    "json": (
        "json_object({text} : {any})",
        "json_array(select {any})",
        "json({text})",
        "json_scalar({any})",
    ),
    "xml": (
        "xmlelement(name a, xmlattributes({text} as b, {any} as c), {any})",
        "xmlforest({text} as a, {integer} as b)",
        "xmlparse(content {text})",
        "xmlconcat({xml}, {xml})",
        "xmlroot({xml}, version {text}, standalone yes)",
        "xmlpi(name a, {text})",
    ),
    "int4range": ("int4range({integer}, {integer}, '[)')", "({int4range} * {int4range})"),
    "address": ("row({text}, {integer})::address",),
    "mood": ("{text}::mood", "coalesce({mood}, 'ok')"),
    "bit": ("b'1010'", "({bit} & {bit})"),
    "money": ("({money} * {integer})", "{numeric}::money"),
}

#: Items of FROM, with the columns that they have. ``{name}`` is the item's alias.
ITEMS: tuple[tuple[str, dict[str, str]], ...] = (
    ("lateral ({query}) {name}(x, y)", {}),
    (
        "(values ({integer}, {text}), ({integer}, {text})) {name}(p, q)",
        {"p": "integer", "q": "text"},
    ),
    (
        "unnest({text[]}, {integer[]}) with ordinality {name}(p, q, n)",
        {"p": "text", "q": "integer", "n": "bigint"},
    ),
    (
        "rows from (generate_series(1, {integer}), unnest({text[]})) {name}(p, q)",
        {"p": "integer", "q": "text"},
    ),
    (
        "json_table({jsonb}, '$[*]' columns (n for ordinality, p integer path '$.a', q text exists,"
        " nested path '$.c' columns (d jsonb path '$' default {jsonb} on error))) {name}",
        {"n": "integer", "p": "integer", "q": "text", "d": "jsonb"},
    ),
    (
        "xmltable('/r' passing {xml} columns p integer path '@a' default {integer},"
        " q text not null) {name}",
        {"p": "integer", "q": "text"},
    ),
    ("jsonb_to_record({jsonb}) as {name}(p integer, q mood)", {"p": "integer", "q": "mood"}),
    ("jsonb_each({jsonb}) {name}", {"key": "text", "value": "jsonb"}),
    ("(table {table}) {name}", {}),
    ("{table} {name} tablesample bernoulli ({numeric}) repeatable ({integer})", {}),
    ("only {table} {name}", {}),
    ("(select {any} as p, {any} as q union all select {any}, {any}) {name}", {}),
)

#: What stands behind an aggregate or a window function.
WINDOWS: tuple[str, ...] = (
    "(partition by {any} order by {any} desc nulls last)",
    "(order by {any} rows between {integer} preceding and current row)",
    "(order by {integer} range between {integer} preceding and unbounded following)",
    "(order by {date} range {interval} preceding exclude ties)",
    "(order by {any} groups between {param} following and {integer} following exclude current row)",
    "(rows unbounded preceding)",
    "()",
)

GROUPINGS: tuple[str, ...] = (
    "rollup ({keys})",
    "cube ({keys})",
    "grouping sets (({keys}), ())",
    "distinct grouping sets (rollup ({keys}), cube ({keys}))",
    "({keys}), ()",
)

#: Whole statements, over a table ``{target}`` whose columns are ``{column}`` and ``{other}``, with
#: ``{value}`` and ``{second}`` for their values.
STATEMENTS: tuple[str, ...] = (
    "merge into {target} t using {table} s on {boolean}"
    " when matched and {boolean} then update set {column} = {value}"
    " when not matched by source then delete"
    " when not matched then insert ({column}, {other}) values ({value}, {second})"
    " returning merge_action(), t.{column}, new.{other}",
    "merge into {target} as t using (select {any} as a, {any} as b) s on t.{column} is null"
    " when matched then do nothing when not matched by target then insert default values",
    "insert into {target} as t ({column}, {other}) select {value}, {second} from {table}"
    " returning old.{column}, new.*, with_.{other}",
    "insert into {target} ({column}, {other}) values ({value}, default), ({value}, {second})"
    " on conflict (id) where {boolean} do update set ({column}, {other}) ="
    " (excluded.{column}, {second}) where {boolean} returning {any}, {target}.{column}",
    "insert into {target} ({other}, {column}) overriding user value {query}",
    "insert into {target} default values returning with (old as o, new as n) n.{column}, o.{other}",
    "update {target} t set ({column}, {other}) = ({value}, {second}) from {table} s"
    " where {boolean} returning t.*, old.{column}",
    "update {target} set ({column}, {other}) = (select {value}, {second} from {table} limit 1)",
    "update only {target} as t set {column} = default, {other} = {second}"
    " where t.{column} = {value}",
    "delete from {target} t using {table} s, lateral ({query}) u(x, y) where {boolean}"
    " returning t.{column}, s.*",
    "with d as (delete from {target} where {boolean} returning {column}, {other}), u(x, y) as"
    " materialized ({query}) select d.*, {any}, x from d full join u on {boolean}",
    "with recursive r(n, x) as (select 1, {any} union all select n + 1, x from r"
    " where n < {integer}) search depth first by n set o cycle n set c using p"
    " select r.*, {any} from r",
    "with recursive r(n, x) as (select {integer}, {any} union select n, x from r where {boolean})"
    " cycle n set c to {text} default 'b' using p select n, x, c from r order by {any}, o",
    "with a as ({query}), b as (select * from a union table a) select count(*) over (), * from b",
    "({query}) union all (({query}) except ({query}) order by 1 limit {param})"
    " order by 2, 1 offset 1",
    "{query} intersect {query} union {query}",
    "select distinct on ({any}) {any}, t.{column} from {target} t where {boolean}"
    " fetch first {param} rows with ties",
    "select t.{column} from {target} t left join {table} s on {boolean} where {boolean}"
    " for no key update of t skip locked",
    "select t, (t).{column}, row(t.*, {any}), {any} in (select t.{column}) from {target} t",
    "values ({any}, {any}), ({any}, {any}) order by 1 limit {param} offset {integer}",
    "select {any}, {any} from {target} t join {table} s using (id) as j where j.id is not null",
    "select (select {column} from {target} limit 1), exists ({query}), array({query}), {any}",
    "table {target} order by {column} nulls first limit all",
)
