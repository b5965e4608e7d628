"""What a query means: names resolved, types as PostgreSQL gives them, nullability, cardinality.

:mod:`.statements` is the entry, :mod:`.queries` the index of statements,
:mod:`.expressions.table` the index of expressions.
"""

from codegen.analysis.statements import (
    Syntax,
    analyse,
    analyse_expression,
    analyse_select_text,
    syntax_of,
)

__all__ = ["Syntax", "analyse", "analyse_expression", "analyse_select_text", "syntax_of"]
