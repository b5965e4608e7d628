"""The user's Python types in place of those that PostgreSQL types and columns would have."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from codegen.analysis.nodes import Use
from codegen.diagnostics import Diagnostic
from codegen.plan import keys
from codegen.plan.conversions import Conversion, PythonType
from codegen.plan.keys import ColumnKey, Overrides
from codegen.plan.options import Options, Override, Reference
from codegen.plan.python_types import Classes, python_type
from codegen.plan.spelling import Annotation, Name, of
from codegen.plan.type_rows import JSON_VALUE
from codegen.postgres.catalog import Catalog
from codegen.records import replace

_EACH = Name("@_runtime", "each")


def overrides_of(options: Options, catalog: Catalog) -> tuple[Overrides, list[Diagnostic]]:
    """What the overrides stand for, and an error for each that names nothing."""
    overrides = Overrides()
    diagnostics: list[Diagnostic] = []
    for one in options.overrides:
        column = keys.column_of(one.key, catalog)
        type_ = keys.type_of(one.key, catalog)
        if column is not None:
            overrides.columns[column] = one
        elif type_ is not None:
            overrides.types[type_.oid] = one
        elif one.required:
            known = [*keys.spelled_keys(catalog), "jsonb", "json", "numeric", "text", "uuid"]
            diagnostics.append(keys.unknown("overrides", one, known))
    return overrides, diagnostics


def foreign_modules(options: Options) -> tuple[str, ...]:
    """The modules that overrides take their types and functions from, but for Python's own."""
    found: set[str] = set()
    for one in options.overrides:
        found |= set(_modules(one.type))
        found |= {each.name.module for each in (one.decode, one.encode) if each is not None}
    own = {module for module in found if module.partition(".")[0] in sys.stdlib_module_names}
    return tuple(sorted(found - own - {""}))


def called_names(options: Options) -> frozenset[Name]:
    """What functions call because of overrides."""
    return frozenset(one.encode.name for one in options.overrides if one.encode is not None)


def _modules(annotation: Annotation) -> Iterator[str]:
    if annotation.name is not None:
        yield annotation.name.module
    for one in annotation.args:
        yield from _modules(one)


def typed(
    catalog: Catalog, oid: int, classes: Classes, column: ColumnKey | None = None
) -> PythonType:
    """The Python type of a value of a type, or of a column.

    A column's override goes before its type's, a domain's before that of the type under it; an
    array has the override of its elements. Raises CodegenError for a type that has none.
    """
    own = classes.overrides.columns.get(column) if column is not None else None
    if own is not None:
        return _replaced(python_type(catalog, oid, classes), own)
    return _by_type(catalog, oid, classes)


def parameter_typed(catalog: Catalog, oid: int, classes: Classes, use: Use | None) -> PythonType:
    """The Python type of a parameter: the override of the column that it belongs to, or of that
    column's domain, or of its own type."""
    own = None if use is None else classes.overrides.of_column(catalog, use.column)
    if own is None or use is None:
        return _by_type(catalog, oid, classes)
    plain = python_type(catalog, oid, classes)
    return _of_elements(plain, own) if use.array else _replaced(plain, own)


def _by_type(catalog: Catalog, oid: int, classes: Classes) -> PythonType:
    own = classes.overrides.types.get(oid)
    if own is not None:
        return _replaced(python_type(catalog, oid, classes), own)
    type_ = catalog.type(oid)
    if type_.kind == "d":
        return _by_type(catalog, type_.base, classes)
    plain = python_type(catalog, oid, classes)
    element = classes.overrides.of_type(catalog, type_.element) if type_.is_array else None
    if element is None:
        return plain
    if plain.decode is not None and plain.decode.method:
        # Its codec has converted the elements already.
        array = of("", "list", element.type)
        return replace(plain, annotation=array, accepts=array, arrives=plain.arrival)
    return _of_elements(plain, element)


def _replaced(plain: PythonType, override: Override) -> PythonType:
    return replace(
        plain,
        annotation=override.type,
        accepts=override.type,
        arrives=_arrival(plain, override),
        decode=_after(plain.decode, _call(override.decode)),
        encode=_after(_call(override.encode), plain.encode),
    )


def _of_elements(plain: PythonType, override: Override) -> PythonType:
    array = of("", "list", override.type)
    return replace(
        plain,
        annotation=array,
        accepts=array,
        arrives=_arrival(plain, override),
        decode=_after(plain.decode, _each(plain, override.decode)),
        encode=_after(_each(plain, override.encode), plain.encode),
    )


def _arrival(plain: PythonType, override: Override) -> Annotation | None:
    """What a maker takes: what it makes, where it makes nothing of it."""
    return plain.arrival if plain.decode or override.decode else None


def _call(reference: Reference | None) -> Conversion | None:
    return None if reference is None else Conversion(reference.name, method=reference.method)


def _each(plain: PythonType, reference: Reference | None) -> Conversion | None:
    if reference is None:
        return None
    # A list in an array of JSON is a value; elsewhere it is a further dimension.
    flat = plain.annotation.args == (JSON_VALUE,)
    return Conversion(_EACH, (reference, "nested=False") if flat else (reference,))


def _after(first: Conversion | None, second: Conversion | None) -> Conversion | None:
    """Both conversions, one after the other."""
    if first is None or second is None:
        return first or second
    return replace(second, inner=_after(first, second.inner))
