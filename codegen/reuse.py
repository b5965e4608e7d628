"""What earlier runs have found of queries, used again where it still holds.

Two things are kept:

* the analysis of each query, with the digest of the query's own text, so that it doesn't matter
  where in its file the query stands; and with the questions that the catalog was asked for it, so
  that it also holds over another schema that gives the same answers (:mod:`codegen.questions`);
* of each file without mistakes, which queries stand where, so that the file need not be parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import cast

from codegen.analysis.nodes import AnalysedQuery
from codegen.cache import digests, objects, store
from codegen.catalogs import Place, schema_key
from codegen.diagnostics import Diagnostic, has_errors
from codegen.postgres.catalog import EVERYTHING, Catalog, Question, Relation
from codegen.questions import Answers
from codegen.records import dataclass, field, replace
from codegen.source import Source, Span
from codegen.sql.annotations import ParsedQuery

#: Of every query of a file: its name, the offset and the line of the name, and its digest.
Queries = tuple[tuple[str, int, int, bytes], ...]
#: What is kept of a query: whether there is no diagnostic of it, what the catalog was asked for it,
#: and its :class:`Result`, encoded.
Content = tuple[bool, tuple[Question, ...], bytes]
#: The format, the digests of codegen itself, of the schema and of what is general in it, those of
#: all answers, and what is kept of files and of queries, by their digests.
Stored = tuple[
    str, bytes, bytes, bytes, dict[Question, bytes], dict[bytes, Queries], dict[bytes, Content]
]
#: The format of what is kept of queries; to be changed with it.
_FORM = "queries 2"


@dataclass(frozen=True, slots=True)
class Result:
    """What is found of a query: its analysis, None if there is a mistake in it; its diagnostics;
    and what the catalog was asked for both."""

    name: str
    query: AnalysedQuery | None
    diagnostics: tuple[Diagnostic, ...]
    asked: frozenset[Question] = frozenset()


@dataclass(slots=True, eq=False)
class Found:
    """What this run or an earlier one has found of a query. What an earlier one has found is
    decoded at the first use.

    ``key`` is the digest of the query's path and text. ``is_quiet`` says that the query is known to
    be right and to have no diagnostics, so that neither need be decoded to tell. What is found
    depends on the answers to what was ``asked``.
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
        """Whether the query could be analysed."""
        return self.is_quiet or self.query is not None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of the query."""
        return () if self.is_quiet else self._known().diagnostics

    def _known(self) -> Result:
        if self._result is None:
            self._result = self._read()
        return self._result


@dataclass(slots=True)
class Kept:
    """What is known of the queries over the schema of this run.

    ``files`` tells, by the digest of a file, which queries stand where in it; ``queries`` has the
    analyses by the digest of the query. Both are what earlier runs kept and what still holds;
    ``new_files`` and ``new_queries`` are what this run has used or found, and will keep.
    ``answers`` are the catalog's, None where nothing is kept. ``analyse`` is used where a kept
    analysis can't be decoded: it analyses the query at an offset of a source again. ``stored`` is
    the whole content of the cache's file, to see whether it has to be written.
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
    stored: Stored | None = None


def stored(place: Place | None) -> Stored | None:
    """What is kept of queries at a place, whatever schema it is over."""
    found = store.read(place.folder, f"queries-{place.name}") if place else None
    is_ours = isinstance(found, tuple) and found[:2] == (_FORM, digests.of_tool())
    return cast("Stored", found) if is_ours else None


def is_known(found: Stored | None, source: Source) -> bool:
    """Whether it is kept which queries a file has."""
    return found is not None and file_digest(source) in found[5]


def recall(
    place: Place | None,
    found: Stored | None,
    schema: Sequence[Source],
    queries: Sequence[Source],
    catalog: Catalog,
    analyse: Callable[[Source, int], Result],
) -> Kept:
    """What of the ``found`` still holds over this schema; see :class:`Kept`."""
    sources = {source.path: source for source in (*schema, *queries)}
    if place is None:
        return Kept(None, None, catalog, analyse, sources)
    answers = Answers(catalog, schema_key(schema))
    kept = Kept(place, answers, catalog, analyse, sources, stored=found)
    if found is not None:
        _, _, schema_then, general, known, kept.files, kept.queries = found
        if schema_then == answers.schema:
            kept.answers = Answers(catalog, schema_then, known, general)
        else:
            kept.queries = _still_right(kept.queries, answers, general, known)
    return kept


