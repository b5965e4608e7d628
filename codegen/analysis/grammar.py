"""What sqlglot reads for the sake of other dialects and PostgreSQL's grammar has not."""

from __future__ import annotations

from sqlglot import exp

from codegen.analysis.scope import Scope

_QUERY = frozenset("with_ order limit offset locks".split())
#: The parts of a syntax node that PostgreSQL has, too.
_PARTS: dict[type[exp.Expr], frozenset[str]] = {
    exp.Select: _QUERY
    | frozenset("expressions distinct into from_ joins where group having windows".split()),
    exp.Union: _QUERY | frozenset("this expression distinct".split()),
    exp.Intersect: _QUERY | frozenset("this expression distinct".split()),
    exp.Except: _QUERY | frozenset("this expression distinct".split()),
    exp.Insert: frozenset("with_ this expression conflict returning alias default".split()),
    exp.Update: frozenset("with_ this expressions from_ where returning".split()),
    exp.Delete: frozenset("with_ this using where returning".split()),
    exp.Merge: frozenset("with_ this using on whens returning".split()),
    exp.Table: frozenset("this db alias joins only rows_from ordinality sample".split()),
    exp.Subquery: _QUERY | frozenset("this alias joins".split()),
    exp.Join: frozenset("this on side kind using method".split()),
    exp.Star: frozenset(),
    exp.Group: frozenset("expressions grouping_sets rollup cube all".split()),
    exp.Ordered: frozenset("this desc nulls_first".split()),
}
#: Comparisons are not associative (%nonassoc in gram.y): one is no operand of another.
_COMPARISONS = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)
#: `a = ANY (…)` binds as any other operator does.
_QUANTIFIED = (exp.Any, exp.All)
_JOINS = frozenset(["", "INNER", "OUTER", "CROSS"])


def check_grammar(node: exp.Expr, scope: Scope) -> None:
    """Raises a syntax error for a part of a statement that PostgreSQL has not."""
    for part in node.walk():
        if isinstance(part, _COMPARISONS) and not _is_assignment(part):
            _check_comparison(part, scope)
        allowed = _PARTS.get(type(part))
        if allowed is None:
            continue
        for name, value in part.args.items():
            if value and name not in allowed:
                _refuse(part, name, value, scope)
        if isinstance(part, exp.Select) and part.args.get("joins") and not part.args.get("from_"):
            scope.state.fail("syntax-error", "a join needs FROM", part.args["joins"][0])
        if isinstance(part, exp.SetOperation):
            _check_operands(part, scope)
        elif isinstance(part, exp.Join):
            _check_join(part, scope)
        elif isinstance(part, (exp.Delete, exp.Update)):
            table = part.this
            if table is not None and table.args.get("joins"):
                _refuse(part, "join", table, scope)


def _is_assignment(node: exp.Expr) -> bool:
    return isinstance(node.parent, (exp.Update, exp.OnConflict)) and node.arg_key == "expressions"


def _check_comparison(node: exp.Expr, scope: Scope) -> None:
    right = node.expression
    if isinstance(right, _COMPARISONS) and isinstance(right.this, _QUANTIFIED):
        # sqlglot reads `a = ANY (b) > c` as `a = (ANY (b) > c)`.
        inner = type(node)(this=node.this.copy(), expression=right.this.copy())
        node.replace(type(right)(this=inner, expression=right.expression.copy()))
        return
    for side in (node.this, node.expression):
        quantified = side is node.this and isinstance(side.args.get("expression"), _QUANTIFIED)
        if isinstance(side, _COMPARISONS) and not quantified:
            message = "a comparison can't be compared without parentheses"
            scope.state.fail("syntax-error", message, side, "Put one of the two in parentheses.")


def _check_operands(node: exp.SetOperation, scope: Scope) -> None:
    for side in (node.this, node.expression):
        if not isinstance(side, exp.Query):
            word = node.key.upper()
            scope.state.fail("syntax-error", f"{word} takes queries on both sides", side)


def _check_join(node: exp.Join, scope: Scope) -> None:
    kind, method = str(node.kind or "").upper(), str(node.args.get("method") or "").upper()
    if kind not in _JOINS or method not in ("", "NATURAL"):
        _refuse(node, f"{method} {kind}".strip(), node.this, scope)
    condition = node.args.get("on") or node.args.get("using")
    if kind == "CROSS" or method == "NATURAL":
        if condition:
            _refuse(node, "condition", condition, scope)
    elif not condition and (kind or node.side):
        scope.state.fail("syntax-error", "a join needs ON or USING", node.this, "Add `ON …`.")


def _refuse(node: exp.Expr, name: str, value: object, scope: Scope) -> None:
    found = value[0] if isinstance(value, list) else value
    place = found if isinstance(found, exp.Expr) else node
    words = f"{type(node).__name__.upper()} has no {name.strip('_').upper()} in PostgreSQL"
    scope.state.fail("syntax-error", words, place)
