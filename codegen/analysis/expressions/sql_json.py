"""SQL/JSON and SQL/XML (transformJson… and transformXmlExpr in src/backend/parser/parse_expr.c)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from codegen.analysis import nodes
from codegen.analysis.coerce import coerce, coerce_to, try_coerce
from codegen.analysis.expressions.json_format import check_input_format, check_output_format
from codegen.analysis.expressions.table import infer
from codegen.analysis.scope import Scope, identifier
from codegen.analysis.tree import walk
from codegen.analysis.types import resolve_type
from codegen.postgres import oids
from codegen.records import dataclass, field
from codegen.sql.clause import Clause, TableColumn
from codegen.sql.typenames import TypeName

#: Types of PASSING that a JSON path takes as they are (transformJsonValueExpr).
_PATH_TYPES = frozenset(
    {
        oids.BOOL,
        oids.NUMERIC,
        oids.INT2,
        oids.INT4,
        oids.INT8,
        oids.FLOAT4,
        oids.FLOAT8,
        oids.TEXT,
        oids.VARCHAR,
        oids.DATE,
        oids.TIME,
        oids.TIMETZ,
        oids.TIMESTAMP,
        oids.TIMESTAMPTZ,
    }
)
_JSON = frozenset({oids.JSON, oids.JSONB})
_NO_SETS = "returning SETOF types is not supported in SQL/JSON functions"


@dataclass(slots=True)
class Construct:
    """One of these calls: its arguments as written, and the clauses; what is known of it so far."""

    name: str
    args: Sequence[exp.Expr]
    clause: Clause
    scope: Scope
    node: exp.Expr
    values: list[nodes.Expr] = field(default_factory=list)

    def role(self, *roles: str) -> list[tuple[int, exp.Expr]]:
        """The arguments of some roles, with their numbers."""
        return [
            (number, arg)
            for number, arg in enumerate(self.args)
            if self.clause.roles[number] in roles
        ]

    def returning(self) -> int:
        """The type of RETURNING, 0 without."""
        named = self.clause.returning
        return self.declared(named) if named else 0

    def declared(self, named: TypeName, refusal: str = _NO_SETS) -> int:
        """The type of RETURNING or of a column; ``refusal`` is said where it is a SETOF."""
        if named.setof:
            help = "Leave SETOF out: it is one value."
            self.scope.state.fail("syntax-error", refusal, self.node, help)
        return resolve_type(self.scope.catalog, named, self.scope.state.source)


def construct(
    name: str, args: Sequence[exp.Expr], clause: Clause, scope: Scope, node: exp.Expr
) -> nodes.Expr:
    """The value of a call whose clauses were kept aside."""
    work = Construct(name, args, clause, scope, node)
    if clause.misplaced_default:
        scope.state.fail(
            "syntax-error", "DEFAULT is not allowed in this context", node, "Write a value."
        )
    if clause.unwrappable:
        message = "SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used"
        scope.state.fail("syntax-error", message, node, "Leave OMIT QUOTES out.")
    return _RULES[name](work)


def _finish(work: Construct, type_: int, **behaviors: object) -> nodes.Expr:
    words = tuple(work.clause.words)
    return nodes.JsonExpr(
        type=type_,
        kind=work.name,
        args=work.values,
        words=words,
        **behaviors,  # type: ignore[arg-type]
    )


# Values -------------------------------------------------------------------------------------------


def _value(
    work: Construct, number: int, format_: str = "", target: int = 0, passing: bool = False
) -> nodes.Expr:
    """A JSON value expression; ``format_`` is what it is read as where FORMAT is not written."""
    value = infer(work.args[number], work.scope)
    if value.type == oids.UNKNOWN:
        value = coerce(work.scope.state, value, oids.TEXT, work.args[number])
    return _formatted(work, value, number, format_, target, passing)


def _formatted(
    work: Construct,
    value: nodes.Expr,
    number: int,
    format_: str = "",
    target: int = 0,
    passing: bool = False,
) -> nodes.Expr:
    state = work.scope.state
    written = work.clause.formatted.get(number)
    check_input_format(written, value.type, work.args[number], work.scope)
    string = work.scope.catalog.type(work.scope.catalog.base_type(value.type)).category == "S"
    if number in work.clause.formatted:
        format_ = "" if value.type in _JSON else "json"
    elif passing:
        if value.type in _PATH_TYPES or string:
            return value
    elif value.type in _JSON:
        format_ = ""
    if not format_ and (not target or value.type == target):
        return value
    if not passing and not target and value.type != oids.BYTEA and not string:
        how = "explicit" if number in work.clause.formatted else "implicit"
        message = f"cannot use non-string types with {how} FORMAT JSON clause"
        state.fail("datatype-mismatch", message, work.args[number], "Cast it to text.")
    return _as_json(work, value, number, format_, target)


def _as_json(
    work: Construct, value: nodes.Expr, number: int, format_: str, target: int
) -> nodes.Expr:
    state = work.scope.state
    if format_ == "json" and value.type == oids.BYTEA:
        value = nodes.Coerce(type=oids.TEXT, span=value.span, arg=value, method="io", explicit=True)
    wanted = target or (oids.JSONB if format_ == "jsonb" else oids.JSON)
    coerced = try_coerce(state, value, wanted, "e", work.args[number], explicit=True)
    if coerced is None and target:
        types = state.type_name(value.type), state.type_name(wanted)
        message = f"cannot cast type {types[0]} to {types[1]}"
        state.fail("cannot-coerce", message, work.args[number], "Cast it to text.")
    return coerced or nodes.Coerce(type=wanted, span=value.span, arg=value, method="io")


def _convert(work: Construct, type_: int, wanted: int, **behaviors: object) -> nodes.Expr:
    """The result as the type of RETURNING (coerceJsonFuncExpr)."""
    result = _finish(work, type_, **behaviors)
    if not wanted or wanted == type_:
        return result
    if wanted == oids.BYTEA:  # the text, encoded
        result.type = wanted
        return result
    converted = try_coerce(work.scope.state, result, wanted, "a", work.node)
    if converted is None:
        name = work.scope.state.type_name
        message = f"cannot cast type {name(type_)} to {name(wanted)}"
        work.scope.state.fail(
            "cannot-coerce", message, work.node, "Leave RETURNING out, and cast the result."
        )
    result.type = wanted
    return result


# Constructors -------------------------------------------------------------------------------------


def _constructor(work: Construct) -> nodes.Expr:
    """JSON_OBJECT and JSON_ARRAY: json, or jsonb where an argument is."""
    for number, arg in work.role("key", "value"):
        key = work.clause.roles[number] == "key"
        work.values.append(infer(arg, work.scope) if key else _value(work, number))
    return _constructed(work)


def _constructed(work: Construct) -> nodes.Expr:
    wanted = work.returning()
    check_output_format(work.clause.format, wanted, work.node, work.scope, converts=True)
    binary = wanted == oids.JSONB or (
        not wanted and any(value.type == oids.JSONB for value in work.values)
    )
    if wanted and not binary:
        _check_output(work, wanted)
    return _convert(work, oids.JSONB if binary else oids.JSON, wanted)


def _check_output(work: Construct, wanted: int) -> None:
    """RETURNING names no pseudo-type."""
    if work.scope.catalog.type(wanted).kind == "p":
        message = "returning pseudo-types is not supported in SQL/JSON functions"
        work.scope.state.fail(
            "datatype-mismatch", message, work.node, "Name the type itself, such as RETURNING text."
        )


def _array(work: Construct) -> nodes.Expr:
    queries = work.role("query")
    if not queries:
        return _constructor(work)
    from codegen.analysis.expressions.subqueries import scalar

    subquery = queries[0][1]
    assert isinstance(subquery, (exp.Subquery, exp.Select))
    value = scalar(subquery, work.scope)  # type: ignore[arg-type]
    work.values.append(_formatted(work, value, queries[0][0]))
    return _constructed(work)


def aggregate(work: Construct) -> nodes.Expr:
    """JSON_OBJECTAGG and JSON_ARRAYAGG."""
    for number, arg in work.role("key", "value"):
        key = work.clause.roles[number] == "key"
        work.values.append(infer(arg, work.scope) if key else _value(work, number))
    return _constructed(work)


def _json(work: Construct) -> nodes.Expr:
    """JSON(): a text that is read as json."""
    state = work.scope.state
    if work.clause.unique:
        value = infer(work.args[0], work.scope)
        if value.type == oids.UNKNOWN:
            value = coerce(state, value, oids.TEXT, work.args[0])
        category = state.catalog.type(state.catalog.base_type(value.type)).category
        if category != "S" and value.type != oids.BYTEA:
            message = "cannot use non-string types with WITH UNIQUE KEYS clause"
            state.fail(
                "datatype-mismatch",
                message,
                work.args[0],
                "Leave WITH UNIQUE KEYS out, or cast it to text.",
            )
    work.values.append(_value(work, 0, "json", oids.JSON))
    return _finish(work, oids.JSON)


def _json_scalar(work: Construct) -> nodes.Expr:
    value = infer(work.args[0], work.scope)
    if value.type == oids.UNKNOWN:
        value = coerce(work.scope.state, value, oids.TEXT, work.args[0])
    work.values.append(value)
    return _finish(work, oids.JSON)


def _json_serialize(work: Construct) -> nodes.Expr:
    work.values.append(_value(work, 0, "json"))
    wanted = work.returning()
    check_output_format(work.clause.format, wanted, work.node, work.scope, converts=True)
    category = work.scope.catalog.type(wanted).category if wanted else "S"
    if wanted != oids.BYTEA and category != "S":
        name = work.scope.state.type_name(wanted)
        message = f"cannot use type {name} in RETURNING clause of JSON_SERIALIZE()"
        work.scope.state.fail("datatype-mismatch", message, work.node, "Use text or bytea.")
    return _finish(work, wanted or oids.TEXT)


# Query functions ----------------------------------------------------------------------------------

#: The first words of what may be ON EMPTY and ON ERROR (transformJsonFuncExpr).
_BEHAVIORS = {
    "json_value": ("error", "null", "default"),
    "json_query": ("error", "null", "empty", "default"),
    "json_exists": ("error", "true", "false", "unknown"),
}
#: Types that a boolean DEFAULT is one of, or is cast to.
_FROM_BOOLEAN = frozenset({oids.INT4, oids.BOOL})
_DEFAULTS = {"json_value": oids.TEXT, "json_query": oids.JSONB, "json_exists": oids.BOOL}


def _query_function(work: Construct) -> nodes.Expr:
    """JSON_VALUE, JSON_QUERY, JSON_EXISTS: a jsonb, a path, values for its variables."""
    _context(work)
    wanted = work.returning() or _DEFAULTS[work.name]
    if work.clause.format is not None and work.name == "json_value":
        message = "cannot specify FORMAT JSON in RETURNING clause of JSON_VALUE()"
        work.scope.state.fail("syntax-error", message, work.node, "Leave FORMAT JSON out.")
    check_output_format(work.clause.format, wanted, work.node, work.scope)
    for when, word in (("EMPTY", work.clause.on_empty), ("ERROR", work.clause.on_error)):
        if word and word not in _BEHAVIORS[work.name]:
            allowed = ", ".join(one.upper() for one in _BEHAVIORS[work.name])
            help_ = f"Only {allowed} is allowed in ON {when} for {work.name.upper()}()."
            work.scope.state.fail("syntax-error", f"invalid ON {when} behavior", work.node, help_)
    behaviors: dict[str, object] = {
        "on_empty": work.clause.on_empty or "null",
        "on_error": work.clause.on_error or ("false" if work.name == "json_exists" else "null"),
    }
    for role in ("empty", "error"):
        for number, _ in work.role(role):
            behaviors[f"default_{role}"] = default_value(work, number, wanted)
    return _finish(work, wanted, **behaviors)


def _context(work: Construct) -> None:
    work.values.append(_value(work, 0, "jsonb", oids.JSONB))
    for _, arg in work.role("path"):
        path = infer(arg, work.scope)
        coerced = try_coerce(work.scope.state, path, oids.JSONPATH, "e", arg)
        if coerced is None:
            name = work.scope.state.type_name(path.type)
            message = f"JSON path expression must be of type jsonpath, not of type {name}"
            work.scope.state.fail("datatype-mismatch", message, arg, "Cast it: …::jsonpath.")
        work.values.append(coerced)
    for number, _ in work.role("passing"):
        work.values.append(_value(work, number, "jsonb", passing=True))


def default_value(work: Construct, number: int, wanted: int) -> nodes.Expr:
    """The expression of DEFAULT … ON EMPTY or ON ERROR as the type of the result."""
    node = work.args[number]
    value = infer(node, work.scope)
    _check_default(work, value, node)
    domain = value.type != oids.UNKNOWN and work.scope.catalog.type(value.type).kind == "d"
    # NULL of any type, jsonb and boolean are converted as the query runs (transformJsonBehavior);
    # of jsonb may come NULL then.
    if (_is_null(value) and not domain) or (value.type == oids.JSONB != wanted):
        return nodes.Const(type=wanted, span=value.span, value=None)
    if value.type == oids.BOOL and work.scope.catalog.base_type(wanted) not in _FROM_BOOLEAN:
        return nodes.Coerce(type=wanted, span=value.span, arg=value, method="io")
    coerced = try_coerce(work.scope.state, value, wanted, "e", node)
    if coerced is None:
        names = work.scope.state.type_name(value.type), work.scope.state.type_name(wanted)
        message = f"cannot cast behavior expression of type {names[0]} to {names[1]}"
        work.scope.state.fail("cannot-coerce", message, node, "You will need to cast it.")
    return coerced


def _is_null(value: nodes.Expr) -> bool:
    if isinstance(value, nodes.Coerce) and value.arg.type == oids.UNKNOWN:
        value = value.arg
    return isinstance(value, nodes.Const) and value.value is None


def _check_default(work: Construct, value: nodes.Expr, node: exp.Expr) -> None:
    """A DEFAULT is no column, parameter or set (ValidJsonBehaviorDefaultExpr)."""
    inner = value
    while isinstance(inner, nodes.Coerce):
        inner = inner.arg
    message = ""
    if not isinstance(inner, (nodes.Const, nodes.Call, nodes.OperatorCall)):
        message = (
            "can only specify a constant, non-aggregate function, "
            "or operator expression for DEFAULT"
        )
    elif any(isinstance(part, nodes.Var) for part in walk(value)):
        message = "DEFAULT expression must not contain column references"
    if message:
        work.scope.state.fail(
            "invalid-column-reference",
            message,
            node,
            "Write a constant, or coalesce() around the whole.",
        )


# XML ----------------------------------------------------------------------------------------------

_XML_ROLES = {"document": oids.XML, "text": oids.TEXT}


def _xml(work: Construct) -> nodes.Expr:
    """The values of SQL/XML's functions, each as what its place takes."""
    for number, arg in enumerate(work.args):
        work.values.append(_xml_value(work, number, arg))
    attributes: set[str] = set()
    for number, arg in enumerate(work.args):
        name = _xml_name(work, number, arg)
        if name in attributes:
            message = f'XML attribute name "{name}" appears more than once'
            work.scope.state.fail("duplicate-column", message, arg, "Give it another one with AS.")
        if work.clause.roles[number] == "attribute":
            attributes.add(name)
    return _finish(work, oids.XML)


