"""The grammar that says what a statement is, against PostgreSQL's own parser."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

import psycopg
import pytest

from codegen.diagnostics import CodegenError
from codegen.sql.annotations import ParsedQuery
from codegen.sql.grammar import CLASSES, RULES, SYMBOLS, rule
from codegen.sql.notation import Graph, Inside
from codegen.sql.recogniser import unexpected
from tests.fuzz.mutants import mutants
from tests.inference.literate import parsed, read_cases
from tests.inference.test_inference import FILES

_SYNTAX = re.compile(r'syntax error at (end of input|or near "(.*)")', re.DOTALL)
#: What the actions of the grammar refuse before the rest is read: syntax that is none after all,
#: what isn't implemented, and bounds of frames.
_WHILE_READING = (b"42601", b"0A000", b"42P20", b"22023")
#: CALL is no query here.
_CALL = re.compile(r"\s*call\b", re.IGNORECASE)
_CASES = [case.sql for path in FILES if path.stem != "utility" for case in read_cases(path)]


def queries(statements: Iterator[str]) -> Iterator[ParsedQuery]:
    """Those that can be split into tokens."""
    for sql in statements:
        try:
            yield parsed(sql)
        except CodegenError:
            continue


def our_place(query: ParsedQuery) -> str | None:
    """What stands where a statement stops being one."""
    found = unexpected(query.tokens)
    if found is None:
        return None
    token = query.tokens[found.index]
    return query.source.text[token.start : token.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says: ``place`` is where it stops, ``refused`` whether it may be that it
    didn't read the statement to its end."""

    place: str | None
    refused: bool


def server_answer(connection: psycopg.Connection, sql: str) -> Answer:
    """What the server says of a statement."""
    prepared = connection.pgconn.prepare(b"", sql.encode())
    message = prepared.error_field(psycopg.pq.DiagnosticField.MESSAGE_PRIMARY) or b""
    state = prepared.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b""
    # One with a context is of what a literal holds, such as the name of a type.
    within = prepared.error_field(psycopg.pq.DiagnosticField.CONTEXT)
    found = None if within else _SYNTAX.match(message.decode())
    return Answer((found.group(2) or "") if found else None, state in _WHILE_READING)


def differing(connection: psycopg.Connection, statements: Iterator[str]) -> list[str]:
    """Where we and the server differ on whether a text is a statement."""
    found: list[str] = []
    for query in queries(statements):
        if not _CALL.match(query.sql):
            ours, theirs = our_place(query), server_answer(connection, query.sql)
            if theirs.place is not None if ours is None else not theirs.refused:
                found.append(f"{query.sql}\n  ours   {ours}\n  theirs {theirs.place}")
    return found


def test_statements_are_those_of_the_server(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        assert differing(connection, iter(_CASES)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_mutants_are_statements_where_they_are_for_the_server(database: str, seed: int) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        assert differing(connection, islice(mutants(_CASES, random.Random(seed)), 1500)) == []


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 from t where a = b = c",
        "select 1 from t group by",
        "select a, from t",
        "select case when a then b from t",
        "select f(a, b order by c) from t) u",
        "select a from (select 1",
        "insert into t (a) values (1) on conflict (a) do update where true",
        "update t set a = 1, where b",
        "delete t where a = 1",
        "select 1 from a join b join c on true",
        "select a between 1 or 2",
        "select (1, 2).x",
        "select 1 limit 1 limit 2",
        "merge into t using u on true",
    ],
)
def test_the_place_is_the_one_that_the_server_names(database: str, sql: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        theirs = server_answer(connection, sql).place
    assert theirs is not None
    assert our_place(parsed(sql)) == theirs


def test_all_that_rules_name_is_there() -> None:
    graph = Graph(rule, CLASSES)
    waiting, known, read = ["text"], {"text"}, 0
    words: set[str] = set()
    while waiting:
        graph.start(waiting.pop())
        for label, _ in chain.from_iterable(graph.edges[read:]):
            if isinstance(label, frozenset):
                words |= label
            elif label is not None:
                name = label.rule if isinstance(label, Inside) else label
                waiting += [name] if name not in known else []
                known.add(name)
        read = len(graph.edges)
    assert set(RULES) <= known
    named = {name for name in known if re.fullmatch(r"\w+", name)}
    assert not [name for name in named - set(CLASSES) if rule(name) is None]
    kinds = {f"%{kind}" for kind in "name quoted string number integer bits param op".split()}
    assert words <= kinds | {*SYMBOLS.values(), "$"}
