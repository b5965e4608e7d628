"""What a query means: names resolved, types as PostgreSQL gives them, nullability, cardinality.

:mod:`.statements` is the entry, :mod:`.queries` the index of statements,
:mod:`.expressions.table` the index of expressions.
"""

import codegen.sql as _sql
from codegen.analysis.statements import analyse, analyse_expression, analyse_select_text

#: sqlglot is loaded there, before any module here wants it.
_ = _sql

__all__ = ["analyse", "analyse_expression", "analyse_select_text"]
