"""The facts about what every PostgreSQL database has, read once and decoded when asked for."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cache

from codegen.postgres.builtins.rows import (
    CastRow,
    FunctionRow,
    OperatorRow,
    Ref,
    RelationRow,
    TypeRow,
)
from codegen.postgres.facts import Cast, Column, Function, Key, Operator, Relation, Type
from codegen.records import replace

ToOid = Callable[[Ref], int]


def type_of(row: TypeRow, oid: ToOid = int, extension: str | None = None) -> Type:
    """The type that a row describes; ``oid`` turns a reference into an oid."""
    return Type(
        oid=oid(row[0]),
        schema=row[1],
        name=row[2],
        kind=row[3],
        category=row[4],
        preferred=row[5],
        element=oid(row[6]),
        array=oid(row[7]),
        is_array=row[8],
        base=oid(row[9]),
        not_null=row[10],
        subtype=oid(row[11]),
        range=oid(row[12]),
        multirange=oid(row[13]),
        labels=row[14],
        extension=extension,
    )


def function_of(row: FunctionRow, oid: ToOid = int, extension: str | None = None) -> Function:
    """The function that a row describes."""
    return Function(
        oid=row[0],
        schema=row[1],
        name=row[2],
        args=tuple([oid(arg) for arg in row[3]]),
        returns=oid(row[4]),
        kind=row[5],
        strict=row[6],
        returns_set=row[7],
        arg_names=row[8],
        defaults=row[9],
        variadic=oid(row[10]),
        out_columns=tuple([(name, oid(type_)) for name, type_ in row[11]]),
        aggregate_kind=row[12],
        direct_args=row[13],
        extension=extension,
    )


def operator_of(row: OperatorRow, oid: ToOid = int) -> Operator:
    """The operator that a row describes."""
    return Operator(
        oid=row[0],
        schema=row[1],
        name=row[2],
        left=oid(row[3]),
        right=oid(row[4]),
        result=oid(row[5]),
        function=row[6],
        function_name=row[7],
        strict=row[8],
    )


def cast_of(row: CastRow, oid: ToOid = int) -> Cast:
    """The cast that a row describes."""
    return Cast(oid(row[0]), oid(row[1]), row[2], row[3], row[4])


def relation_of(row: RelationRow, oid: ToOid = int, extension: str | None = None) -> Relation:
    """The relation that a row describes."""
    return Relation(
        schema=row[0],
        name=row[1],
        kind=row[2],
        type=oid(row[3]),
        columns=tuple(
            Column(name=name, type=oid(type_), not_null=not_null)
            for name, type_, not_null in row[4]
        ),
        keys=tuple(Key(columns, primary) for primary, columns in row[5]),
        extension=extension,
    )


#: The kinds of facts.
FACTS: frozenset[type] = frozenset({Cast, Function, Operator, Relation, Type})
#: What kind of fact it is, and what tells it from others of its kind.
FactKey = tuple[str, str | int, str | int]


class Builtins:
    """Lookups over the generated modules; each module is loaded at the first question about it."""

    def __init__(self) -> None:
        self._type_rows: dict[int, TypeRow] = {}
        self._type_oids: dict[tuple[str, str], int] = {}
        self._types: dict[int, Type] = {}
        self._function_rows: dict[str, list[FunctionRow]] = {}
        self._functions: dict[str, tuple[Function, ...]] = {}
        self._function_names: dict[int, str] = {}
        self._operator_rows: dict[str, list[OperatorRow]] = {}
        self._operators: dict[str, tuple[Operator, ...]] = {}
        self._casts: dict[tuple[int, int], Cast] = {}
        self._operator_classes: dict[str, set[int]] = {}
        self._relation_rows: dict[tuple[str, str], RelationRow] = {}
        self._relations: dict[tuple[str, str], Relation] = {}

    def type(self, oid: int) -> Type | None:
        """The type with this oid, composite types with their fields."""
        found = self._types.get(oid)
        if found is None:
            self._load_types()
            row = self._type_rows.get(oid)
            if row is None:
                return None
            found = type_of(row)
            if found.kind == "c":
                relation = self.relation(found.schema, found.name)
                found = replace(found, fields=relation.columns if relation else ())
            self._types[oid] = found
        return found

    def type_oid(self, schema: str, name: str) -> int:
        """The oid of the type with this name, 0 if there is none."""
        self._load_types()
        return self._type_oids.get((schema, name), 0)

    def functions(self, name: str) -> tuple[Function, ...]:
        """All functions with this name, of pg_catalog and information_schema."""
        found = self._functions.get(name)
        if found is None:
            self._load_functions()
            found = tuple(function_of(row) for row in self._function_rows.get(name, ()))
            self._functions[name] = found
        return found

    def function_by_oid(self, oid: int) -> Function | None:
        """The function with this oid."""
        self._load_functions()
        name = self._function_names.get(oid)
        if name is None:
            return None
        return next(function for function in self.functions(name) if function.oid == oid)

    def function_names(self) -> tuple[str, ...]:
        """The names of all functions."""
        self._load_functions()
        return tuple(self._function_rows)

    def operators(self, name: str) -> tuple[Operator, ...]:
        """All operators with this name."""
        found = self._operators.get(name)
        if found is None:
            if not self._operator_rows:
                from codegen.postgres.builtins.operators import ROWS

                for row in ROWS:
                    self._operator_rows.setdefault(row[2], []).append(row)
            found = tuple(operator_of(row) for row in self._operator_rows.get(name, ()))
            self._operators[name] = found
        return found

    def cast(self, source: int, target: int) -> Cast | None:
        """The row of pg_cast for this pair, if there is one."""
        if not self._casts:
            from codegen.postgres.builtins.casts import ROWS

            for row in ROWS:
                cast = cast_of(row)
                self._casts[cast.source, cast.target] = cast
        return self._casts.get((source, target))

    def operator_classes(self, method: str) -> Set[int]:
        """The types that have a default operator class of this access method, btree or hash."""
        if not self._operator_classes:
            from codegen.postgres.builtins.operator_classes import ROWS

            for row in ROWS:
                self._operator_classes.setdefault(row[0], set()).add(int(row[1]))
        return self._operator_classes.get(method, frozenset())

    def relation(self, schema: str, name: str) -> Relation | None:
        """The system catalog, or view over system catalogs, of this name."""
        key = (schema, name)
        found = self._relations.get(key)
        if found is None:
            if not self._relation_rows:
                from codegen.postgres.builtins.relations import ROWS

                self._relation_rows.update(((row[0], row[1]), row) for row in ROWS)
            row = self._relation_rows.get(key)
            if row is None:
                return None
            found = self._relations[key] = relation_of(row)
        return found

    def key_of(self, fact: object) -> FactKey | None:
        """What :meth:`fact` finds one of these facts by; None for anything else."""
        key: FactKey
        match fact:
            case Function():
                key = ("function", "", fact.oid)
            case Operator():
                key = ("operator", fact.name, fact.oid)
            case Relation():
                key = ("relation", fact.schema, fact.name)
            case Type():
                key = ("type", "", fact.oid)
            case Cast():
                key = ("cast", fact.source, fact.target)
            case _:
                return None
        return key if self.fact(key) is fact else None

    def fact(self, key: FactKey) -> object:
        """The fact that has the key; None if there is none."""
        match key:
            case ("function", _, int(oid)):
                return self.function_by_oid(oid)
            case ("operator", str(name), oid):
                return next((one for one in self.operators(name) if one.oid == oid), None)
            case ("relation", str(schema), str(name)):
                return self.relation(schema, name)
            case ("type", _, int(oid)):
                return self.type(oid)
            case ("cast", int(source), int(target)):
                return self.cast(source, target)
            case _:
                return None

    def _load_functions(self) -> None:
        if self._function_rows:
            return
        from codegen.postgres.builtins.functions import ROWS

        for row in ROWS:
            self._function_rows.setdefault(row[2], []).append(row)
            self._function_names[row[0]] = row[2]

    def _load_types(self) -> None:
        if self._type_rows:
            return
        from codegen.postgres.builtins.types import ROWS

        for row in ROWS:
            oid = int(row[0])
            self._type_rows[oid] = row
            self._type_oids[row[1], row[2]] = oid


@cache
def builtins() -> Builtins:
    """The facts, shared by all catalogs."""
    return Builtins()
