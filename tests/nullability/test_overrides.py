"""What the user says of nullability counts, and is checked."""

from __future__ import annotations

import pytest

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.analysis.overrides import many_rows, overridden
from codegen.diagnostics import Diagnostic
from codegen.source import Source
from codegen.sql.annotations import read_queries
from tests.nullability.literate import schema

CATALOG = schema()


def _query(sql: str, *options: str, command: str = "many") -> AnalysedQuery:
    lines = [f"-- name: Asked :{command}", *(f"-- {option}" for option in options), f"{sql};"]
    parsed, _ = read_queries(Source("asked.sql", "\n".join(lines)))
    found, diagnostics = analyse(parsed[0], CATALOG)
    assert found is not None, diagnostics
    return found


def test_the_user_has_the_last_word() -> None:
    query = _query(
        "select age, name from users where id = @id",
        "@notnull age",
        "@nullable name",
        "@nullable @id",
    )
    query, diagnostics = overridden(query)
    assert [column.nullable for column in query.columns] == [False, True]
    assert query.parameters[0].nullable
    assert diagnostics == []


def test_an_unknown_name_is_an_error_with_a_suggestion() -> None:
    query = _query("select age, name from users where id = @id", "@notnull agee", "@nullable @x")
    _, (column, parameter) = overridden(query)
    assert (column.code, column.help) == ("override-unknown", "Did you mean age?")
    assert parameter.help == "Its parameters are: @id."


def test_what_is_inferred_already_is_a_note() -> None:
    _, (note,) = overridden(_query("select age from users", "@nullable age"))
    assert (note.code, note.severity) == ("override-needless", "note")


def test_a_warning_says_which_key_is_missing() -> None:
    query = _query("select * from items where order_id = @order", command="one")
    warning = many_rows(query, CATALOG)
    assert warning is not None
    assert (
        warning.message == "Asked is :one and may find many rows: nothing limits items to one row"
    )
    assert warning.help == (
        "Compare items.line too, add LIMIT 1, or make it :many. If you know better: `-- @one`."
    )
    assert many_rows(_query("select * from users where id = @id", command="one"), CATALOG) is None


@pytest.mark.parametrize(
    ("sql", "relation", "help"),
    [
        (
            "select * from users where name = @name and mood = @mood",
            "users",
            "Compare users.id too, add LIMIT 1, make it :many, or have the schema say UNIQUE"
            " (name, mood).",
        ),
        (
            "select u.* from users u join orders o on o.user_id = u.id join items i"
            " on i.order_id = o.id where i.product_id = @product",
            "i",
            "Compare i.order_id, i.line too, add LIMIT 1, make it :many, or have the schema say"
            " UNIQUE (product_id).",
        ),
        ("select * from adults where age = @age", "adults", "Add LIMIT 1, or make it :many."),
        (
            "delete from items where order_id = @order returning line",
            "items",
            "Compare items.line too, or make it :many.",
        ),
    ],
)
def test_the_relation_is_the_one_that_the_others_follow(sql: str, relation: str, help: str) -> None:
    warning = many_rows(_query(sql, command="one"), CATALOG)
    assert warning is not None
    assert warning.message.endswith(f"nothing limits {relation} to one row")
    assert warning.help == f"{help} If you know better: `-- @one`."


def test_who_knows_that_there_is_one_row_says_so() -> None:
    query = _query("select * from users where name = @name", "@one", command="one")
    assert query.cardinality == "many"
    query, diagnostics = overridden(query)
    assert (query.cardinality, diagnostics) == ("at_most_one", [])
    assert many_rows(query, CATALOG) is None


def test_one_is_for_rows_that_are_not_shown_to_be_one() -> None:
    sql = "select * from users where id = @id"
    _, (needless,) = overridden(_query(sql, "@one", command="one"))
    assert (needless.code, needless.severity) == ("override-needless", "note")
    _, (worded,) = overridden(_query(sql, "@one row", command="one"))
    assert (worded.code, worded.message) == ("override-unknown", "@one takes nothing")
    _, (rowless,) = overridden(_query("delete from users", "@one", command="exec"))
    assert rowless.code == "override-unknown"


def _read(*comments: str) -> tuple[tuple[str, ...], list[str], list[Diagnostic]]:
    lines = ["-- name: Asked :many", *comments, "select * from users where id = @id limit @one;"]
    (query,), diagnostics = read_queries(Source("asked.sql", "\n".join(lines)))
    return query.comments, [option.name for option in query.options], diagnostics


def test_an_unknown_option_is_an_error_with_a_suggestion() -> None:
    comments, options, (told,) = _read("-- One user.", "--   @notnul age")
    assert (comments, options) == (("One user.",), [])
    assert (told.code, told.message, told.query) == (
        "option-unknown",
        "there is no option @notnul",
        "Asked",
    )
    assert told.help is not None
    assert told.help.startswith("Did you mean @notnull? ")
    assert told.span is not None
    assert told.span.position == (3, 1)
    assert told.span.source.text[told.span.start : told.span.end] == "--   @notnul age"
    _, _, (far,) = _read("-- @cached")
    assert far.help is not None
    assert far.help.startswith("The options are @nullable, @notnull, @one")


def test_prose_is_documentation() -> None:
    comments = (
        "@id is whose row it is",
        "Mail to someone@example.org, or @ all.",
        "@one at the most",
        "see @nullable",
        "@param user_id - whose it is",
        "@returns the rows, the newest first",
        "@deprecated",
    )
    assert _read(*(f"-- {line}" for line in comments)) == (comments, [], [])


def test_what_is_for_another_tool_passes_silently() -> None:
    assert _read("-- @sqlc-vet-disable") == ((), [], [])
