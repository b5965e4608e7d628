"""A package with every difficulty that names, texts and types can make."""

from __future__ import annotations

from codegen.analysis.nodes import AnalysedQuery
from codegen.plan.type_rows import ROWS
from codegen.postgres.catalog import Catalog, Column, Relation, Type
from tests.plan.support import (
    add_table,
    make_catalog,
    make_columns,
    make_query,
    table_columns,
    type_oid,
)

#: Types that no column can have.
_PSEUDO = frozenset({"void", "anyarray", "cstring"})
#: Names that a class may have a meaning of its own for.
_MEMBERS = (
    "count index self cls json dict schema model_config model_fields mro fields register".split()
)
_COLUMN_TYPES = [name for name in ROWS if name not in _PSEUDO]
_ARRAY_TYPES = [name for name in _COLUMN_TYPES if type_oid(Catalog.builtin(), f"{name}[]")]


def hostile_catalog() -> Catalog:
    """Tables and enums whose names collide with Python's and with each other."""
    catalog = make_catalog(
        {
            "chat_status": [
                "waiting",
                "in progress",
                "in-progress",
                "1st",
                "",
                "mro",
                'say "hi"',
                "%s",
            ],
            "date": ["x"],
            "decimal": ["it's", "back\\slash", "été", "{braces}"],
            "empty": [],
        },
        {
            "events": "id int8, date date?, datetime timestamptz, int int4, str text?, "
            "list text[], self uuid",
            "chats": "id uuid, status chat_status, previous chat_status?, "
            "all_statuses chat_status[]",
            "users": "id int8, name text, manager int8?",
            "notes": "text text?, user int8?",
            "class": "def int4, None text, import bool, conn uuid, queries text",
            "2024_reports": "1st int4, ??? text, a-b text, a_b text",
            "no_columns_but_one": "id int4",
            "chat_statuses": "id int4",
            "json_values": "value jsonb, other json?, many jsonb[], uuid uuid",
            "everything": ", ".join(f"c_{name} {name}" for name in _COLUMN_TYPES),
            "nullable_everything": ", ".join(f"c_{name} {name}?" for name in _COLUMN_TYPES),
            "arrays": ", ".join(f"c_{name} {name}[]" for name in _ARRAY_TYPES),
        },
    )
    catalog.add_relation(
        Relation(
            schema="public",
            name="commented",
            comment='Ends with a backslash \\\n\nand has """quotes""" and "one"',
            columns=(
                Column(
                    name="id",
                    type=type_oid(catalog, "int4"),
                    not_null=True,
                    comment="A very long comment that goes on and on, well beyond any line length "
                    "that anybody would set for their Python code.\n\ttabs\tin it  ",
                ),
                Column(name="other", type=type_oid(catalog, "text"), comment='"'),
            ),
        )
    )
    catalog.add_relation(Relation(schema="public", name="columnless"))
    add_table(catalog, "members", f"{', '.join(f'{name} int4' for name in _MEMBERS)}, copy text?")
    catalog.add_schema("other")
    add_table(catalog, "users", "id int4", "other")
    _add_made_types(catalog)
    catalog.add_type(
        Type(oid=0, schema="public", name="positive", kind="d", base=type_oid(catalog, "int4"))
    )
    return catalog


def _add_made_types(catalog: Catalog) -> None:
    """Composite types and ranges, whose names collide with those of the codecs."""
    _add_range(catalog, "range", "chat_status")
    for name, columns in {
        "scalar": "class chat_status?, array int4[]?, def text?, spans range[]?",
        "composite": "a_composite_type_with_a_very_long_name scalar[]?, value jsonb?, x numeric?",
        "fieldless": "",
    }.items():
        made = make_columns(catalog, columns)
        fields = tuple(Column(name=one.name, type=one.type) for one in made)
        catalog.add_relation(Relation(schema="public", name=name, kind="c", columns=fields))
    add_table(catalog, "composed", "id int4, it composite?, many composite[], span range, u users")


def _add_range(catalog: Catalog, name: str, subtype: str) -> None:
    made = catalog.add_type(
        Type(oid=0, schema="public", name=name, kind="r", subtype=type_oid(catalog, subtype))
    )
    catalog.add_type(Type(oid=0, schema="public", name=f"{name}s", kind="m", range=made.oid))


