"""YAML and JSON as values that know their place in the file."""

from __future__ import annotations

import json

import yaml

from codegen.config.model import invalid
from codegen.config.yaml_errors import not_json, not_yaml, twice
from codegen.diagnostics import CodegenError
from codegen.records import dataclass
from codegen.source import Source, Span

_MERGE = "tag:yaml.org,2002:merge"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file: a text (any scalar), a list or a mapping of nodes."""

    value: str | list[Node] | dict[str, Node]
    span: Span

    @property
    def text(self) -> str | None:
        """The scalar's text; None for a list, a mapping or nothing."""
        return self.value if isinstance(self.value, str) and self.value else None

    @property
    def items(self) -> list[Node]:
        """The list's items; none for anything else."""
        return self.value if isinstance(self.value, list) else []

    @property
    def keys(self) -> dict[str, Node]:
        """The mapping's values by key; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def at(self, *path: str) -> Node | None:
        """The value under these keys, if there is one."""
        node: Node | None = self
        for key in path:
            node = node.keys.get(key) if node else None
        return node


def parse(source: Source) -> Node:
    """The whole file. Raises CodegenError (config-invalid) for what is not YAML."""
    # JSON may be indented with tabs, which YAML refuses; no JSON string has a raw one.
    is_json = source.path.endswith(".json")
    text = source.text.replace("\t", " ") if is_json else source.text
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as caught:
        raise _unreadable(source, caught, is_json=is_json) from caught
    try:
        return _node(source, root) if root else Node("", Span(source, 0, 0))
    except RecursionError as caught:
        help = "Write it out where `*` repeats what it is part of."
        raise invalid("a value of this file contains itself", None, help) from caught


def _unreadable(source: Source, caught: yaml.YAMLError, *, is_json: bool) -> CodegenError:
    if is_json:
        try:
            json.loads(source.text)
        except json.JSONDecodeError as told:
            return not_json(source, told)
    return not_yaml(source, caught)


def _merged(nodes: list[Node]) -> dict[str, Node]:
    """The keys that ``<<`` brings in: of a mapping, or of several, the first of which counts."""
    found: dict[str, Node] = {}
    for node in nodes:
        for one in reversed(node.items or [node]):
            found |= one.keys
    return found


def _node(source: Source, node: yaml.Node) -> Node:
    span = _span(source, node)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(source, one) for one in node.value], span)
    if isinstance(node, yaml.MappingNode):
        _once_each(source, node)
        own = {str(key.value): _node(source, one) for key, one in node.value if key.tag != _MERGE}
        merged = [_node(source, one) for key, one in node.value if key.tag == _MERGE]
        return Node(_merged(merged) | own, span)
    is_null = node.tag == "tag:yaml.org,2002:null"
    return Node("" if is_null else str(node.value), span)


def _span(source: Source, node: yaml.Node) -> Span:
    """A node's place, without the blanks that YAML counts to a block."""
    start, end = node.start_mark.index, node.end_mark.index
    return Span(source, start, start + len(source.text[start:end].rstrip()))


def _once_each(source: Source, node: yaml.MappingNode) -> None:
    """Raises CodegenError (config-invalid) for a key that is there twice."""
    seen: dict[str, Span] = {}
    for key, _ in node.value:
        place = _span(source, key)
        first = seen.setdefault(str(key.value), place)
        if first is not place and key.tag != _MERGE:
            raise twice(place, first)
