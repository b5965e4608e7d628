"""What to say of names that nothing in scope has (errorMissingRTE and errorMissingColumn in
src/backend/parser/parse_relation.c)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NoReturn

from sqlglot import exp

from codegen.analysis.definitions import item_defined_here
from codegen.analysis.scope import NamespaceItem, Scope, identifier

#: Quotes of typography, and what SQL has instead of them.
_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"'}


def suggestion(name: str, names: Sequence[str]) -> str | None:
    """A question that proposes the nearest of some names."""
    near = get_close_matches(name, names, 1)
    return f'Did you mean "{near[0]}"?' if near else None


def missing_in_item(scope: Scope, node: exp.Column, item: NamespaceItem, name: str) -> NoReturn:
    """The error for ``t.x`` where t has no column x."""
    names = [known for known, _ in item.listed]
    elsewhere = [other for other in _items(scope) if other.name and _has(other, name)]
    near = get_close_matches(name, names, 1)
    if elsewhere:
        help_ = f'Did you mean "{elsewhere[0].name}.{name}"?'
        labels = item_defined_here(elsewhere[0], name)
    elif near:
        help_ = f'Did you mean "{near[0]}"?'
        labels = item_defined_here(item, near[0])
    else:
        help_ = f'"{item.name}" has {", ".join(names)}.'
        labels = item_defined_here(item)
    message = f"column {item.name}.{name} does not exist"
    scope.state.fail("undefined-column", message, node.this, help_, labels)


def undefined_column(scope: Scope, node: exp.Column, name: str) -> NoReturn:
    """The error for a name that no relation in scope has."""
    help_, owner, near = _nearest(scope, node, name)
    labels = item_defined_here(owner, near) if owner is not None else ()
    scope.state.fail("undefined-column", f'column "{name}" does not exist', node, help_, labels)


def _nearest(
    scope: Scope, node: exp.Column, name: str
) -> tuple[str, NamespaceItem | None, str | None]:
    """What to say of an unknown name, with the item and the column that it points at."""
    odd = odd_character(name)
    if odd:
        return odd, None, None
    if _is_output_name(node, name):
        help_ = f"{name} is a name of the result, which can't be seen here: repeat its expression."
        return help_, None, None
    items = [item for item in _items(scope) if item.relation_visible or item.names_visible]
    near = get_close_matches(name, [known for item in items for known, _ in item.columns], 1)
    if node.this.args.get("quoted") and name[:1] in ("@", ":", "$"):
        return f"Double quotes make it a name; a parameter is @{name[1:]}.", None, None
    if near:
        owner = next(item for item in items if _has(item, near[0]))
        full = f"{owner.name}.{near[0]}" if owner.name else near[0]
        case = " Double quotes keep capitals." if near[0] == name.lower() else ""
        return f'Did you mean "{full}"?{case}', owner, near[0]
    if node.this.args.get("quoted"):
        text = name.replace("'", "''")
        return f"Double quotes make it a name; a string is '{text}'.", None, None
    if any(not function.args for function in scope.catalog.functions(None, name)):
        return f"{name} is a function: {name}().", None, None
    tables = list(dict.fromkeys(item.name for item in items if item.name))
    only = next((item for item in items if item.name), None) if len(tables) == 1 else None
    if not tables:
        return "There is no FROM that it could come from.", None, None
    if only is None:
        return f"Columns come from {', '.join(tables)}.", None, None
    return f'"{only.name}" has {", ".join(known for known, _ in only.listed)}.', only, None


def _items(scope: Scope) -> Iterator[NamespaceItem]:
    return (item for level in scope.levels() for item in level.items)


def _has(item: NamespaceItem, name: str) -> bool:
    return any(known == name for known, _ in item.columns)


def _is_output_name(node: exp.Column, name: str) -> bool:
    select = node.find_ancestor(exp.Select)
    return select is not None and any(
        isinstance(one, exp.Alias) and identifier(one.args["alias"]) == name
        for one in select.expressions
    )


def odd_character(name: str) -> str | None:
    """A word on a character that hardly belongs to a name: PostgreSQL takes any that isn't
    ASCII for a letter."""
    for char in name:
        if char in _QUOTES:
            return (
                f"It has the character {char} (U+{ord(char):04X}); SQL's quote is {_QUOTES[char]}"
            )
        if unicodedata.category(char) in ("Zs", "Cf") and char != " ":
            what = unicodedata.name(char, "a character").lower()
            return f"It has a {what} (U+{ord(char):04X}) in it, which can't be seen."
    return None


def missing_relation(scope: Scope, node: exp.Expr, table: str) -> NoReturn:
    """The error for a qualified name whose relation is not in FROM, or not to be seen from here
    (errorMissingRTE)."""
    place = node.args.get("table") or node
    _out_of_reach(scope, place, table)
    names = [item.name for item in _items(scope) if item.relation_visible and item.name]
    help_ = suggestion(table, names) or f"Add {table} to FROM"
    if not help_.endswith("?"):
        help_ += f", which has {', '.join(dict.fromkeys(names))}." if names else "."
    message = f'missing FROM-clause entry for table "{table}"'
    scope.state.fail("undefined-table", message, place, help_)


def _out_of_reach(scope: Scope, place: exp.Expr, table: str) -> None:
    """Raises the error if the relation is there and hidden."""
    from codegen.analysis.expressions.columns import find_item

    known = scope.catalog.relation(None, table)
    for level in scope.levels():
        for entry in level.entries:
            renamed = entry.kind == "cte" and entry.cte is not None and entry.cte.name == table
            same = renamed or (known is not None and entry.relation is known)
            if entry.name != table and not same:
                continue
            visible = find_item(scope, entry.name, None) is not None and entry.name != table
            scope.state.fail(
                "undefined-table",
                f'invalid reference to FROM-clause entry for table "{table}"',
                place,
                f'Use its alias "{entry.name}".'
                if visible
                else f"{table} is there, but it cannot be referenced from this part of the query.",
            )
