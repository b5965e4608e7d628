"""What the user says of nullability counts, and is checked."""

from __future__ import annotations

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.analysis.overrides import many_rows, overridden
from codegen.source import Source
from codegen.sql.annotations import read_queries
from tests.nullability.literate import schema


def _query(sql: str, *options: str, command: str = "many") -> AnalysedQuery:
    lines = [f"-- name: Asked :{command}", *(f"-- {option}" for option in options), f"{sql};"]
    parsed, _ = read_queries(Source("asked.sql", "\n".join(lines)))
    found, diagnostics = analyse(parsed[0], schema())
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
    warning = many_rows(query)
    assert warning is not None
    assert (
        warning.message == "Asked is :one and may find many rows: nothing limits items to one row"
    )
    assert warning.help == "Compare items.line too, add LIMIT 1, or make it :many."
    assert many_rows(_query("select * from users where id = @id", command="one")) is None
