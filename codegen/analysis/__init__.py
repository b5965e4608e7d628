"""What a query means: names resolved, types as PostgreSQL gives them, nullability, cardinality.

:mod:`.statements` is the entry, :mod:`.queries` the index of statements,
:mod:`.expressions.table` the index of expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.analysis.statements import (
        Syntax,
        analyse,
        analyse_expression,
        analyse_select_text,
        prepare,
        syntax_of,
    )

#: What is imported from :mod:`.statements` when it is asked for: results have the nodes alone, and
#: need none of the rules that make them.
__all__ = ["Syntax", "analyse", "analyse_expression", "analyse_select_text", "prepare", "syntax_of"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from codegen.analysis import statements

        return getattr(statements, name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
