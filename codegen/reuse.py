"""What runs before have found of a schema and of queries, used again where it still holds.

The catalog is kept with the digest of the schema it was made of. A query's analysis is kept with
the digest of that schema and of its own text, so that it holds wherever the query stands; and of a
file without mistakes it is kept which queries stand where, so that it need not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from codegen.analysis.nodes import AnalysedQuery
from codegen.cache import digests, objects, store
from codegen.diagnostics import Diagnostic, has_errors
from codegen.postgres.catalog import Catalog, Relation
from codegen.records import dataclass, field, replace
from codegen.source import Source, Span
from codegen.sql.annotations import ParsedQuery

#: The offset, the line and the digest of every query of a file.
Queries = tuple[tuple[int, int, bytes], ...]
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
    """A query's analysis, None if there is a mistake in it, and what is to be told of it."""

    name: str
    query: AnalysedQuery | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Kept:
    """What is known of the queries over one schema.

    ``files`` has, by the digest of a file, which queries are where in it; ``queries`` the analyses
    as bytes. The ``new`` ones are those of this run.
    """

    place: Place | None
    key: bytes
    catalog: Catalog
    sources: dict[str, Source]
    files: dict[bytes, Queries] = field(default_factory=dict[bytes, Queries])
    queries: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    new_files: dict[bytes, Queries] = field(default_factory=dict[bytes, Queries])
    new_queries: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])


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
    place: Place | None, schema: Sequence[Source], queries: Sequence[Source], catalog: Catalog
) -> Kept:
    """What is kept of the queries over a schema."""
    sources = {source.path: source for source in (*schema, *queries)}
    kept = Kept(place, schema_key(schema) if place else b"", catalog, sources)
    found = store.read(place.folder, f"queries-{place.name}") if place else None
    if isinstance(found, tuple) and found[:1] == (kept.key,):
        _, kept.files, kept.queries = cast("Any", found)
    return kept


def keep(kept: Kept) -> None:
    """Keeps what this run knows, and forgets what it had no use for."""
    queries = kept.new_queries
    files = {
        file: places
        for file, places in kept.new_files.items()
        if all(query in queries for _, _, query in places)
    }
    same = kept.files == files and kept.queries.keys() == queries.keys()
    if kept.place is not None and kept.place.written and not same:
        value = (kept.key, files, queries)
        store.write(kept.place.folder, f"queries-{kept.place.name}", value)


def file_digest(source: Source) -> bytes:
    """The digest of a query file."""
    return digests.digest(source.path, source.text)


def of_file(kept: Kept, source: Source) -> list[Result] | None:
    """The results of all queries of a file, if it is as it was."""
    if not kept.files:
        return None
    key = file_digest(source)
    places = kept.files.get(key)
    if places is None:
        return None
    results: list[Result] = []
    for start, line, query in places:
        result = _of_query(kept, source, start, line, query)
        if result is None:
            return None
        results.append(result)
    kept.new_files[key] = places
    return results


def add_file(kept: Kept, source: Source, queries: Sequence[ParsedQuery]) -> None:
    """Keeps which queries stand where in a file that could be read without a mistake."""
    if kept.place is not None:
        places = ((query.name_span.start, query.line, _key(query)) for query in queries)
        kept.new_files[file_digest(source)] = tuple(places)


def forgotten(kept: Kept) -> Kept:
    """As if nothing were known of any file."""
    return replace(kept, files={}, new_files={})


def of_query(kept: Kept, query: ParsedQuery) -> Result | None:
    """The result of a query, if one is kept."""
    if not kept.queries:
        return None
    return _of_query(kept, query.source, query.name_span.start, query.line, _key(query))


def add(kept: Kept, query: ParsedQuery, result: Result | bytes) -> Result:
    """Keeps the result of a query, and gives it back as it is."""
    content = result if isinstance(result, bytes) else None
    if content is not None:
        result = _loaded(kept, query.source, query.name_span.start, content)
    assert isinstance(result, Result)
    right = result.query is not None and not has_errors(result.diagnostics)
    if kept.place is not None and right:
        kept.new_queries[_key(query)] = content or encoded(query, result)
    return result


def needs_tree(query: ParsedQuery) -> bool:
    """Whether the plan of a query is made of its tree, which is not kept."""
    return query.command == "copyfrom"


def encoded(query: ParsedQuery, result: Result) -> bytes:
    """A result as bytes, in which all places are relative to the query's name."""
    return objects.dumps(result, partial(_stand_in, query.source, query.name_span.start))


def _key(query: ParsedQuery) -> bytes:
    source = query.source
    return digests.digest(source.path, source.text[query.name_span.start : query.span.end])


def _of_query(kept: Kept, source: Source, start: int, line: int, key: bytes) -> Result | None:
    content = kept.queries.get(key)
    if content is None:
        return None
    try:
        result = _loaded(kept, source, start, content)
    except objects.BROKEN:
        return None
    kept.new_queries[key] = content
    if result.query is not None and result.query.line != line:
        result = replace(result, query=replace(result.query, line=line))
    return result


def _loaded(kept: Kept, source: Source, start: int, content: bytes) -> Result:
    found = objects.loads(content, partial(_found, kept, source, start))
    if not isinstance(found, Result):
        raise TypeError(found)
    return found


def _stand_in(source: Source, start: int, value: object) -> object:
    kind = type(value)
    if kind is Span and cast("Span", value).source is source:
        span = cast("Span", value)
        return (span.start - start, span.end - start)
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
