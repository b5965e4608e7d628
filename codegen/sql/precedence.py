"""How much operators bind (manual 4.1.6; the table before the rules of gram.y)."""

from __future__ import annotations

#: From the least to the most. LIKE is also BETWEEN, IN, ILIKE and SIMILAR TO; OTHER is all
#: operators that have no precedence of their own; AT is AT TIME ZONE; SIGN is + and - before an
#: operand; CAST is ``::``.
OR, AND, NOT, IS, COMPARISON, LIKE, OTHER, SUM, PRODUCT, POWER, AT, COLLATE, SIGN, CAST = range(
    1, 15
)
