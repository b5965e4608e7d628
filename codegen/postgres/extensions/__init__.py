"""The extensions whose objects are known: a generated module for each."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from codegen.postgres.builtins import facts
from codegen.records import replace

if TYPE_CHECKING:
    from codegen.postgres.builtins.rows import (
        CastRow,
        FunctionRow,
        OperatorClassRow,
        OperatorRow,
        Ref,
        RelationRow,
        TypeRow,
    )
    from codegen.postgres.catalog import Catalog


class UnknownExtension(LookupError):
    """No module describes the extension."""

    def __init__(self, name: str) -> None:
        super().__init__(f'extension "{name}" is not known')
        self.name = name


class ExtensionModule(Protocol):
    """What a generated module of an extension holds."""

    REQUIRES: tuple[str, ...]
    TYPES: tuple[TypeRow, ...]
    FUNCTIONS: tuple[FunctionRow, ...]
    OPERATORS: tuple[OperatorRow, ...]
    CASTS: tuple[CastRow, ...]
    OPERATOR_CLASSES: tuple[OperatorClassRow, ...]
    RELATIONS: tuple[RelationRow, ...]


@cache
def known_extensions() -> frozenset[str]:
    """The modules that there are, with underscores where the extension's name has dashes."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


def extension_facts(name: str) -> ExtensionModule:
    """The module that describes an extension.

    :raises UnknownExtension: there is none.
    """
    module = name.replace("-", "_")
    if module not in known_extensions():
        raise UnknownExtension(name)
    return cast(ExtensionModule, import_module(f"{__name__}.{module}"))


@cache
def _owners() -> dict[tuple[str, str], list[str]]:
    """The extensions that have a function or a type, by kind and name. Reads all of them, which
    only messages about mistakes have to."""
    found: dict[tuple[str, str], list[str]] = {}
    for name in sorted(known_extensions()):
        module = extension_facts(name)
        written = (module.__doc__ or name).split()[1]
        things = [("function", row[2]) for row in module.FUNCTIONS]
        things += [("type", row[2]) for row in module.TYPES]
        for thing in dict.fromkeys(things):
            found.setdefault(thing, []).append(written)
    return found


def extensions_with(kind: str, name: str) -> list[str]:
    """The known extensions that have a ``function`` or a ``type`` of this name."""
    return _owners().get((kind, name), [])


def install(catalog: Catalog, name: str, schema: str) -> None:
    """Adds an extension's objects to a catalog, after those of the extensions it requires.

    :raises UnknownExtension: no module describes the extension.
    """
    module = extension_facts(name)
    for required in module.REQUIRES:
        if required != "plpgsql":
            catalog.create_extension(required, schema)
    catalog.extensions[name] = schema
    new_oids = {row[0]: catalog.new_oid() for row in module.TYPES}

    def oid(ref: Ref) -> int:
        if isinstance(ref, int):
            return ref
        if ref in new_oids:
            return new_oids[ref]
        return _type_of_required(catalog, module.REQUIRES, ref)

    for relation_row in module.RELATIONS:
        relation = facts.relation_of(relation_row, oid, name)
        catalog.put_relation(replace(relation, schema=relation.schema or schema))
    for type_row in module.TYPES:
        type_ = facts.type_of(type_row, oid, name)
        relation_fields = catalog.relation_of_type(type_.oid)
        fields = relation_fields.columns if relation_fields else ()
        catalog.add_type(replace(type_, schema=type_.schema or schema, fields=fields))
    functions = _add_functions(catalog, module, schema, oid, name)
    for operator_row in module.OPERATORS:
        operator = facts.operator_of(operator_row, oid)
        function = _function(operator.function, functions)
        catalog.add_operator(replace(operator, schema=operator.schema or schema, function=function))
    for cast_row in module.CASTS:
        added = facts.cast_of(cast_row, oid)
        catalog.add_cast(replace(added, function=_function(added.function, functions)))
    for method, ref in module.OPERATOR_CLASSES:
        catalog.add_operator_class(method, oid(ref))


def _add_functions(
    catalog: Catalog, module: ExtensionModule, schema: str, oid: facts.ToOid, name: str
) -> list[int]:
    """Adds the functions; gives their oids in the order of the module."""
    added: list[int] = []
    for row in module.FUNCTIONS:
        function = facts.function_of(row, oid, name)
        function = replace(function, oid=0, schema=function.schema or schema)
        added.append(catalog.add_function(function).oid)
    return added


def _function(place: int, functions: list[int]) -> int:
    """The oid of a function that a module refers to by minus its 1-based place."""
    return functions[-place - 1] if place < 0 else place


def _type_of_required(catalog: Catalog, required: tuple[str, ...], name: str) -> int:
    """The oid of a type that one of the required extensions has made."""
    for extension in required:
        found = catalog.find_type(catalog.extensions[extension], name)
        if found is not None:
            return found.oid
    raise KeyError(f"no required extension has the type {name}")
