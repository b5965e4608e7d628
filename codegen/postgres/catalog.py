"""The catalog: what a database with a schema has, on top of what every database has.

A :class:`Catalog` answers by oid and by name along a search path. The facts that PostgreSQL ships
with are shared by all catalogs and never change; a catalog holds only what was added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import TypeVar, cast

from codegen.postgres.builtins.facts import Builtins, builtins
from codegen.postgres.facts import (
    FIRST_USER_OID,
    Cast,
    Column,
    ForeignKey,
    Function,
    Index,
    IndexPart,
    Key,
    Operator,
    Relation,
    Type,
)
from codegen.postgres.names import STANDARD_SPELLINGS, qualified, quote_identifier
from codegen.records import replace

__all__ = [
    "FIRST_USER_OID",
    "Cast",
    "Catalog",
    "Column",
    "ForeignKey",
    "Function",
    "Index",
    "IndexPart",
    "Key",
    "Operator",
    "Relation",
    "Type",
]

#: Longest name that PostgreSQL keeps, in bytes (NAMEDATALEN - 1).
MAX_NAME = 63

#: The schema of temporary objects, by the name that it has in every session.
TEMPORARY = "pg_temp"

#: What a catalog has beside what was added to it.
_NOT_ADDED = frozenset({"_builtins", "memo", "settled", "asked"})

#: What is added to a catalog and answered one by one.
_ASKED_FOR = frozenset({"_types", "_type_oids", "_relations", "_row_types", "_next_oid"})

#: Something that was asked of a catalog: a type by its oid, or a kind of question with a schema
#: and a name.
Question = int | tuple[str, str | None, str]
RELATION, TYPE_NAME = "relation", "type"
#: The question for all that was added.
EVERYTHING: Question = ("everything", None, "")

#: Kinds of relations that have no row type.
_TYPELESS = "S"


T = TypeVar("T")


class Catalog:
    """Types, functions, operators, casts and relations of one database.

    ``search_path`` may be set at any time; pg_catalog is searched first where it is not listed.
    ``schemas`` holds the names of the schemas, ``extensions`` the schema of each extension,
    ``unknown_extensions`` that of those of which no more than the name is known.
    ``indexes`` says of an index, by its schema and name, which row type its relation has.
    ``text_search`` are the names of the configurations that were added, None where there may be
    others.
    ``memo`` and ``settled`` are for :meth:`remembered`.
    ``asked`` collects the questions about types and relations that were added, or might have been.
    Who empties it before some work knows afterwards what the work depends on, beside
    :meth:`general`.
    """

    def __init__(self) -> None:
        self.search_path: list[str] = ["pg_catalog", "public"]
        self.schemas: set[str] = {"pg_catalog", "information_schema", "public"}
        self.extensions: dict[str, str] = {"plpgsql": "pg_catalog"}
        self.unknown_extensions: dict[str, str] = {}
        self.indexes: dict[tuple[str, str], int] = {}
        self.orderings: set[tuple[str, int]] = set()
        self.text_search: set[str] | None = set()
        self._builtins: Builtins = builtins()
        self._types: dict[int, Type] = {}
        self._type_oids: dict[tuple[str, str], int] = {}
        self._functions: dict[str, tuple[Function, ...]] = {}
        self._operators: dict[str, tuple[Operator, ...]] = {}
        self._casts: dict[tuple[int, int], Cast] = {}
        self._operator_classes: dict[str, frozenset[int]] = {}
        self._relations: dict[tuple[str, str], Relation] = {}
        self._row_types: dict[int, tuple[str, str]] = {}
        self._aliases: dict[str, int] = {}
        self._next_oid = FIRST_USER_OID
        self.memo: dict[object, object] = {}
        self.settled: dict[object, object] = {}
        self.asked: set[Question] = set()

    @classmethod
    def builtin(cls) -> Catalog:
        """What a new database has."""
        return cls()

    def contents(self) -> dict[str, object]:
        """All that was added, for restore."""
        return {name: value for name, value in vars(self).items() if name not in _NOT_ADDED}

    def restore(self, contents: Mapping[str, object]) -> None:
        """Makes of a new catalog the one that these are the contents of."""
        vars(self).update(contents)

    # Questions

    def remembered(self, key: object, made: Callable[[], T], *types: int) -> T:
        """An answer that holds as long as nothing changes, made when it is first asked for.

        What is asked to make it counts as asked whenever it is used. With ``types``, the answer is
        about them, and casts and operators alone bear on it: then new tables, types and functions
        change nothing about PostgreSQL's own types.
        """
        memo = self.settled if types and max(types) < FIRST_USER_OID else self.memo
        found = cast("tuple[T, set[Question]] | None", memo.get(key))
        if found is None:
            found = memo[key] = self.recorded(made)
        elif found[1]:
            self.asked |= found[1]
        return found[0]

    def recorded(self, made: Callable[[], T]) -> tuple[T, set[Question]]:
        """What is made, and what is asked for it; that counts as asked as well."""
        before, self.asked = self.asked, set()
        try:
            return made(), self.asked
        finally:
            before |= self.asked
            self.asked = before

    def path(self) -> tuple[str, ...]:
        """The schemas that are searched, in order: pg_catalog first unless it is listed."""
        if "pg_catalog" in self.search_path:
            return tuple(self.search_path)
        return ("pg_catalog", *self.search_path)

    @property
    def creation_schema(self) -> str | None:
        """Where an object goes that is created without a schema: first of the path that exists."""
        return next(
            (name for name in self.search_path if name != "pg_catalog" and name in self.schemas),
            None,
        )

    def type(self, oid: int) -> Type:
        """The type with this oid.

        :raises KeyError: there is none; oids come from this catalog, so that is a bug.
        """
        found = self._types.get(oid)
        if found is not None:
            self.asked.add(oid)
            return found
        found = self._builtins.type(oid)
        if found is None:
            raise KeyError(f"no type has the oid {oid}")
        return found

    def type_if_any(self, oid: int) -> Type | None:
        """The type with this oid, if there is one."""
        return self._types.get(oid) or self._builtins.type(oid)

    def find_type(self, schema: str | None, name: str) -> Type | None:
        """The type of this name: of the schema, or the first along the search path, or what
        the name is an alias of."""
        self.asked.add((TYPE_NAME, schema, name))
        for namespace in self._namespaces(schema, with_temporary=True):
            oid = self._type_oids.get((namespace, name)) or self._builtins.type_oid(namespace, name)
            if oid:
                return self.type(oid)
        alias = self._aliases.get(name) if schema is None else None
        return self.type(alias) if alias else None

    def functions(self, schema: str | None, name: str) -> list[Function]:
        """The functions of this name, in the order of the search path."""
        found = (*self._builtins.functions(name), *self._functions.get(name, ()))
        return [
            function
            for namespace in self._namespaces(schema)
            for function in found
            if function.schema == namespace
        ]

    def operators(self, schema: str | None, name: str) -> list[Operator]:
        """The operators of this name, in the order of the search path."""
        own = self._operators.get(name, ())
        shipped = self._builtins.operators(name)
        return [
            operator
            for namespace in self._namespaces(schema)
            for operator in (*shipped, *own)
            if operator.schema == namespace
        ]

    def cast(self, source: int, target: int) -> Cast | None:
        """The cast of pg_cast between exactly these types."""
        return self._casts.get((source, target)) or self._builtins.cast(source, target)

    def operator_classes(self, method: str) -> Set[int]:
        """The types that have a default operator class of this access method, btree or hash."""
        shipped = self._builtins.operator_classes(method)
        own = self._operator_classes.get(method)
        return shipped | own if own else shipped

    def relation(self, schema: str | None, name: str) -> Relation | None:
        """The relation of this name: of the schema, or the first along the search path."""
        self.asked.add((RELATION, schema, name))
        for namespace in self._namespaces(schema, with_temporary=True):
            found = self._relations.get((namespace, name))
            if found is None and namespace in ("pg_catalog", "information_schema"):
                found = self._builtins.relation(namespace, name)
            if found is not None:
                return found
        return None

    def has_index(self, schema: str | None, name: str) -> bool:
        """Whether there is an index of this name: of the schema, or along the search path."""
        namespaces = self._namespaces(schema, with_temporary=True)
        return any((namespace, name) in self.indexes for namespace in namespaces)

    def relation_of_type(self, oid: int) -> Relation | None:
        """The relation whose row type this is."""
        if oid >= FIRST_USER_OID:
            self.asked.add(oid)
        own = self._row_types.get(oid)
        if own is not None:
            return self.relation(*own)
        row_type = self._types.get(oid) or self._builtins.type(oid)
        if row_type is None or row_type.kind != "c":
            return None
        return self.relation(row_type.schema, row_type.name)

    def relations(self) -> list[Relation]:
        """The relations that were added, in the order of their creation."""
        self.asked.add(EVERYTHING)
        return list(self._relations.values())

    def parents(self) -> Mapping[tuple[str, str], str]:
        """The relations that others inherit from or are partitions of, with their kinds."""
        return self.remembered(
            Catalog.parents,
            lambda: {
                parent: found.kind
                for relation in self._relations.values()
                for parent in relation.parents
                if (found := self._relations.get(parent)) is not None
            },
        )

    def general(self) -> dict[str, object]:
        """All that answers may depend on without being asked for as a type or a relation."""
        added = {name: one for name, one in self.contents().items() if name not in _ASKED_FOR}
        return {**added, "parents": self.parents()}

    def types(self) -> list[Type]:
        """The types that were added, in the order of their creation."""
        self.asked.add(EVERYTHING)
        return list(self._types.values())

    def function_by_oid(self, oid: int) -> Function | None:
        """The function with this oid, of the database or of what PostgreSQL ships with."""
        found = self._builtins.function_by_oid(oid)
        if found is not None:
            return found
        return next((function for function in self.user_functions() if function.oid == oid), None)

    def function_names(self) -> list[str]:
        """The names of all functions that there are."""
        return [*self._builtins.function_names(), *self._functions]

    def user_functions(self) -> list[Function]:
        """The functions that were added."""
        return [function for group in self._functions.values() for function in group]

    def user_operators(self) -> list[Operator]:
        """The operators that were added."""
        return [operator for group in self._operators.values() for operator in group]

    def user_casts(self) -> list[Cast]:
        """The casts that were added."""
        return list(self._casts.values())

    def array_of(self, oid: int) -> int:
        """The array type over a type, 0 if it has none."""
        return self.type(oid).array

    def element_of(self, oid: int) -> int:
        """The element type of an array type, 0 for any other type."""
        type_ = self.type(oid)
        return type_.element if type_.is_array else 0

    def base_type(self, oid: int) -> int:
        """The type under a domain, and under the domain under it; any other type is its own."""
        type_ = self.type(oid)
        while type_.kind == "d":
            type_ = self.type(type_.base)
        return type_.oid

    def format_type(self, oid: int) -> str:
        """The type as PostgreSQL spells it in messages: format_type(oid, NULL)."""
        if oid in STANDARD_SPELLINGS:
            return STANDARD_SPELLINGS[oid]
        if not oid:
            return "-"
        type_ = self.type(oid)
        if type_.is_array and self.type(type_.element).array == oid:
            return self.format_type(type_.element) + "[]"
        if self.find_type(None, type_.name) is type_:
            return quote_identifier(type_.name)
        return qualified(type_.schema, type_.name)

    def _namespaces(self, schema: str | None, with_temporary: bool = False) -> Iterable[str]:
        """The schemas to search: temporary tables and types are found first, functions never."""
        if schema is not None:
            return (schema,)
        if with_temporary and TEMPORARY in self.schemas:
            return (TEMPORARY, *self.path())
        return self.path()

    # Changes

    def add_schema(self, name: str) -> None:
        """Adds a schema; there may be one of the name."""
        self.schemas.add(name)

    def new_oid(self) -> int:
        """An oid that no object has."""
        self._next_oid += 1
        return self._next_oid - 1

    def add_type(self, type_: Type) -> Type:
        """Adds a type and the array type over it; the oid 0 is replaced by a new one.

        Gives the type back with its oid and its array's. A pseudo-type, and a type that has its
        array already, gets no array.
        """
        self.memo.clear()
        oid = type_.oid or self.new_oid()
        if type_.array or type_.is_array or type_.kind == "p":
            added = replace(type_, oid=oid)
        else:
            added = replace(type_, oid=oid, array=self.new_oid())
        self.put_type(added)
        if added.array and added.array not in self._types:
            self.put_type(self._array_over(added))
        return added

    def _array_over(self, element: Type) -> Type:
        name = self._free_array_name(element.schema, element.name)
        return Type(
            oid=element.array,
            schema=element.schema,
            name=name,
            category="A",
            element=element.oid,
            is_array=True,
            extension=element.extension,
        )

    def _free_array_name(self, schema: str, element: str) -> str:
        """``_element``, with more underscores where that is taken (makeArrayTypeName)."""
        name = element
        while True:
            name = ("_" + name).encode()[:MAX_NAME].decode(errors="ignore")
            if (schema, name) not in self._type_oids:
                return name

    def add_alias(self, name: str, type_: Type) -> None:
        """Has a name stand for a type wherever no type has that name."""
        self._aliases[name] = type_.oid

    def put_type(self, type_: Type) -> None:
        """Adds or replaces the type with this oid, and leaves all other types alone."""
        self.memo.clear()
        previous = self._types.get(type_.oid)
        if previous is not None:
            self._type_oids.pop((previous.schema, previous.name), None)
        self._types[type_.oid] = type_
        self._type_oids[type_.schema, type_.name] = type_.oid

    def replace_type(self, type_: Type) -> Type:
        """Puts another description in place of the type with the same oid.

        A new name or schema carries over to its array type.
        """
        self.memo.clear()
        previous = self.type(type_.oid)
        self.put_type(type_)
        moved = (previous.schema, previous.name) != (type_.schema, type_.name)
        if moved and type_.array in self._types:
            array = self._types[type_.array]
            self._type_oids.pop((array.schema, array.name), None)
            self.put_type(self._array_over(type_))
        return type_

    def drop_type(self, type_: Type) -> None:
        """Takes away a type with its array type, and with the multirange of a range type."""
        self.memo.clear()
        for oid in (type_.oid, type_.array, type_.multirange):
            dropped = self._types.pop(oid, None) if oid else None
            if dropped is not None:
                self._type_oids.pop((dropped.schema, dropped.name), None)
        if type_.multirange:
            self.drop_array_of(type_.multirange)

    def drop_array_of(self, oid: int) -> None:
        """Takes away what is left of a dropped type: the array type over it."""
        for array in [one for one in self._types.values() if one.element == oid]:
            del self._types[array.oid]
            self._type_oids.pop((array.schema, array.name), None)

    def add_relation(self, relation: Relation) -> Relation:
        """Adds a relation with its row type, and the array over that; a sequence has none.

        Gives the relation back with the oid of its row type.
        """
        self.memo.clear()
        if relation.kind not in _TYPELESS:
            row_type = self.add_type(
                Type(
                    oid=0,
                    schema=relation.schema,
                    name=relation.name,
                    kind="c",
                    category="C",
                    fields=relation.columns,
                    extension=relation.extension,
                )
            )
            relation = replace(relation, type=row_type.oid)
        self.put_relation(relation)
        return relation

    def put_relation(self, relation: Relation) -> None:
        """Adds or replaces a relation of this name, and leaves types alone."""
        self.memo.clear()
        self._relations[relation.schema, relation.name] = relation
        if relation.type:
            self._row_types[relation.type] = (relation.schema, relation.name)

    def replace_relation(self, relation: Relation) -> Relation:
        """Puts another description in place of the relation with the same row type.

        Its row type follows: new columns, a new name or schema. A relation without a row type
        replaces the one of the same name.
        """
        self.memo.clear()
        if relation.type in self._types:
            before, now = self._row_types[relation.type], (relation.schema, relation.name)
            if before != now:
                self._relations.pop(before, None)
            row_type, fields = self._types[relation.type], relation.columns
            if before != now or row_type.fields is not fields:
                self.replace_type(replace(row_type, schema=now[0], name=now[1], fields=fields))
        self.put_relation(relation)
        return relation

    def drop_relation(self, relation: Relation) -> None:
        """Takes away a relation with its row type."""
        self.memo.clear()
        self._relations.pop((relation.schema, relation.name), None)
        self._row_types.pop(relation.type, None)
        if relation.type in self._types:
            self.drop_type(self._types[relation.type])

    def add_function(self, function: Function) -> Function:
        """Adds a function, in place of the one with the same name and argument types.

        Gives it back with its oid; the oid 0 is replaced by a new one.
        """
        self.memo.clear()
        added = replace(function, oid=function.oid or self.new_oid())
        others = (
            other
            for other in self._functions.get(function.name, ())
            if (other.schema, other.args) != (function.schema, function.args)
        )
        self._functions[function.name] = (*others, added)
        return added

    def drop_function(self, function: Function) -> None:
        """Takes away a function."""
        self.memo.clear()
        self._functions[function.name] = tuple(
            other for other in self._functions.get(function.name, ()) if other.oid != function.oid
        )

    def add_operator(self, operator: Operator) -> Operator:
        """Adds an operator, in place of the one with the same name and operand types."""
        self.settled.clear()
        self.memo.clear()
        added = replace(operator, oid=operator.oid or self.new_oid())
        signature = (operator.schema, operator.left, operator.right)
        others = (
            other
            for other in self._operators.get(operator.name, ())
            if (other.schema, other.left, other.right) != signature
        )
        self._operators[operator.name] = (*others, added)
        return added

    def drop_operator(self, operator: Operator) -> None:
        """Takes away an operator."""
        self.settled.clear()
        self.memo.clear()
        self._operators[operator.name] = tuple(
            other for other in self._operators.get(operator.name, ()) if other.oid != operator.oid
        )

    def add_cast(self, cast: Cast) -> Cast:
        """Adds a cast, in place of the one between the same types."""
        self.settled.clear()
        self.memo.clear()
        self._casts[cast.source, cast.target] = cast
        return cast

    def drop_cast(self, cast: Cast) -> None:
        """Takes away a cast."""
        self.settled.clear()
        self.memo.clear()
        self._casts.pop((cast.source, cast.target), None)

    def add_operator_class(self, method: str, type_: int) -> None:
        """Gives a type a default operator class of an access method."""
        self.memo.clear()
        known = self._operator_classes.get(method, frozenset())
        self._operator_classes[method] = known | {type_}

    def create_extension(self, name: str, schema: str) -> None:
        """Adds the objects of an extension, and of those it requires, to a schema.

        Does nothing where it is there already.

        :raises codegen.postgres.extensions.UnknownExtension: its objects are not known.
        """
        from codegen.postgres.extensions import install

        if name not in self.extensions:
            install(self, name, schema)