def _still_right(
    queries: dict[bytes, Content], answers: Answers, general: bytes, known: dict[Question, bytes]
) -> dict[bytes, Content]:
    """Of the analyses over an earlier schema, those that hold over the present one as well."""
    if answers.general != general:
        return {}
    changed = answers.changed(known)
    return {key: one for key, one in queries.items() if changed.isdisjoint(one[1])}


def keep(kept: Kept) -> None:
    """Writes what this run has used or found; what else was kept is forgotten."""
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
    """What is known of all queries of a file; None if the file has changed, or one of its queries
    has to be analysed again."""
    key = file_digest(source) if kept.files else b""
    places = kept.files.get(key)
    if places is None or any(query not in kept.queries for *_, query in places):
        return None
    kept.new_files[key] = places
    return [_recalled(kept, source, *place) for place in places]


def add_file(kept: Kept, source: Source, queries: Sequence[ParsedQuery]) -> None:
    """Notes which queries stand where in a file that was parsed without a mistake."""
    if kept.place is not None:
        places = ((one.name, one.name_span.start, one.line, _key(one)) for one in queries)
        kept.new_files[file_digest(source)] = tuple(places)


def forgotten(kept: Kept) -> Kept:
    """The same without what is known of files, so that all of them are parsed."""
    return replace(kept, files={}, new_files={})


def of_query(kept: Kept, query: ParsedQuery) -> Found | None:
    """What is known of a query, if its analysis is kept."""
    key = _key(query) if kept.queries else b""
    if key not in kept.queries:
        return None
    return _recalled(kept, query.source, query.name, query.name_span.start, query.line, key)


def found(query: ParsedQuery, result: Result) -> Found:
    """The result of analysing a query in this run."""
    read = partial(_itself, result)
    return Found(query.name, query.source.path, _key(query), False, result.asked, result, read)


def _itself(result: Result) -> Result:
    return result


def add(kept: Kept, query: ParsedQuery, result: Result) -> Found:
    """Notes the result of a query, so that it will be kept."""
    one = found(query, result)
    right = result.query is not None and not has_errors(result.diagnostics)
    if kept.place is not None and right and not needs_tree(query):
        kept.new_queries[one.key] = content_of(query, result)
    return one


def add_content(kept: Kept, query: ParsedQuery, content: Content) -> Found:
    """As :func:`add`, of a query that another process has analysed."""
    source, start = query.source, query.name_span.start
    is_quiet, asked, encoded = content
    if needs_tree(query):
        # If somebody asks for it, it is analysed here as well.
        read = partial(kept.analyse, source, start)
    else:
        read = partial(_read, kept, source, start, query.line, encoded)
    one = Found(query.name, source.path, _key(query), is_quiet, asked, None, read)
    right = is_quiet or (one.query is not None and not has_errors(one.diagnostics))
    if kept.place is not None and right and not needs_tree(query):
        kept.new_queries[one.key] = content
    return one


def needs_tree(query: ParsedQuery) -> bool:
    """Whether planning a query needs its tree, so that it has to be analysed in every run."""
    return query.command == "copyfrom"


def content_of(query: ParsedQuery, result: Result) -> Content:
    """A result as it is kept: with all places relative to the query's name.

    A diagnostic may have places in the schema as well. These are not relative to anything, so that
    such a result only holds over the very same schema.
    """
    elsewhere: list[object] = []
    span = partial(_relative, query.source, query.name_span.start, elsewhere)
    stand_ins: Mapping[type, objects.StandIn] = {Span: span, Source: _path, Relation: _named}
    content = objects.dumps(replace(result, asked=frozenset()), stand_ins)
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


def _relative(
    source: Source, start: int, elsewhere: list[object], span: Span
) -> tuple[int, int] | None:
    if span.source is source:
        return (span.start - start, span.end - start)
    elsewhere.append(span)
    return None


def _path(source: Source) -> str:
    return source.path


def _named(relation: Relation) -> tuple[str, str]:
    return (relation.schema, relation.name)


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
