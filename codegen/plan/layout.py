"""Expressions laid out as ruff would lay them out, at any line length from 79 on."""

from __future__ import annotations

from codegen.plan.spelling import WIDTH
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Items between brackets: a call ``f(…)`` or a list ``[…]``."""

    opening: str
    items: tuple[Node, ...]
    closing: str = ")"


Node = str | Bracketed


def call(function: str, *items: Node) -> Bracketed:
    """A call."""
    return Bracketed(f"{function}(", items)


def keyword(name: str, value: Node) -> Node:
    """``name=value``, as an item of a call."""
    return prefixed(f"{name}=", value)


def prefixed(text: str, value: Node) -> Node:
    """The text and the value, as one item."""
    if isinstance(value, str):
        return text + value
    return Bracketed(text + value.opening, value.items, value.closing)


def fits(text: str) -> bool:
    """Whether a text, with some indentation and a comma, is short enough for one line."""
    return len(text) <= WIDTH - 13


def layout(node: Node, *, before: str = "", after: str = "", indent: int = 0) -> str:
    """The node's text between ``before`` and ``after``, on a line that is indented by ``indent``.

    In one line if it fits, else one item per line with a trailing comma. The first line comes
    without its indentation.
    """
    whole = flat(node)
    if indent + len(before) + len(whole) + len(after) <= WIDTH or isinstance(node, str):
        return before + whole + after
    if not node.items:
        return before + whole + after
    inner = indent + 4
    lines = [" " * inner + layout(item, after=",", indent=inner) for item in node.items]
    return "\n".join([before + node.opening, *lines, " " * indent + node.closing + after])


def flat(node: Node) -> str:
    """The node's text in one line."""
    if isinstance(node, str):
        return node
    return node.opening + ", ".join(map(flat, node.items)) + node.closing
