"""Random statements, understood by us and prepared by PostgreSQL: both take them, or neither."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import psycopg

from codegen.analysis.utility import is_utility
from codegen.diagnostics import CodegenError
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.source import Source
from codegen.sql.dialect import parse
from codegen.sql.lexer import tokenize
from codegen.verify.server import Database
from tests.fuzz.chains import chains
from tests.fuzz.clauses import Clauses
from tests.fuzz.mutants import mutants
from tests.fuzz.sentences import Sentences
from tests.fuzz.world import random_world
from tests.inference.literate import our_answer, parsed, read_cases, server_answers
from tests.inference.test_inference import FILES, SCHEMA
from tests.nullability.literate import CASES, HERE, cases, schema
from tests.nullability.literate import SCHEMA as NULLABILITY_SCHEMA
from tests.nullability.random_changes import Changes

#: Errors of input functions that are not ours to foresee, of a server that can't read XML, of names
#: that begin with a database, which may be called anything, and of roles, which a schema hasn't.
_UNREAD = re.compile(
    r"error (invalid input syntax for type"
    r" (date|time|timestamp|interval|money|xml|tsvector|name|jsonpath)"
    r"|date/time field value|unsupported XML feature|malformed (range|multirange|array|record)"
    r"|invalid input syntax for type \w+: \"\("
    r"|.* of jsonpath input|cross-database references are not implemented"
    r"|collation .* does not exist|operator class .* does not exist|role .* does not exist)"
)
_PARAMETER = re.compile(r"@\w+")
#: How many statements are drawn to be changed, and how long they may be.
_DRAWN = 200
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement that we and the server see differently."""

    sql: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many statements were compared, how many of them the server takes, and what differs.

    ``literals`` are the statements whose only fault is a literal that its type's input function
    refuses: beyond their form, literals of dates and the like are the server's to read.
    """

    compared: int
    valid: int
    literals: int
    disagreements: tuple[Disagreement, ...]


def compare_mutants(connection: psycopg.Connection, seed: int, count: int) -> Outcome:
    """Statements made of the literate cases of tests/inference.

    Utility statements are left out: they are passed on as they are, and not read in full.
    """
    catalog, _ = load([Source(str(SCHEMA), SCHEMA.read_text())])
    statements = [case.sql for path in FILES if path.stem != "utility" for case in read_cases(path)]
    connection.execute(SCHEMA.read_bytes())
    changed = (sql for sql in mutants(statements, _rng(seed)) if not _is_utility(sql))
    return _compare(connection, catalog, list(islice(changed, count)))


def compare_claims(connection: psycopg.Connection, seed: int, count: int) -> Outcome:
    """Statements made of the cases of tests/nullability, and of random ones over their tables."""
    generator = Changes(seed)
    drawn = [sql for sql in (generator.query() for _ in range(_DRAWN)) if len(sql) < _LONGEST]
    paths = [*CASES, HERE / "rows" / "cardinality.sql"]
    statements = [_PARAMETER.sub("$1", case.sql) for path in paths for case in cases(path)]
    connection.execute(NULLABILITY_SCHEMA.read_bytes())
    changed = (sql for sql in mutants([*statements, *drawn], _rng(seed)) if not _is_utility(sql))
    return _compare(connection, schema(), list(islice(changed, count)))


def _is_utility(sql: str) -> bool:
    try:
        return is_utility(tokenize(sql))
    except CodegenError:
        return False


def compare_grammar(connection: psycopg.Connection, seed: int, count: int) -> Outcome:
    """Statements over a random schema."""
    rng = _rng(seed)
    world = random_world(rng)
    catalog, _ = load([Source("schema.sql", world.ddl)])
    connection.execute(world.ddl.encode())
    grammar = Clauses(world, catalog, rng)
    return _compare(connection, catalog, [grammar.statement() for _ in range(count)])


def compare_chains(connection: psycopg.Connection, seed: int, count: int) -> Outcome:
    """Expressions whose operators have no parentheses."""
    catalog, _ = load([Source(str(SCHEMA), SCHEMA.read_text())])
    connection.execute(SCHEMA.read_bytes())
    return _compare(connection, catalog, list(islice(chains(_rng(seed)), count)))


def compare_sentences(connection: psycopg.Connection, seed: int, count: int) -> Outcome:
    """Sentences of the grammar, half of them expressions; we have to be able to read all of them,
    whatever they mean."""
    catalog, _ = load([Source(str(SCHEMA), SCHEMA.read_text())])
    connection.execute(SCHEMA.read_bytes())
    sentences = Sentences(_rng(seed))
    both = zip(sentences.expressions(12), sentences.statements(30), strict=False)
    drawn = [one for pair in islice(both, count // 2) for one in pair]
    outcome = _compare(connection, catalog, drawn)
    unread = tuple(Disagreement(sql, "not read", "a statement") for sql in drawn if _unread(sql))
    return replace(outcome, disagreements=outcome.disagreements + unread)


def _unread(sql: str) -> bool:
    """Whether sqlglot can't read a statement of the grammar."""
    try:
        query = parsed(sql)
        parse(query.source, query.tokens)
    except CodegenError as caught:
        return caught.diagnostic.code == "unsupported"
    return False


def _rng(seed: int) -> random.Random:
    return random.Random(seed)


def _compare(
    connection: psycopg.Connection, catalog: Catalog, statements: Sequence[str]
) -> Outcome:
    found = [our_answer(sql, catalog) for sql in statements]
    texts = [
        query.sql if query is not None else sql
        for sql, (_, query, _) in zip(statements, found, strict=True)
    ]
    answers = list(server_answers(Database(connection=connection), texts))
    valid = sum(not answer.startswith("error") for answer in answers)
    differing = list(_differing(statements, [answer for answer, _, _ in found], answers))
    taken = [one for one in differing if not one.ours.startswith("error")]
    literals = [one for one in taken if _UNREAD.search(one.theirs)]
    told = tuple(one for one in differing if one not in literals)
    return Outcome(len(statements), valid, len(literals), told)


def _differing(
    statements: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[Disagreement]:
    for sql, mine, answer in zip(statements, ours, theirs, strict=True):
        both_refuse = mine.startswith("error") and answer.startswith("error")
        if "internal-error" in mine or (mine != answer and not both_refuse):
            yield Disagreement(sql, mine, answer)
