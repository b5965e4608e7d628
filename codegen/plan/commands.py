"""What each command makes of a query: the function that runs it, and what comes back.

A row per command and kind of result; the functions are those of the generated package's
``_execute`` modules (templates/execute.py.jinja).
"""

from __future__ import annotations

from dataclasses import dataclass

from codegen.plan.spelling import NONE, Annotation, of


@dataclass(frozen=True, slots=True)
class Command:
    """How a command's results come back.

    ``run`` runs a query whose rows become objects, ``run_value`` one whose rows are a single value.
    ``returns`` is row, maybe_row, rows, or nothing, count, status for commands without rows.
    """

    returns: str
    run: str
    run_value: str = ""

    @property
    def has_rows(self) -> bool:
        """Whether the query has to return columns."""
        return bool(self.run_value)


#: By command; "one!" is :one where exactly one row is certain.
COMMANDS: dict[str, Command] = {
    "one": Command("maybe_row", "fetch_one", "fetch_value"),
    "one!": Command("row", "fetch_exactly_one", "fetch_exactly_one_value"),
    "many": Command("rows", "fetch_many", "fetch_values"),
    "exec": Command("nothing", "execute"),
    "execrows": Command("count", "execute_rows"),
    "execresult": Command("status", "execute_status"),
}


def command_of(name: str, cardinality: str) -> Command | None:
    """The row for a query's command and cardinality; None for a command that isn't there."""
    if name == "one" and cardinality == "exactly_one":
        return COMMANDS["one!"]
    return COMMANDS.get(name)


def returned(command: Command, row: Annotation) -> Annotation:
    """The return type of a query function whose rows are of type ``row``."""
    match command.returns:
        case "row":
            return row
        case "maybe_row":
            return row.optional()
        case "rows":
            return of("", "list", row)
        case "count":
            return of("", "int")
        case "status":
            return of("", "str")
        case _:
            return NONE
