"""The user's names for tables, types and columns."""

from __future__ import annotations

from codegen.plan.models import Models, models_of
from codegen.plan.options import Options, Rename
from codegen.plan.results import result_of
from codegen.postgres.catalog import Catalog
from tests.plan.support import add_table, make_catalog, make_query, table_columns


def catalog() -> Catalog:
    made = make_catalog(
        {"mood": ["calm"]},
        {
            "chats": "id int8, body text, mood mood",
            "notes": "id int8, body text",
            "caches": "id int8",
        },
    )
    made.add_schema("audit")
    add_table(made, "chats", "id int8, body text", "audit")
    return made


def models(*renames: tuple[str, str], **options: object) -> Models:
    made = tuple(Rename(key=key, to=to) for key, to in renames)
    found, diagnostics = models_of(catalog(), Options(rename=made, **options))  # type: ignore[arg-type]
    assert diagnostics == []
    return found


def names(made: Models) -> dict[str, list[str]]:
    return {one.class_name: [field.name for field in one.fields] for one in made.tables.values()}


def test_tables_and_types() -> None:
    made = models(("chats", "Talk"), ("mood", "Temper"), ("audit.chats", "Log"))
    assert set(names(made)) == {"Talk", "Note", "Cache", "Log"}
    assert [one.class_name for one in made.types.enums.values()] == ["Temper"]


def test_columns_of_one_table_and_of_all() -> None:
    made = models(("chats.body", "text_"), ("*.id", "key"), ("audit.chats.body", "entry"))
    assert names(made)["Chat"] == ["key", "text_", "mood"]
    assert names(made)["Note"] == ["key", "body"]
    assert names(made)["AuditChat"] == ["key", "entry"]


def test_columns_keep_their_new_name_in_rows_unless_they_have_an_alias() -> None:
    made_catalog = catalog()
    columns = table_columns(made_catalog, "chats")[:2]
    renames = (Rename(key="chats.body", to="content"),)
    made, _ = models_of(made_catalog, Options(rename=renames))
    query = make_query(made_catalog, "A", "many", "x", columns=columns)
    result = result_of(query, made_catalog, made, "@q")
    assert result is not None
    assert [one.name for one in result.attributes] == ["id", "content"]


def test_singulars_and_exact_names() -> None:
    assert set(names(models(singular=(("caches", "store"),)))) == {
        "Chat",
        "Note",
        "Store",
        "AuditChat",
    }
    assert set(names(models(exact_table_names=True))) == {"Chats", "Notes", "Caches", "AuditChats"}


def test_a_name_that_is_not_there() -> None:
    renames = (
        Rename(key="chat", to="X"),
        Rename(key="chats.bodi", to="x"),
        Rename(key="zzzzzz", to="x"),
        Rename(key="zzzzzz", to="x", required=False),
    )
    _, diagnostics = models_of(catalog(), Options(rename=renames))
    assert [(one.code, one.message, one.help) for one in diagnostics] == [
        ("config-invalid", "rename: chat names nothing in the schema", "Did you mean chats?"),
        (
            "config-invalid",
            "rename: chats.bodi names nothing in the schema",
            "Did you mean chats.body?",
        ),
        (
            "config-invalid",
            "rename: zzzzzz names nothing in the schema",
            "Write table, table.column or type.",
        ),
    ]


def test_two_things_of_one_name() -> None:
    renames = (Rename(key="chats", to="X"), Rename(key="mood", to="X"))
    _, diagnostics = models_of(catalog(), Options(rename=renames))
    assert [one.code for one in diagnostics] == ["name-collision"]