def _xml_name(work: Construct, number: int, arg: exp.Expr) -> str:
    """The name of an XML element or attribute: the one behind AS, or that of the column."""
    role, name = work.clause.roles[number], work.clause.names.get(number)
    if name is not None or role not in ("element", "attribute"):
        return name or ""
    if not isinstance(arg, exp.Column) or isinstance(arg.this, exp.Star):
        message = f"unnamed XML {role} value must be a column reference"
        work.scope.state.fail("syntax-error", message, arg, "Name it: `… AS name`.")
    return identifier(arg.this)


def _xml_value(work: Construct, number: int, arg: exp.Expr) -> nodes.Expr:
    value = infer(arg, work.scope)
    target = _XML_ROLES.get(work.clause.roles[number])
    if target is None:
        return value
    return coerce_to(work.scope.state, value, target, work.name.upper(), arg)


def _xmlserialize(work: Construct) -> nodes.Expr:
    work.values.append(_xml_value(work, 0, work.args[0]))
    wanted = work.returning()
    result = _finish(work, oids.TEXT)
    if try_coerce(work.scope.state, result, wanted, "i") is None:
        name = work.scope.state.type_name(wanted)
        work.scope.state.fail(
            "cannot-coerce",
            f"cannot cast XMLSERIALIZE result to {name}",
            work.node,
            "Serialize AS text, and cast the result.",
        )
    result.type = wanted
    return result


