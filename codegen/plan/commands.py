"""What each command makes of a query: the function that runs it, and what comes back.

A row per command; the functions are those of the generated package's ``_execute`` modules
(templates/execute.py.jinja).
"""

from __future__ import annotations

from codegen.plan.spelling import NONE, Annotation, Name, of
from codegen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """How a query is run and how its results come back.

    ``run`` runs a query whose rows become objects, ``run_value`` one whose rows are a single
    value; only ``run`` is set for a query without rows. ``returns`` is row, maybe_row, rows,
    stream, count, status or nothing. A ``batch`` takes many sets of parameters and, if it has
    rows, returns a list of what one set gives; a ``copy`` takes many and sends them by COPY.
    """

    returns: str
    run: str
    run_value: str = ""
    batch: bool = False
    copy: bool = False

    @property
    def has_rows(self) -> bool:
        """Whether the query has to return columns."""
        return bool(self.run_value)

    @property
    def takes_many(self) -> bool:
        """Whether the function takes many sets of parameters."""
        return self.batch or self.copy


#: By command; "one!" is :one where exactly one row is certain.
COMMANDS: dict[str, Command] = {
    "one": Command(returns="maybe_row", run="fetch_one", run_value="fetch_value"),
    "one!": Command(returns="row", run="fetch_exactly_one", run_value="fetch_exactly_one_value"),
    "many": Command(returns="rows", run="fetch_many", run_value="fetch_values"),
    "iter": Command(returns="stream", run="stream", run_value="stream_values"),
    "exec": Command(returns="nothing", run="execute"),
    "execrows": Command(returns="count", run="execute_rows"),
    "execresult": Command(returns="status", run="execute_status"),
    "copyfrom": Command(returns="count", run="copy_rows", copy=True),
    "batchexec": Command(returns="nothing", run="batch_execute", batch=True),
    "batchone": Command(returns="maybe_row", run="batch_one", run_value="batch_value", batch=True),
    "batchone!": Command(
        returns="row", run="batch_exactly_one", run_value="batch_exactly_one_value", batch=True
    ),
    "batchmany": Command(returns="rows", run="batch_many", run_value="batch_values", batch=True),
}


def command_of(name: str, cardinality: str) -> Command:
    """The row for a query's command and cardinality."""
    certain = COMMANDS.get(f"{name}!") if cardinality == "exactly_one" else None
    return certain or COMMANDS[name]


def returned(command: Command, row: Annotation, stream: Name) -> Annotation:
    """The return type of a query function whose rows are of type ``row``; ``stream`` is the class
    of rows that are read as they arrive."""
    one = _one(command, row, stream)
    return of("", "list", one) if command.batch and command.has_rows else one


def _one(command: Command, row: Annotation, stream: Name) -> Annotation:
    match command.returns:
        case "row":
            return row
        case "maybe_row":
            return row.optional()
        case "rows":
            return of("", "list", row)
        case "stream":
            return Annotation(stream, (row,))
        case "count":
            return of("", "int")
        case "status":
            return of("", "str")
        case _:
            return NONE
