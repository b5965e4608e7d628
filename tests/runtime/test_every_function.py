"""All 33 functions: there in both flavours, alike, callable, and what each makes of a NULL."""

from __future__ import annotations

import inspect
from typing import Any

import psycopg
import pytest

from generated import chats, models
from generated.aio import chats as aio_chats
from tests.runtime.calls import FUNCTIONS, facts, good_arguments, populate
from tests.runtime.conftest import Functions
from tests.runtime.world import World

TABLES = ("chats", "chat_messages", "chat_queued_messages", "chat_diff_statuses")
MODELS = {
    "chats": models.Chat,
    "chat_messages": models.ChatMessage,
    "chat_queued_messages": models.ChatQueuedMessage,
    "chat_diff_statuses": models.ChatDiffStatus,
}
QUERIES = {query["name"]: query for query in facts()}

every_query = pytest.mark.parametrize("query", FUNCTIONS)


def _state(world: World) -> list[Any]:
    """All rows of all tables, to see whether a call changed something."""
    return [
        world.column(f"SELECT {table}::text FROM {table} ORDER BY 1")  # type: ignore[arg-type]
        for table in TABLES
    ]


@every_query
def test_both_flavours_have_the_function_with_the_same_parameters(query: str) -> None:
    sync, aio = (getattr(module, FUNCTIONS[query]) for module in (chats, aio_chats))
    names = ["conn", *(parameter["name"] for parameter in QUERIES[query]["parameters"])]
    assert list(inspect.signature(sync).parameters) == names
    assert list(inspect.signature(aio).parameters) == names
    assert inspect.iscoroutinefunction(aio)
    for parameter in list(inspect.signature(sync).parameters.values())[1:]:
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY


@every_query
def test_a_good_call_returns_or_changes_rows(db: Functions, world: World, query: str) -> None:
    arguments = good_arguments(query, populate(world))
    before = _state(world)
    result = getattr(db, FUNCTIONS[query])(**arguments)
    match QUERIES[query]["command"]:
        case "exec":
            assert result is None
            assert _state(world) != before
        case "execrows":
            assert result == 1
        case "one":
            _assert_row(query, result)
        case "many":
            assert result
            for row in result:
                _assert_row(query, row)


def _assert_row(query: str, row: Any) -> None:
    columns = QUERIES[query]["columns"]
    (*tables,) = {column["table"] for column in columns}
    if len(tables) == 1:
        assert type(row) is MODELS[tables[0]]
    else:
        assert type(row).__name__ == f"{query}Row"
    for column in columns:
        value = getattr(row, column["name"])
        assert column["nullable"] or value is not None


# A jsonb parameter that can't be NULL sends None as the JSON null, so that it never is one.
NULL_CALLS = [
    (query["name"], parameter["name"], parameter["when_null"])
    for query in facts()
    for parameter in query["parameters"]
    if parameter["nullable"] or parameter["type"] != "jsonb"
]
INTEGERS = {
    (query["name"], parameter["name"])
    for query in facts()
    for parameter in query["parameters"]
    if parameter["type"] in {"bigint", "integer"} and not parameter["nullable"]
}


@pytest.mark.parametrize(("query", "parameter", "expected"), NULL_CALLS)
def test_null_for_one_parameter(
    db: Functions, world: World, query: str, parameter: str, expected: str
) -> None:
    arguments = good_arguments(query, populate(world)) | {parameter: None}
    function = getattr(db, FUNCTIONS[query])
    before = _state(world)
    if (query, parameter) in INTEGERS:
        # It isn't even sent: a LIMIT of NULL would be no limit.
        with pytest.raises(TypeError):
            function(**arguments)
    elif expected == "error":
        with pytest.raises(psycopg.errors.NotNullViolation):
            function(**arguments)
    elif expected == "accepted":
        assert function(**arguments)
    else:
        assert not function(**arguments)
        assert _state(world) == before
