"""Stand-ins for extensions that a server lacks: functions with the right signatures.

Queries are described on the server and never run, so a signature is all that is needed of a
function. They are made from the same facts that the inference uses.
"""

from __future__ import annotations

from functools import cache

from codegen.postgres import oids
from codegen.postgres.catalog import Catalog, Function
from codegen.postgres.names import quote_identifier

#: What a stand-in returns, so that a column that defaults to it can be NOT NULL.
_RESULTS = {oids.UUID: "gen_random_uuid()", oids.TEXT: "''", oids.BYTEA: "''"}


@cache
def stand_in(extension: str) -> str | None:
    """SQL that creates an extension's functions in the first schema of the search path.

    None where the extension is unknown, or has more than functions.
    """
    from codegen.postgres.extensions import UnknownExtension

    catalog = Catalog.builtin()
    try:
        catalog.create_extension(extension, "public")
    except UnknownExtension:
        return None
    functions = catalog.user_functions()
    if catalog.types() or catalog.relations() or any(one.kind != "f" for one in functions):
        return None
    return "\n".join(_definition(function, catalog) for function in functions)


def _definition(function: Function, catalog: Catalog) -> str:
    names = function.arg_names or ("",) * len(function.args)
    inputs = [
        f"{quote_identifier(name)} {catalog.format_type(arg)}" if name else catalog.format_type(arg)
        for name, arg in zip(names, function.args, strict=True)
    ]
    outputs = [
        f"OUT {quote_identifier(name)} {catalog.format_type(type_)}"
        for name, type_ in function.out_columns
    ]
    result = ("SETOF " if function.returns_set else "") + catalog.format_type(function.returns)
    # One without arguments gives something new each time; the others have to be fit for indexes.
    volatility = "IMMUTABLE" if function.args else "VOLATILE"
    value = "" if function.out_columns or function.returns_set else _value(function)
    return (
        f"CREATE FUNCTION {quote_identifier(function.name)}({', '.join(inputs + outputs)})"
        f" RETURNS {result} LANGUAGE plpgsql {volatility} AS 'BEGIN RETURN{value}; END';"
    )


def _value(function: Function) -> str:
    return " " + _RESULTS.get(function.returns, "NULL").replace("'", "''")
