"""Whether two analysed expressions are the same (equal() of src/backend/nodes/equalfuncs.c).

Two subqueries are the same where all their parts are, and where what they say of their own FROM
lists is said of members at the same places; members of queries around them have to be the very
same ones.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from codegen.analysis import nodes
from codegen.records import dataclass, field

#: The fields of a query with what its other parts refer to. They are compared first, each before
#: those that can refer to it.
_REFERRED_TO = ("ctes", "from_", "left", "right", "target", "source_entry", "on_conflict")
#: Fields that say nothing about the value of an expression.
_NO_MEANING = frozenset({"span", "cast", "referenced"})


def same(left: nodes.Expr, right: nodes.Expr) -> bool:
    """Whether two expressions of one query are the same, wherever they are written."""
    return _Comparison().same(left, right)


@dataclass(slots=True)
class _Comparison:
    """A comparison of two expressions. ``partners`` are members of FROM lists and WITH queries of
    the right side, by the identity of those that stand at the same places of the left side."""

    partners: dict[int, object] = field(default_factory=dict[int, object])

    def same(self, left: object, right: object) -> bool:
        if left is right:
            return True
        if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
            return len(left) == len(right) and all(map(self.same, left, right))
        if not is_dataclass(left) or type(left).__module__ != nodes.__name__:
            return left == right
        if type(left) is not type(right):
            return False
        if isinstance(left, (nodes.Var, nodes.WholeRow)):
            return self._same_column(left, right)
        if isinstance(left, (nodes.RangeEntry, nodes.Cte)):
            if id(left) in self.partners:
                return self.partners[id(left)] is right
            self.partners[id(left)] = right
        if isinstance(left, nodes.Query) and isinstance(right, nodes.Query):
            self._pair_results(left, right)
        return all(self.same(getattr(left, name), getattr(right, name)) for name in _fields(left))

    def _pair_results(self, left: nodes.Query, right: nodes.Query) -> None:
        """Makes partners of the results of two set operations: ORDER BY refers to them as to a
        member of FROM."""
        pairs = zip(left.targets, right.targets, strict=False) if left.command == "set" else ()
        for mine, theirs in pairs:
            if isinstance(mine.expr, nodes.Var) and isinstance(theirs.expr, nodes.Var):
                self.partners[id(mine.expr.entry)] = theirs.expr.entry

    def _same_column(self, left: nodes.Var | nodes.WholeRow, right: object) -> bool:
        assert isinstance(right, (nodes.Var, nodes.WholeRow))
        if left.entry is not right.entry and self.partners.get(id(left.entry)) is not right.entry:
            return False
        return all(
            getattr(left, name) == getattr(right, name) for name in _fields(left) if name != "entry"
        )


def _fields(node: object) -> list[str]:
    assert is_dataclass(node)
    names = [one.name for one in fields(node) if one.name not in _NO_MEANING]
    if not isinstance(node, nodes.Query):
        return names
    return [*_REFERRED_TO, *(name for name in names if name not in _REFERRED_TO)]
