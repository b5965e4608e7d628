"""What runs before have found of a schema and of queries, used again where it still holds.

The catalog is kept with the digest of the schema it was made of. A query's analysis is kept with
the digest of its own text, so that it holds wherever the query stands, and with what was asked of
the catalog for it, so that it holds over other schemas that give the same answers
(:mod:`codegen.questions`). Of a file without mistakes it is kept which queries stand where, so that
it need not be read.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from codegen.analysis.nodes import AnalysedQuery
from codegen.cache import digests, objects, store
from codegen.diagnostics import Diagnostic, has_errors
from codegen.postgres.catalog import EVERYTHING, Catalog, Question, Relation
from codegen.questions import Answers
from codegen.records import dataclass, field, replace
from codegen.source import Source, Span
from codegen.sql.annotations import ParsedQuery

#: Of every query of a file: its name, its offset, its line and its digest.
Queries = tuple[tuple[str, int, int, bytes], ...]
#: Whether nothing is to be told of a query, what was asked for it, and its :class:`Result`.
Content = tuple[bool, tuple[Question, ...], bytes]
#: Changes with what is kept of queries, since codegen's own digest is of the files that it has now.
_FORM = "queries 2"
#: What stands for the catalog itself where parts of it refer to it; no path is empty.
_CATALOG = ""
Loaded = tuple[Catalog, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a package's results are kept: a folder with a cache, and a name in it; ``written``
    says whether this run may add its own."""

    folder: str
    name: str
    written: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """A query's analysis, None if there is a mistake in it, what is to be told of it, and what was
    asked of the catalog."""

    name: str
    query: AnalysedQuery | None
    diagnostics: tuple[Diagnostic, ...]
    asked: frozenset[Question] = frozenset()


