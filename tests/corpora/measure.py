"""Asks PostgreSQL and the inference about every query of a package, and compares."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import psycopg

from codegen.analysis import analyse
from codegen.analysis.nodes import AnalysedQuery
from codegen.diagnostics import CodegenError, Diagnostic, Severity
from codegen.postgres.catalog import Catalog
from codegen.schema import load
from codegen.schema.migrations import sources_of
from codegen.source import Source
from codegen.sql.annotations import ParsedQuery, read_queries
from codegen.verify.describe import Answer, Description, describe
from codegen.verify.schema import apply_schema
from codegen.verify.server import Database
from tests.corpora.casts import without_needless_casts
from tests.corpora.projects import Package

_ANNOTATION = re.compile(r"^[ \t]*(?:--|/\*)[ \t]*name[ \t]*:[ \t]*(\w+)[^\n]*", re.MULTILINE)
#: How complaints begin that are not about the SQL.
_OF_ANNOTATIONS = tuple(
    f"error {code}"
    for code in ("annotation-", "unknown-command", "duplicate-query", "command-mismatch")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query's text with ``$n``, as the describer takes it."""

    sql: str
    tree: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One query: ``ours`` is the analysis or why there is none, ``theirs`` PostgreSQL's answer.

    ``parameters`` and ``columns`` pair what we say with what PostgreSQL says.
    """

    where: str
    sql: str
    ours: AnalysedQuery | str
    theirs: Answer
    parameters: tuple[tuple[str | None, str | None], ...] = ()
    columns: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def verdict(self) -> str:
        """agree, mismatch, false reject, false accept, both reject; or annotation, where only
        that is found fault with, of which PostgreSQL knows nothing."""
        rejected = isinstance(self.ours, str)
        if isinstance(self.ours, str) and self.ours.startswith(_OF_ANNOTATIONS):
            return "annotation"
        if isinstance(self.theirs, psycopg.Error):
            return "both reject" if rejected else "false accept"
        if rejected:
            return "false reject"
        same = all(a == b for a, b in (*self.parameters, *self.columns))
        return "agree" if same else "mismatch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of a package: its queries, and what either side says of its schema."""

    package: Package
    queries: tuple[Compared, ...]
    schema: tuple[str, ...]


class Laboratory:
    """Measures packages on one server; those that share a schema share its database."""

    def __init__(self, dsn: str, replacements: Sequence[tuple[str, str]] = ()) -> None:
        self.dsn = dsn
        self.replacements = replacements
        self._seen: set[tuple[str, str]] = set()

    def measure(
        self, packages: Sequence[Package], root: Path, *, strip_casts: bool = False
    ) -> Iterator[Measured]:
        """Measures the packages; a query that came before with the same schema is left out."""
        groups: dict[str, list[Package]] = {}
        sources: dict[str, list[Source]] = {}
        for package in packages:
            paths = [one for one in package.schema if not one.is_dir() or any(one.glob("*.sql"))]
            found = [self._source(one, root) for path in paths for one in sources_of(path)]
            text = "\0".join(source.text for source in found)
            groups.setdefault(text, []).append(package)
            sources[text] = found
        for text, members in groups.items():
            with self._database() as database:
                schema = [f"server: {told(one)}" for one in apply_schema(database, sources[text])]
                catalog, diagnostics = load(sources[text])
                schema += [f"ours: {told(one)}" for one in diagnostics]
                database.set_search_path(catalog.search_path)
                for package in members:
                    read = list(self._queries(package, root, text))
                    if strip_casts:
                        read = list(_stripped(database, read))
                    queries = _compared(database, catalog, read)
                    yield Measured(package=package, queries=queries, schema=tuple(schema))
                    schema = []

    def _source(self, source: Source, root: Path) -> Source:
        text = source.text
        for old, new in self.replacements:
            text = text.replace(old, new)
        return _relative(Source(source.path, text), root)

    @contextmanager
    def _database(self) -> Iterator[Database]:
        """The same database for every schema, each in a transaction that is rolled back."""
        with (
            psycopg.connect(self.dsn, autocommit=True, prepare_threshold=None) as connection,
            connection.transaction(force_rollback=True),
        ):
            yield Database(connection=connection, transactional=True)

    def _queries(
        self, package: Package, root: Path, schema: str
    ) -> Iterator[tuple[str, ParsedQuery | str, str]]:
        """Where each query is, the query or why it can't be read, and its text."""
        for path in package.queries:
            source = _relative(Source(str(path), path.read_text("utf-8-sig")), root)
            parsed, diagnostics = read_queries(source)
            for query in parsed:
                if (schema, query.sql) not in self._seen:
                    self._seen.add((schema, query.sql))
                    yield f"{source.path}:{query.line} {query.name}", query, query.sql
            for diagnostic in diagnostics:
                if diagnostic.severity is Severity.ERROR:
                    yield (
                        f"{source.path} {diagnostic.query}",
                        told(diagnostic),
                        _raw(source, diagnostic),
                    )


