"""Which questions to ask: whole products of types where they are small, samples where not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from codegen.postgres import oids
from codegen.postgres.builtins import functions as builtin_functions
from codegen.postgres.builtins import operators as builtin_operators
from codegen.postgres.builtins import types as builtin_types
from codegen.postgres.catalog import Catalog, Function
from codegen.postgres.polymorphism import COMPATIBLE, SIMPLE
from tests.differential.cases import Call, Common, Conversion, Operation
from tests.differential.world import EXTENSION_TYPES, TYPES

#: Pseudo-types that expressions may have; no expression has one of the others.
_PSEUDO_VALUES = {oids.ANY, oids.RECORD, oids.RECORD_ARRAY, oids.CSTRING, *SIMPLE, *COMPATIBLE}


def sample_types(catalog: Catalog) -> list[int]:
    """The types of the sample, by oid."""
    by_name = {catalog.format_type(one.oid): one.oid for one in catalog.types()}
    by_name |= {catalog.format_type(int(row[0])): int(row[0]) for row in builtin_types.ROWS}
    return [by_name[name] for name in (*TYPES, *EXTENSION_TYPES)]


def binary_operations(catalog: Catalog) -> Iterator[Operation]:
    """Every binary operator over all pairs of types."""
    types = sample_types(catalog)
    for name in sorted(_operator_names(catalog, prefix=False)):
        for pair in product(types, types):
            yield Operation(name, pair)


def prefix_operations(catalog: Catalog) -> Iterator[Operation]:
    """Every prefix operator over all types."""
    for name in sorted(_operator_names(catalog, prefix=True)):
        for type_ in sample_types(catalog):
            yield Operation(name, (type_,))


def array_operations(catalog: Catalog) -> Iterator[Operation]:
    """``= ANY`` and others over all types and arrays."""
    types = sample_types(catalog)
    arrays = {catalog.array_of(one) for one in types} - {0} | {oids.UNKNOWN, oids.INT4}
    for name in ("=", "<", "~~", "||", "===", "@>"):
        for left, right in product(types, sorted(arrays)):
            yield Operation(name, (left, right), any=True)


def _operator_names(catalog: Catalog, *, prefix: bool) -> set[str]:
    names = {row[2] for row in builtin_operators.ROWS if (not row[3]) == prefix}
    own = {one.name for one in catalog.user_operators() if (not one.left) == prefix}
    return {str(name) for name in names | own}


def single_argument_calls(catalog: Catalog) -> Iterator[Call]:
    """Every function name, and every type name, over all types."""
    types = sample_types(catalog)
    functions = [
        one
        for one in all_functions(catalog)
        if (len(one.args) <= 1 or one.variadic) and _is_callable(catalog, one)
    ]
    names = {function.name for function in functions}
    names |= {str(row[2]) for row in builtin_types.ROWS if row[3] in "bdr"}
    names |= {one.name for one in catalog.types()}
    for name in sorted(names):
        window = _is_window(catalog, name)
        for type_ in types:
            yield Call(name, (type_,), window=window)
        yield Call(name, (oids.UNKNOWN,), window=window, literal=True)


def near_calls(catalog: Catalog, seed: int, variants: int) -> Iterator[Call]:
    """Calls of each function with arguments near to what it takes: the types themselves, others
    of their category, unknown ones, other ones, too few and too many."""
    chance = random.Random(seed)
    pool = sample_types(catalog)
    for function in all_functions(catalog):
        if not _is_callable(catalog, function):
            continue
        window = _is_window(catalog, function.name) and function.kind != "a"
        for _ in range(variants * (1 + len(function.args)) if function.args else 1):
            yield _near_call(catalog, chance, pool, function, window)


def all_functions(catalog: Catalog) -> list[Function]:
    """All functions that are in the search path."""
    names = {str(row[2]) for row in builtin_functions.ROWS}
    names |= {function.name for function in catalog.user_functions()}
    return [one for name in sorted(names) for one in catalog.functions(None, name)]


def _is_callable(catalog: Catalog, function: Function) -> bool:
    """Whether an expression can call it: its arguments have values, and so has its result."""
    return function.returns != oids.UNKNOWN and all(
        one in _PSEUDO_VALUES or catalog.type(one).kind != "p" for one in function.args
    )


def _is_window(catalog: Catalog, name: str) -> bool:
    """Whether calls of this name get an OVER."""
    return any(one.kind == "w" for one in catalog.functions(None, name))


def _near_call(
    catalog: Catalog,
    chance: random.Random,
    pool: Sequence[int],
    function: Function,
    window: bool,
) -> Call:
    types = [_near(catalog, chance, pool, one) for one in _arguments(chance, function)]
    ordered = len(types) - function.direct_args if function.aggregate_kind == "o" else 0
    if function.aggregate_kind == "h":
        types = [_sortable(chance) for _ in range(2 * chance.randint(1, 2))]
        ordered = len(types) // 2
    elif ordered:
        types[-1] = _sortable(chance)
    names: tuple[str, ...] = ()
    variadic = False
    if not ordered and all(function.arg_names) and function.arg_names and chance.random() < 0.5:
        names = _named(chance, function, types)
    elif function.variadic and not ordered and chance.random() < 0.4 and types:
        types = [_near(catalog, chance, pool, one) for one in function.args]
        variadic = True
    columns = bool(function.out_columns) and not window and chance.random() < 0.5
    return Call(
        function.name,
        tuple(types),
        names,
        variadic=variadic,
        ordered=max(ordered, 0),
        window=window,
        columns=columns,
        literal=chance.random() < 0.3,
    )


def _arguments(chance: random.Random, function: Function) -> list[int]:
    """Parameter types for a call: VARIADIC repeated, defaults sometimes left out."""
    args = list(function.args)
    if function.variadic and chance.random() < 0.7:
        args[-1:] = [function.variadic] * chance.randint(1, 3)
    elif function.defaults:
        args = args[: len(args) - chance.randint(0, function.defaults)]
    if chance.random() < 0.03:
        args.append(oids.INT4)
    return args


def _named(chance: random.Random, function: Function, types: list[int]) -> tuple[str, ...]:
    """Names for the last arguments, some of which are left out where they have a default."""
    count = min(len(types), len(function.arg_names))
    del types[count:]
    positional = chance.randint(0, count)
    places = list(range(positional, count))
    chance.shuffle(places)
    named = [types[place] for place in places]
    types[positional:] = named
    return tuple(function.arg_names[place] for place in places)


def _near(catalog: Catalog, chance: random.Random, pool: Sequence[int], wanted: int) -> int:
    luck = chance.random()
    if luck < 0.25:
        return oids.UNKNOWN
    if luck < 0.35:
        return chance.choice(pool)
    if wanted in SIMPLE or wanted in COMPATIBLE or wanted == oids.ANY:
        return _instance(catalog, chance, wanted, pool)
    category = catalog.type(wanted).category
    alike = [one for one in pool if catalog.type(one).category == category]
    return chance.choice(alike) if alike and luck < 0.65 else wanted


def _instance(catalog: Catalog, chance: random.Random, wanted: int, pool: Sequence[int]) -> int:
    """A type that a polymorphic one may stand for."""
    role = SIMPLE.get(wanted) or COMPATIBLE.get(wanted) or "element"
    tests: dict[str, Callable[[int], bool]] = {
        "array": lambda one: bool(catalog.element_of(catalog.base_type(one))),
        "range": lambda one: catalog.type(one).kind == "r",
        "multirange": lambda one: catalog.type(one).kind == "m",
        "element": lambda one: True,
    }
    common = [oids.INT4, oids.TEXT, oids.NUMERIC]
    if role == "element" and chance.random() < 0.6:
        return chance.choice(common)
    return chance.choice([one for one in pool if tests[role](one)])


def _sortable(chance: random.Random) -> int:
    return chance.choice([oids.INT4, oids.INT8, oids.NUMERIC, oids.TEXT, oids.DATE, oids.UNKNOWN])


def common_types(catalog: Catalog) -> Iterator[Common]:
    """All pairs of types, and triples of the usual ones."""
    types = sample_types(catalog)
    usual = [*types[:14], oids.UNKNOWN, *types[36:42]]
    yield from (Common(pair) for pair in product(types, types))
    yield from (Common(triple) for triple in product(usual, usual, usual))


def conversions(catalog: Catalog) -> Iterator[Conversion]:
    """All pairs of types, explicitly and by assignment.

    Into a composite type from ``record`` is left out: that depends on the expression.
    """
    types = [one for one in sample_types(catalog) if catalog.type(one).kind != "p"]
    arrays = [catalog.array_of(one) for one in types if catalog.array_of(one)]
    for source, target in product([*types, *arrays[:20], oids.UNKNOWN], types):
        yield Conversion(source, target)
        yield Conversion(source, target, assignment=True)