# Tables -------------------------------------------------------------------------------------------


def _table(work: Construct) -> nodes.Expr:
    """JSON_TABLE or XMLTABLE: its value arguments, and its columns."""
    _check_columns(work)
    columns = [_table_column(work, column) for column in work.clause.columns or []]
    if work.name == "json_table":
        _check_path(work)
        _context(work)
    for number, arg in work.role("text", "document"):
        work.values.append(_xml_value(work, number, arg))
    for number, column in work.clause.defaults.items():
        work.values.append(_column_default(work, number, columns[column][1]))
    return _finish(work, oids.RECORD, columns=tuple(columns), not_null=_not_null(work))


def _not_null(work: Construct) -> frozenset[str]:
    """The columns that are never NULL; where a nested path yields nothing, its columns are."""
    columns = work.clause.columns or []
    return frozenset(one.name for one in columns if one.not_null and not one.nesting)


def _check_path(work: Construct) -> None:
    for _, arg in work.role("path"):
        if not (isinstance(arg, exp.Literal) and arg.is_string):
            message = "only string constants are supported in JSON_TABLE path specification"
            work.scope.state.fail("unsupported", message, arg, "Write the path as a string.")


def _column_default(work: Construct, number: int, type_: int) -> nodes.Expr:
    if work.name == "json_table":
        return default_value(work, number, type_)
    node = work.args[number]
    return coerce_to(work.scope.state, infer(node, work.scope), type_, "DEFAULT", node)