def _relative(source: Source, root: Path) -> Source:
    return Source(str(Path(source.path).relative_to(root)), source.text)


def _raw(source: Source, diagnostic: Diagnostic) -> str:
    """The text of a query that could not be read."""
    place = diagnostic.span.start if diagnostic.span else 0
    starts = [found.end() for found in _ANNOTATION.finditer(source.text)]
    start = max((one for one in starts if one <= place), default=0)
    following = _ANNOTATION.search(source.text, start)
    return source.text[start : following.start() if following else len(source.text)].strip(" \n;")


def told(diagnostic: Diagnostic) -> str:
    """A diagnostic on one line."""
    where = ""
    if diagnostic.span:
        line, column = diagnostic.span.position
        where = f" [{diagnostic.span.source.path}:{line}:{column} {diagnostic.span.text[:60]!r}]"
    return f"{diagnostic.severity} {diagnostic.code}: {diagnostic.message}{where}"


def _stripped(
    database: Database, read: Sequence[tuple[str, ParsedQuery | str, str]]
) -> Iterator[tuple[str, ParsedQuery | str, str]]:
    """The queries that have casts PostgreSQL does not need, without them."""

    def accepted(text: str) -> bool:
        return isinstance(describe(database, [Asked(sql=text)])[0], Description)

    for where, query, text in read:
        if isinstance(query, str) or not accepted(text):
            continue
        shorter = without_needless_casts(text, accepted)
        if shorter != text:
            source = Source(where, f"-- name: {query.name} :{query.command}\n{shorter}\n")
            parsed, diagnostics = read_queries(source)
            yield where, parsed[0] if parsed else told(diagnostics[0]), shorter


def _compared(
    database: Database, catalog: Catalog, read: Sequence[tuple[str, ParsedQuery | str, str]]
) -> tuple[Compared, ...]:
    ours = [query if isinstance(query, str) else _analysed(query, catalog) for _, query, _ in read]
    asked = [
        Asked(sql=text, tree=None if isinstance(one, str) else one.tree)
        for one, (_, _, text) in zip(ours, read, strict=True)
    ]
    answers = describe(database, asked)
    return tuple(
        _compare(where, text, one, answer, catalog)
        for (where, _, text), one, answer in zip(read, ours, answers, strict=True)
    )


def _analysed(query: ParsedQuery, catalog: Catalog) -> AnalysedQuery | str:
    try:
        found, diagnostics = analyse(query, catalog)
    except CodegenError as caught:
        return told(caught.diagnostic)
    except Exception as caught:
        place = traceback.extract_tb(caught.__traceback__)[-1]
        return (
            f"crash {type(caught).__name__}: {caught} [{Path(place.filename).name}:{place.lineno}]"
        )
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    if found is None or errors:
        return "; ".join(told(one) for one in errors) or "nothing said"
    return found


def _compare(
    where: str, text: str, ours: AnalysedQuery | str, theirs: Answer, catalog: Catalog
) -> Compared:
    parameters: tuple[tuple[str | None, str | None], ...] = ()
    columns: tuple[tuple[str | None, str | None], ...] = ()
    if isinstance(theirs, Description):
        own = [] if isinstance(ours, str) else sorted(ours.parameters, key=lambda one: one.number)
        own_columns = () if isinstance(ours, str) else ours.columns
        said = [f"{name} {type_}" for name, type_ in zip(theirs.names, theirs.types, strict=True)]
        parameters = tuple(
            zip_longest((catalog.format_type(one.type) for one in own), theirs.parameters)
        )
        columns = tuple(
            zip_longest(
                (f"{one.name} {catalog.format_type(one.type)}" for one in own_columns), said
            )
        )
    return Compared(
        where=where, sql=text, ours=ours, theirs=theirs, parameters=parameters, columns=columns
    )