def hostile_queries(catalog: Catalog) -> list[AnalysedQuery]:
    """Queries with every command, shape and difficulty."""

    def q(name: str, command: str, sql: str, **rest: object) -> AnalysedQuery:
        return make_query(catalog, name, command, sql, **rest)  # type: ignore[arg-type]

    everything = ", ".join(f"{name} {name}" for name in _COLUMN_TYPES)
    nullable = ", ".join(f"{name} {name}?" for name in _COLUMN_TYPES)
    arrays = ", ".join(f"{name} {name}[]" for name in _ARRAY_TYPES)
    return [
        q("GetEvent", "one", "select * from events", columns=table_columns(catalog, "events")),
        q("List", "many", "select * from chats", columns=table_columns(catalog, "chats")),
        q("FetchOne", "one", "select 1", columns="one int4", cardinality="exactly_one"),
        q("Execute", "exec", "delete from users where id = $1", parameters="conn int8"),
        q("Names", "many", "select name", columns="name text?"),
        q("Statuses", "many", "select status", columns="status chat_status?"),
        q("OneStatus", "one", "select s", columns="s chat_status", cardinality="exactly_one"),
        q("StatusLists", "many", "select s", columns="s chat_status[]?, d positive, p positive[]"),
        q("Point", "one", "select $1", parameters="point point?", columns="p point?"),
        q("Touch", "execrows", "update users set id = id", comments=['"quoted"', "", "\\ end \\"]),
        q("Status", "execresult", "truncate users", comments=["x" * 120]),
        q(
            "Everything",
            "many",
            'select \'%s {x} \\ """ \' || $1 -- é\r\n\t|| "x"',
            parameters=everything,
            columns=everything,
        ),
        q("NullableEverything", "one", "x", parameters=nullable, columns=nullable),
        q("Arrays", "exec", "x", parameters=arrays),
        q(
            "Composed",
            "one",
            "x",
            parameters="it composite?, many composite[], s range, m ranges[]?, f fieldless",
            columns="it composite?, many composite[], s range, m ranges[]?, f fieldless, v void?",
        ),
        q("OneComposite", "many", "x", parameters="it scalar", columns="it scalar?"),
        q("AllComposed", "many", "x", columns=table_columns(catalog, "composed")),
        q("CopyComposed", "batchexec", "x", parameters="it composite?, users users[]"),
        q(
            "ReservedParameters",
            "exec",
            "x",
            parameters="class int4, conn int4, queries int4, self int4, user_id int4, userId int4, "
            "optional jsonb?, to_jsonb jsonb, None int4, value int4, print text, int int4",
        ),
        q(
            "WithOwner",
            "many",
            "x",
            columns=(
                *table_columns(catalog, "chats", embed="c"),
                *table_columns(catalog, "users", embed="owner", embed_nullable=True),
                *table_columns(catalog, "notes", embed="note", embed_nullable=True),
                *table_columns(catalog, "chats", embed="parent", embed_nullable=True),
            ),
        ),
        q(
            "AVeryLongQueryNameThatLeavesNoRoomForAnythingElseOnItsLine",
            "many",
            "x",
            parameters="a_very_long_parameter_name_that_is_longer_than_it_should jsonb?, b int8?",
            columns="a_very_long_column_name_that_is_longer_than_it_should_be chat_status?, b text",
        ),
        q(
            "Rows",
            "iter",
            "select",
            columns=table_columns(catalog, "chats"),
            parameters="rows int4",
        ),
        q("Ids", "iter", "select", columns="id int8"),
        q("DeleteEach", "batchexec", "delete", parameters="id int8?"),
        q("SetEach", "batchexec", "update", parameters="int int4, name jsonb?, row text"),
        q("ChatEach", "batchone", "select", parameters="id uuid", columns="s chat_status, i int8"),
        q("CountEach", "batchone", "select", parameters="id uuid", columns="count int8?"),
        q(
            "SureEach",
            "batchone",
            "insert",
            parameters="id uuid, b text",
            columns="id int8",
            cardinality="exactly_one",
        ),
        q(
            "SureRowEach",
            "batchone",
            "insert",
            parameters="id uuid",
            columns="id int8, p point",
            cardinality="exactly_one",
        ),
        q("ManyEach", "batchmany", "select", parameters="id uuid", columns="a int4, b text"),
        q("ValuesEach", "batchmany", "select", parameters="id uuid", columns="a int4"),
    ]
