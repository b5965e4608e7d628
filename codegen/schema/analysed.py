"""The queries inside DDL, handed to the analysis by their place in the source."""

from __future__ import annotations

from codegen.analysis import nodes
from codegen.diagnostics import CodegenError
from codegen.postgres.catalog import Column
from codegen.records import replace
from codegen.schema.state import State, default_type
from codegen.source import Source, Span


def query(state: State, source: Source, start: int, end: int) -> nodes.Query:
    """The analysed query of a view; messages show the text as it stands in the file.

    Raises what the analysis raises.
    """
    from codegen.analysis import analyse_select_text

    try:
        return analyse_select_text(source, start, end, state.catalog)
    except CodegenError as caught:
        found = caught.diagnostic
        if found.span is None:
            raise
        span = Span(state.source, found.span.start, min(found.span.end, len(state.source.text)))
        raise CodegenError(replace(found, span=span)) from caught


def columns_of(found: nodes.Query) -> tuple[Column, ...]:
    """The columns that a view over a query, or a table made by it, has."""
    return tuple(
        Column(name=target.name, type=default_type(target.expr.type)) for target in found.targets
    )