def _table_column(work: Construct, column: TableColumn) -> tuple[str, int]:
    type_ = oids.INT4
    if column.type is not None:
        of_xml = f'column "{column.name}" cannot be declared SETOF'
        type_ = work.declared(column.type, of_xml if work.name == "xmltable" else _NO_SETS)
    check_output_format(column.format, type_, work.node, work.scope)
    return column.name, type_


def _check_columns(work: Construct) -> None:
    """Names are there once, those of paths as well; so is FOR ORDINALITY in each COLUMNS."""
    columns = work.clause.columns or []
    names = [*work.clause.paths, *(column.name for column in columns)]
    numbered = [column.nesting for column in columns if column.type is None]
    if len(numbered) > len(set(numbered)):
        work.scope.state.fail(
            "syntax-error",
            "only one FOR ORDINALITY column is allowed",
            work.node,
            "Leave the others out: they have the same numbers.",
        )
    for place, name in enumerate(names):
        if name in names[:place]:
            message = f'column name "{name}" is not unique'
            if work.name == "json_table":
                message = f"duplicate JSON_TABLE column or path name: {name}"
            work.scope.state.fail("duplicate-column", message, work.node, "Rename one.")


_RULES: dict[str, Callable[[Construct], nodes.Expr]] = {
    "json_object": _constructor,
    "json_array": _array,
    "json_objectagg": aggregate,
    "json_arrayagg": aggregate,
    "json": _json,
    "json_scalar": _json_scalar,
    "json_serialize": _json_serialize,
    "json_value": _query_function,
    "json_query": _query_function,
    "json_exists": _query_function,
    "xmlelement": _xml,
    "xmlforest": _xml,
    "xmlconcat": _xml,
    "xmlparse": _xml,
    "xmlpi": _xml,
    "xmlroot": _xml,
    "xmlserialize": _xmlserialize,
    "json_table": _table,
    "xmltable": _table,
}
