"""Python names for SQL's names."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.plan import names
from codegen.plan.singular import singular


@pytest.mark.parametrize(
    ("query", "function"),
    [
        ("GetChatByID", "get_chat_by_id"),
        ("GetChatDiffStatusesByChatIDs", "get_chat_diff_statuses_by_chat_ids"),
        ("UpsertHTTPServer", "upsert_http_server"),
        ("UpdateURLs", "update_urls"),
        ("get_author", "get_author"),
        ("getAuthor", "get_author"),
        ("GetV2Chats", "get_v2_chats"),
        ("GetTop10", "get_top10"),
        ("SHA256Sum", "sha256_sum"),
        ("ListIDsByURL", "list_ids_by_url"),
        ("A", "a"),
        ("List", "list_"),
        ("Import", "import_"),
        ("Print", "print_"),
    ],
)
def test_a_query_becomes_a_function(query: str, function: str) -> None:
    assert names.function_name(query) == function


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("chats", "Chat"),
        ("chat_messages", "ChatMessage"),
        ("chat_diff_statuses", "ChatDiffStatus"),
        ("chat_queued_messages", "ChatQueuedMessage"),
        ("chat_model_configs", "ChatModelConfig"),
        ("dbcrypt_keys", "DbcryptKey"),
        ("UserAccounts", "UserAccount"),
        ("people", "Person"),
        ("news", "News"),
        ("2024_reports", "Table_2024Report"),
        ("straße", "Straße"),
        ("???", "Table"),
    ],
)
def test_a_table_becomes_a_class_in_the_singular(table: str, name: str) -> None:
    assert names.class_name(table, plural=True) == name


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("users", "user"),
        ("statuses", "status"),
        ("status", "status"),
        ("addresses", "address"),
        ("address", "address"),
        ("categories", "category"),
        ("movies", "movie"),
        ("series", "series"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("caches", "cache"),
        ("databases", "database"),
        ("houses", "house"),
        ("uses", "use"),
        ("clauses", "clause"),
        ("buses", "bus"),
        ("indices", "index"),
        ("indexes", "index"),
        ("analyses", "analysis"),
        ("analysis", "analysis"),
        ("heroes", "hero"),
        ("quizzes", "quiz"),
        ("sizes", "size"),
        ("archives", "archive"),
        ("wolves", "wolf"),
        ("children", "child"),
        ("Children", "Child"),
        ("USERS", "USER"),
        ("metadata", "metadata"),
        ("keys", "key"),
        ("ids", "id"),
        ("data", "data"),
        ("s", "s"),
        ("alumni", "alumnus"),
        ("toes", "toe"),
        ("foes", "foe"),
        ("heroes", "hero"),
    ],
)
def test_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one or singular(plural).lower() == one.lower()


@pytest.mark.parametrize(
    ("label", "member"),
    [
        ("waiting", "WAITING"),
        ("in-progress", "IN_PROGRESS"),
        ("in progress", "IN_PROGRESS"),
        ("1st", "VALUE_1ST"),
        ("", "EMPTY"),
        ("+", "EMPTY"),
        ("mro", "VALUE_MRO"),
        ("name", "VALUE_NAME"),
        ("__x__", "X"),
        ("été", "ÉTÉ"),
    ],
)
def test_a_label_becomes_a_member(label: str, member: str) -> None:
    assert names.member_name(label) == member


def test_a_parameter_never_hides_what_the_function_needs() -> None:
    assert names.parameter_name("conn", 1, {"conn"}) == "conn_"
    assert names.parameter_name("class", 1, ()) == "class_"
    assert names.parameter_name("", 3, ()) == "arg3"
    assert names.parameter_name("userId", 1, ()) == "user_id"
    assert names.parameter_name("1st", 1, ()) == "arg1_1st"


def test_names_that_meet_are_numbered() -> None:
    assert names.distinct(["a", "a", "b", "a"]) == ["a", "a_2", "b", "a_3"]
    assert names.distinct(["a", "a", "a_2"]) == ["a", "a_3", "a_2"]


@given(st.text(), st.integers(1, 99))
def test_every_name_is_an_identifier(text: str, number: int) -> None:
    for name in (
        names.field_name(text, number),
        names.parameter_name(text, number, {"conn"}),
        names.class_name(text, plural=True),
        names.member_name(text),
        names.function_name(text),
        names.constant_name(text),
        names.module_name(text),
    ):
        assert name.isidentifier() and not keyword.iskeyword(name), name


@given(st.lists(st.sampled_from(["a", "a_2", "a_3", "b"])))
def test_distinct_names_are_distinct(wanted: list[str]) -> None:
    assert len(set(names.distinct(wanted))) == len(wanted)
