"""All queries analysed, but for those of which it is known what was found: in several processes,
where trees aren't wanted.

A process that has analysed all queries of a file goes on to plan and print the file's part of the
package (:mod:`codegen.coming`), so that only bytes and texts come back.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePath

from codegen import parts, reuse
from codegen.analysis import Syntax, analyse, syntax_of
from codegen.analysis.overrides import many_rows, overridden
from codegen.catalogs import Schema
from codegen.coming import Coming, Maker
from codegen.diagnostics import has_errors
from codegen.plan.options import Options
from codegen.postgres.catalog import Catalog
from codegen.records import replace
from codegen.reuse import Found, Kept, Result
from codegen.source import Source
from codegen.sql.annotations import ParsedQuery, read_queries
from codegen.workers import Share, shared

Query = ParsedQuery | Found
#: How many queries are parsed before there is a catalog: their trees are large.
_MOST_PARSED = 500


def parsed(queries: Iterable[ParsedQuery], schema: Schema) -> dict[str, Syntax]:
    """The syntax of the first queries by name, as many as there is time for until the catalog is
    there. Of queries with one name the first counts."""
    found: dict[str, Syntax] = {}
    for query in queries:
        if len(found) == _MOST_PARSED or not schema.is_coming:
            break
        syntax = None if query.name in found else syntax_of(query)
        if syntax is not None:
            found[query.name] = syntax
    return found


def with_trees(queries: Sequence[Query], kept: Kept) -> list[Found]:
    """What is found of each query, with its resolved tree; nothing is kept."""
    return [
        one if isinstance(one, Found) else reuse.found(one, _analysed(one, kept.catalog))
        for one in queries
    ]


def without_trees(
    queries: Sequence[Query], kept: Kept, syntax: dict[str, Syntax], options: Options
) -> tuple[list[Found], Coming]:
    """What is found of each query, which is kept; and what other processes print meanwhile of a
    package with these options. The ``syntax`` of queries is used up."""
    found = {one.name: one for one in queries if isinstance(one, Found)}
    unknown: list[ParsedQuery] = []
    for query in queries:
        if isinstance(query, ParsedQuery):
            known = reuse.of_query(kept, query)
            if known is None:
                unknown.append(query)
            else:
                found[query.name] = known
    shares = shared(
        unknown,
        # Parsing is a third of the work.
        [len(query.tokens) * (2 if query.name in syntax else 3) for query in unknown],
        _file,
        lambda query: _analysed(
            query, kept.catalog, syntax.pop(query.name, None), tree=reuse.needs_tree(query)
        ),
        partial(_sent, kept, options, queries),
    )
    makers: list[Maker] = []
    for share in shares:
        found |= _found(share, kept)
        if share.task:
            makers.append(Maker(frozenset(map(_name, share.items)), share.task))
    reuse.keep(kept)
    return [found[query.name] for query in queries], Coming(makers)


def _name(query: ParsedQuery) -> str:
    return query.name


def _file(query: Query) -> str:
    """The file that a query belongs to in the package: those of one name are one."""
    return PurePath(query.path).name


def _sent(
    kept: Kept,
    options: Options,
    everything: Sequence[Query],
    queries: Sequence[ParsedQuery],
    results: Sequence[Result],
) -> Iterator[bytes]:
    """What another process sends of queries: for :func:`_found`, and then for :class:`Coming` of
    those files that it has all queries of. The one with the last query makes the frame as well."""
    yield marshal.dumps(list(map(reuse.content_of, queries, results)))
    if kept.answers is None or any(has_errors(one.diagnostics) for one in results):
        return
    found = list(map(reuse.found, queries, results))
    all_of, own_of = Counter(map(_file, everything)), Counter(map(_file, queries))
    whole = [one for one in found if own_of[_file(one)] == all_of[_file(one)]]
    sources = parts.sources_of(everything, options) if queries[-1] is everything[-1] else None
    if whole or sources is not None:
        yield from parts.made_ahead(whole, sources, kept.answers, options)


def _found(share: Share[ParsedQuery, Result], kept: Kept) -> dict[str, Found]:
    if share.results:
        found = map(partial(reuse.add, kept), share.items, share.results)
    else:
        contents: list[reuse.Content] = marshal.loads(share.content) if share.content else []
        found = map(partial(reuse.add_content, kept), share.items, contents)
    return {one.name: one for one in found}


def analysed_at(catalog: Catalog, source: Source, offset: int) -> Result:
    """What is found of the query whose name starts at this offset of a file."""
    queries, _ = read_queries(source)
    query = next(one for one in queries if one.name_span.start == offset)
    return _analysed(query, catalog, tree=reuse.needs_tree(query))


def _analysed(
    query: ParsedQuery, catalog: Catalog, syntax: Syntax | None = None, *, tree: bool = True
) -> Result:
    """What is found of a query by analysing it, together with what the catalog was asked."""
    catalog.asked = set()
    result, found = analyse(query, catalog, syntax)
    if result is not None:
        result, said = overridden(result)
        warning = many_rows(result, catalog)
        found = [*found, *said, *([warning] if warning else [])]
        result = result if tree else replace(result, tree=None)
    named = tuple(replace(one, query=one.query or query.name) for one in found)
    return Result(query.name, result, named, frozenset(catalog.asked))
