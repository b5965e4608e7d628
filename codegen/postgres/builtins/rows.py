"""The form of the rows that the generated modules hold, in the order of their fields.

A reference to a type (:data:`Ref`) is an oid; in an extension's module it is the type's name where
the type is an extension's. The reference to a function there is minus its 1-based place among the
extension's functions where it is the extension's own. The schema "" is the one that the extension
is created in.
"""

from __future__ import annotations

Ref = int | str

#: (oid, schema, name, kind, category, preferred, element, array, is_array, base, not_null,
#: subtype, range, multirange, labels)
TypeRow = tuple[
    Ref, str, str, str, str, bool, Ref, Ref, bool, Ref, bool, Ref, Ref, Ref, tuple[str, ...]
]

#: (oid, schema, name, args, returns, kind, strict, returns_set, arg_names, defaults, variadic,
#: out_columns, aggregate_kind, direct_args)
FunctionRow = tuple[
    int,
    str,
    str,
    tuple[Ref, ...],
    Ref,
    str,
    bool,
    bool,
    tuple[str, ...],
    int,
    Ref,
    tuple[tuple[str, Ref], ...],
    str,
    int,
]

#: (oid, schema, name, left, right, result, function, function_name, strict)
OperatorRow = tuple[int, str, str, Ref, Ref, Ref, int, str, bool]

#: (source, target, context, method, function)
CastRow = tuple[Ref, Ref, str, str, int]

#: (method, type): btree or hash, and the type that its default operator class is for
OperatorClassRow = tuple[str, Ref]

#: (schema, name, kind, type, ((column, type, not_null), ...), ((primary, columns), ...))
RelationRow = tuple[
    str,
    str,
    str,
    Ref,
    tuple[tuple[str, Ref, bool], ...],
    tuple[tuple[bool, tuple[str, ...]], ...],
]