@dataclass(slots=True, eq=False)
class Found:
    """What is found of a query, or was by an earlier run: that is read once it is asked for.

    ``key`` is the digest of the query's text and path. ``is_quiet`` says that it is known to be
    right and that there is nothing to be told of it. It depends on what was ``asked``.
    """

    name: str
    path: str
    key: bytes
    is_quiet: bool
    asked: Collection[Question]
    _result: Result | None
    _read: Callable[[], Result]

    @property
    def query(self) -> AnalysedQuery | None:
        """The query's analysis, None if there is a mistake in it."""
        return self._known().query

    @property
    def is_right(self) -> bool:
        """Whether there is an analysis."""
        return self.is_quiet or self.query is not None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is to be told of the query."""
        return () if self.is_quiet else self._known().diagnostics

    def _known(self) -> Result:
        if self._result is None:
            self._result = self._read()
        return self._result


@dataclass(slots=True)
class Kept:
    """What is known of the queries over one schema.

    ``files`` has, by the digest of a file, which queries are where in it; ``queries`` the analyses.
    The ``new`` ones are those of this run. ``answers`` are those of the catalog, None where nothing
    is kept. ``analyse`` is for what turns out to be unreadable: it finds anew what there is to find
    of the query at an offset of a source. ``stored`` is what is in the cache as it is.
    """

    place: Place | None
    answers: Answers | None
    catalog: Catalog
    analyse: Callable[[Source, int], Result]
    sources: dict[str, Source]
    files: dict[bytes, Queries] = field(default_factory=dict[bytes, Queries])
    queries: dict[bytes, Content] = field(default_factory=dict[bytes, Content])
    new_files: dict[bytes, Queries] = field(default_factory=dict[bytes, Queries])
    new_queries: dict[bytes, Content] = field(default_factory=dict[bytes, Content])
    stored: object = None


def schema_key(sources: Iterable[Source]) -> bytes:
    """The digest of a schema, and of what reads it."""
    parts = [part for source in sources for part in (source.path, source.text)]
    return digests.digest(digests.of_tool(), *parts)


def catalog_of(
    sources: Sequence[Source], load: Callable[[Sequence[Source]], Loaded], place: Place | None
) -> Loaded:
    """The catalog of a schema: the one that is kept, or what ``load`` makes of the sources."""
    if place is None:
        return load(sources)
    key, name = schema_key(sources), f"schema-{place.name}"
    kept = store.read(place.folder, name)
    if isinstance(kept, tuple) and kept[:1] == (key,):
        with suppress(*objects.BROKEN):
            return _kept_catalog(sources, cast("tuple[bytes, bytes]", kept)[1])
    catalog, found = load(sources)
    if place.written and not has_errors(found):
        with suppress(*objects.BROKEN):
            content = objects.dumps((catalog.contents(), found), partial(_in_schema, catalog))
            store.write(place.folder, name, (key, content))
    return catalog, found


def _kept_catalog(sources: Sequence[Source], content: bytes) -> Loaded:
    catalog = Catalog.builtin()
    known: dict[object, object] = {source.path: source for source in sources}
    known[_CATALOG] = catalog
    contents, found = objects.loads(content, known.__getitem__)
    catalog.restore(contents)
    return catalog, found


def _in_schema(catalog: Catalog, value: object) -> str | None:
    if value is catalog:
        return _CATALOG
    return value.path if type(value) is Source else None


def recall(
    place: Place | None,
    schema: Sequence[Source],
    queries: Sequence[Source],
    catalog: Catalog,
    analyse: Callable[[Source, int], Result],
) -> Kept:
    """What is kept of the queries and holds over a schema; see :class:`Kept`."""
    sources = {source.path: source for source in (*schema, *queries)}
    if place is None:
        return Kept(None, None, catalog, analyse, sources)
    answers = Answers(catalog, schema_key(schema))
    kept = Kept(place, answers, catalog, analyse, sources)
    found = kept.stored = store.read(place.folder, f"queries-{place.name}")
    if isinstance(found, tuple) and found[:2] == (_FORM, digests.of_tool()):
        _, _, schema_then, general, known, kept.files, kept.queries = cast("Any", found)
        if schema_then == answers.schema:
            kept.answers = Answers(catalog, schema_then, known, general)
        else:
            kept.queries = _still_right(kept.queries, answers, general, known)
    return kept


def _still_right(
    queries: dict[bytes, Content], answers: Answers, general: bytes, known: dict[Question, bytes]
) -> dict[bytes, Content]:
    """What is found of queries and holds over another schema as well."""
    if answers.general != general:
        return {}
    changed = answers.changed(known)
    return {key: one for key, one in queries.items() if changed.isdisjoint(one[1])}


def keep(kept: Kept) -> None:
    """Keeps what this run knows, and forgets what it had no use for."""
    answers, queries = kept.answers, kept.new_queries
    if kept.place is None or answers is None or not kept.place.written:
        return
    files = {
        file: places
        for file, places in kept.new_files.items()
        if all(query in queries for *_, query in places)
    }
    asked = {question for _, asked, _ in queries.values() for question in asked}
    known = answers.of_all(asked)
    value = (_FORM, digests.of_tool(), answers.schema, answers.general, known, files, queries)
    if value != kept.stored:
        store.write(kept.place.folder, f"queries-{kept.place.name}", value)


def file_digest(source: Source) -> bytes:
    """The digest of a query file."""
    return digests.digest(source.path, source.text)


def of_file(kept: Kept, source: Source) -> list[Found] | None:
    """What is known of all queries of a file, if it is as it was."""
    key = file_digest(source) if kept.files else b""
    places = kept.files.get(key)
    if places is None or any(query not in kept.queries for *_, query in places):
        return None
    kept.new_files[key] = places
    return [_recalled(kept, source, *place) for place in places]


def add_file(kept: Kept, source: Source, queries: Sequence[ParsedQuery]) -> None:
    """Keeps which queries stand where in a file that could be read without a mistake."""
    if kept.place is not None:
        places = ((one.name, one.name_span.start, one.line, _key(one)) for one in queries)
        kept.new_files[file_digest(source)] = tuple(places)


def forgotten(kept: Kept) -> Kept:
    """As if nothing were known of any file."""
    return replace(kept, files={}, new_files={})


def of_query(kept: Kept, query: ParsedQuery) -> Found | None:
    """What is known of a query, if its analysis is kept."""
    key = _key(query) if kept.queries else b""
    if key not in kept.queries:
        return None
    return _recalled(kept, query.source, query.name, query.name_span.start, query.line, key)


def found(query: ParsedQuery, result: Result) -> Found:
    """What this run has found of a query."""
    read = partial(_itself, result)
    return Found(query.name, query.source.path, _key(query), False, result.asked, result, read)


def _itself(result: Result) -> Result:
    return result


def add(kept: Kept, query: ParsedQuery, result: Result | bytes) -> Found:
    """Keeps what this run has found of a query, encoded or not, and gives it back as it is."""
    content = cast("Content", marshal.loads(result)) if isinstance(result, bytes) else None
    if content is not None:
        result = _loaded(kept, query.source, query.name_span.start, content[2])
        result = replace(result, asked=frozenset(content[1]))
    assert isinstance(result, Result)
    one = found(query, result)
    right = result.query is not None and not has_errors(result.diagnostics)
    if kept.place is not None and right:
        kept.new_queries[one.key] = content or _content(query, result)
    return one


def needs_tree(query: ParsedQuery) -> bool:
    """Whether the plan of a query is made of its tree, which is not kept."""
    return query.command == "copyfrom"


def encoded(query: ParsedQuery, result: Result) -> bytes:
    """A result for :func:`add` as bytes."""
    return marshal.dumps(_content(query, result))


def _content(query: ParsedQuery, result: Result) -> Content:
    """A result with all places relative to the query's name.

    One that has places in the schema, as diagnostics may, holds over the very same schema only.
    """
    elsewhere: list[object] = []
    stand_in = partial(_stand_in, query.source, query.name_span.start, elsewhere)
    content = objects.dumps(replace(result, asked=frozenset()), stand_in)
    is_quiet = not result.diagnostics
    asked = tuple(result.asked) if is_quiet and not elsewhere else (EVERYTHING,)
    return is_quiet, asked, content


def _key(query: ParsedQuery) -> bytes:
    source = query.source
    return digests.digest(source.path, source.text[query.name_span.start : query.span.end])


def _recalled(kept: Kept, source: Source, name: str, start: int, line: int, key: bytes) -> Found:
    is_quiet, asked, content = kept.new_queries[key] = kept.queries[key]
    read = partial(_read, kept, source, start, line, content)
    return Found(name, source.path, key, is_quiet, asked, None, read)


def _read(kept: Kept, source: Source, start: int, line: int, content: bytes) -> Result:
    try:
        result = _loaded(kept, source, start, content)
    except objects.BROKEN:
        return kept.analyse(source, start)
    if result.query is not None and result.query.line != line:
        result = replace(result, query=replace(result.query, line=line))
    return result


def _loaded(kept: Kept, source: Source, start: int, content: bytes) -> Result:
    found = objects.loads(content, partial(_found, kept, source, start))
    if not isinstance(found, Result):
        raise TypeError(found)
    return found


def _stand_in(source: Source, start: int, elsewhere: list[object], value: object) -> object:
    kind = type(value)
    if kind is Span:
        span = cast("Span", value)
        if span.source is source:
            return (span.start - start, span.end - start)
        elsewhere.append(span)
    if kind is Source:
        return cast("Source", value).path
    if kind is Relation:
        relation = cast("Relation", value)
        return (relation.schema, relation.name)
    return None


def _found(kept: Kept, source: Source, start: int, id: object) -> object:
    match id:
        case (int() as first, int() as end):
            return Span(source, start + first, start + end)
        case (str() as schema, str() as name):
            relation = kept.catalog.relation(schema, name)
            if relation is None:
                raise KeyError(id)
            return relation
        case str() as path:
            return kept.sources[path]
        case _:
            raise TypeError(id)
