"""Clauses of whole statements that sqlglot lacks or reads otherwise than PostgreSQL."""

from __future__ import annotations

from sqlglot.tokenizer_core import TokenType

from codegen.sql.lexer import Token
from codegen.sql.shape_operators import written_operator
from codegen.sql.shaping import (
    GRAMMAR_CALL,
    Cycle,
    Query,
    Search,
    Shaper,
    Special,
    closing,
    emit_call,
    opening,
    top_level,
)
from codegen.sql.typenames import NOT_TYPES

#: The call that VALUES is handed over as, and the one that each of its rows is.
VALUES = GRAMMAR_CALL + "values"
ROW_VALUES = GRAMMAR_CALL + "row_values"
#: The calls that TABLESAMPLE's arguments and those of its REPEATABLE are handed over in.
SAMPLE = GRAMMAR_CALL + "sample"
REPEATABLE = GRAMMAR_CALL + "repeatable"
#: The call that a query behind LATERAL is handed over in.
LATERAL = "lateral"
_QUERY_WORDS = frozenset(["select", "with", "values", "table"])
#: Words between which and an ON CONFLICT no join ends, or whose own condition ends there.
_AFTER_JOINS = frozenset(
    "on using where group having window order limit offset fetch for select insert".split()
)
_ON, _WHEN, _JOIN = frozenset(["on"]), frozenset(["when"]), frozenset(["join"])


def _emit(work: Shaper, kind: TokenType, text: str, token: Token) -> None:
    work.shaped.emit(kind, text, token.start, token.end)


def _values(work: Shaper, index: int) -> int | None:
    """VALUES is a SELECT of one call, which may stand wherever a query may."""
    if work.punct(index + 1) != "(" or _inserts_in_merge(work, index):
        return None
    token = work.tokens[index]
    _emit(work, TokenType.SELECT, "select", token)
    _emit(work, TokenType.VAR, VALUES, token)
    _emit(work, TokenType.L_PAREN, "(", token)
    position = index + 1
    while work.punct(position) == "(":
        close = closing(work, position)
        _emit(work, TokenType.VAR, ROW_VALUES, work.tokens[position])
        work.range(position, close + 1)
        position = close + 1
        if work.punct(position) != "," or work.punct(position + 1) != "(":
            break
        _emit(work, TokenType.COMMA, ",", work.tokens[position])
        position += 1
    _emit(work, TokenType.R_PAREN, ")", work.tokens[position - 1])
    return position


def _inserts_in_merge(work: Shaper, index: int) -> bool:
    """Whether this VALUES belongs to the INSERT of a MERGE, which has one row and no query."""
    before = index - 1
    if work.word(before) == "value":
        before -= 3
    if work.punct(before) == ")":
        before = opening(work, before) - 1
    return work.word(before) == "insert"


def _insert_columns(work: Shaper, index: int) -> int | None:
    """``INSERT INTO t (a[1], c.f)``: a part of a column is handed over as the column's default."""
    if work.word(index - 1) != "insert":
        return None
    open_ = index + 2
    while work.punct(open_) == ".":
        open_ += 2
    if work.word(open_) == "as":
        open_ += 2
    if work.punct(open_) != "(" or work.word(open_ + 1) in _QUERY_WORDS:
        return None
    _emit(work, TokenType.INTO, "into", work.tokens[index])
    work.range(index + 1, open_)
    close = closing(work, open_)
    _emit(work, TokenType.L_PAREN, "(", work.tokens[open_])
    start = open_ + 1
    while start < close:
        stop = _element_stop(work, start, close)
        if stop - start > 1 and work.tokens[start].kind in ("name", "quoted"):
            _emit(work, TokenType.VAR, work.tokens[start].text, work.tokens[start])
            _emit(work, TokenType.DEFAULT, "default", work.tokens[start])
        work.range(start, min(stop + 1, close))
        start = stop + 1
    return close


def _element_stop(work: Shaper, start: int, close: int) -> int:
    """The index of the comma that ends a list's element, or of the list's end."""
    position = start
    while position < close and work.punct(position) != ",":
        position = closing(work, position) if work.punct(position) in ("(", "[") else position
        position += 1
    return position


def _using(work: Shaper, index: int) -> int | None:
    """USING of an ORDER BY, of a join with an alias, of MERGE or of DELETE."""
    operator = _sort_operator(work, index + 1)
    if operator is not None:
        return operator
    if _lists_columns(work, index + 1):
        return _join_alias(work, index)
    if _belongs_to(work, index, "merge", "into"):
        return _merge_source(work, index)
    return _delete_sources(work, index) if _belongs_to(work, index, "delete", "from") else None


def _sort_operator(work: Shaper, index: int) -> int | None:
    """``ORDER BY x USING operator`` is handed over as ``ORDER BY x WITH FILL FROM number``."""
    if work.at(index).kind != "op" and work.word(index) != "operator":
        return None
    name, after = written_operator(work, index)
    stop = after + 2 * (work.word(after) == "nulls")
    work.range(after, stop)
    for word in ("with", "fill"):
        _emit(work, TokenType.VAR, word, work.tokens[index])
    _emit(work, TokenType.FROM, "from", work.tokens[index])
    _emit(work, TokenType.NUMBER, str(len(work.shaped.sort_operators)), work.tokens[index])
    work.shaped.sort_operators.append(name)
    return stop


def _lists_columns(work: Shaper, index: int) -> bool:
    """Whether names in parentheses stand here, as in a join's USING."""
    if work.punct(index) != "(":
        return False
    inside = range(index + 1, closing(work, index))
    return all(
        _may_be_column(work, at) if (at - index) % 2 else work.punct(at) == "," for at in inside
    )


def _may_be_column(work: Shaper, index: int) -> bool:
    return work.at(index).kind in ("name", "quoted") and work.word(index) not in NOT_TYPES


def _join_alias(work: Shaper, index: int) -> int | None:
    """``USING (a, b) AS j``: the alias is kept aside."""
    close = closing(work, index + 1)
    if work.word(close + 1) != "as":
        return None
    _emit(work, TokenType.USING, "using", work.tokens[index])
    work.range(index + 1, close + 1)
    work.shaped.join_aliases[work.at(index + 2).start] = work.at(close + 2)
    return close + 3


def _merge_source(work: Shaper, index: int) -> int | None:
    """``MERGE … USING a JOIN b ON … ON …``: the source is put in parentheses."""
    when = top_level(work, index, len(work.tokens) - 1, _WHEN)
    on = None
    position = top_level(work, index, when or index, _ON)
    while position is not None:
        on = position
        position = top_level(work, position + 1, when or index, _ON)
    if on is None or top_level(work, index, on, _JOIN) is None:
        return None
    _emit(work, TokenType.USING, "using", work.tokens[index])
    _parenthesised(work, index + 1, on)
    return on


def _parenthesised(work: Shaper, start: int, stop: int) -> None:
    _emit(work, TokenType.L_PAREN, "(", work.tokens[start])
    work.range(start, stop)
    _emit(work, TokenType.R_PAREN, ")", work.tokens[stop - 1])


def _delete_sources(work: Shaper, index: int) -> int:
    """``DELETE … USING a, b JOIN c ON …``: each join is put in parentheses."""
    _emit(work, TokenType.USING, "using", work.tokens[index])
    stop = _clause_stop(work, index + 1)
    start = index + 1
    while start < stop:
        end = _element_stop(work, start, stop)
        if top_level(work, start, end, _JOIN) is None:
            work.range(start, end)
        else:
            _parenthesised(work, start, end)
        if end < stop:
            _emit(work, TokenType.COMMA, ",", work.tokens[end])
        start = end + 1
    return stop


def _clause_stop(work: Shaper, index: int) -> int:
    """The index after the last token of a FROM list."""
    while index < len(work.tokens) - 1:
        if work.punct(index) in ("(", "["):
            index = closing(work, index)
        elif work.punct(index) in (")", ";") or work.word(index) in ("where", "returning"):
            return index
        index += 1
    return index


def _belongs_to(work: Shaper, index: int, *words: str) -> bool:
    """Whether the statement around this word starts with these two."""
    position = index - 1
    while position > 0 and work.punct(position) != "(":
        position = opening(work, position) - 1 if work.punct(position) == ")" else position - 1
        if (work.word(position), work.word(position + 1)) == words:
            return True
    return False


def _join(work: Shaper, index: int) -> int | None:
    """A plain JOIN is an INNER JOIN, which sqlglot can tell from a comma."""
    if work.word(index - 1) in ("left", "right", "full", "outer", "inner", "cross", "natural"):
        return None
    _emit(work, TokenType.INNER, "inner", work.tokens[index])
    return None


def _on_conflict(work: Shaper, index: int) -> int | None:
    """``… CROSS JOIN b ON CONFLICT``: a condition that is none keeps ON from being the join's."""
    if work.word(index + 1) != "conflict" or not _ends_in_unconditional_join(work, index - 1):
        return None
    token = work.tokens[index]
    _emit(work, TokenType.WHERE, "where", token)
    _emit(work, TokenType.TRUE, "true", token)
    return None


def _nulls_last(work: Shaper, index: int) -> int | None:
    """``ON CONFLICT (x NULLS LAST)`` is refused as NULLS FIRST is, which alone leaves a trace."""
    if work.word(index + 1) != "last":
        return None
    depth, before = 0, index
    while before > 0 and depth < 1:
        before -= 1
        depth += (work.punct(before) in ("(", "[")) - (work.punct(before) in (")", "]"))
    if work.word(before - 1) != "conflict":
        return None
    for word in ("nulls", "first"):
        _emit(work, TokenType.VAR, word, work.tokens[index])
    return index + 2


def _ends_in_unconditional_join(work: Shaper, index: int) -> bool:
    """Whether the last join of the FROM list that ends here takes no condition."""
    while index > 0 and work.punct(index) != "(" and work.word(index) not in _AFTER_JOINS:
        if work.punct(index) in (")", "]"):
            index = opening(work, index)
        elif work.word(index) == "join":
            kind = index - 1
            while work.word(kind) in ("inner", "outer", "left", "right", "full"):
                kind -= 1
            return work.word(kind) in ("cross", "natural")
        index -= 1
    return False


def _read_only(work: Shaper, index: int) -> int | None:
    """FOR READ ONLY means nothing."""
    return index + 3 if work.word(index + 1) == "read" and work.word(index + 2) == "only" else None


def _only(work: Shaper, index: int) -> int | None:
    """``ONLY (t)`` is ``ONLY t``."""
    if work.punct(index + 1) != "(" or work.word(index - 1) in ("rows", "row"):
        return None
    close = closing(work, index + 1)
    _emit(work, TokenType.ONLY, "only", work.tokens[index])
    work.range(index + 2, close)
    return close + 1


def _lateral(work: Shaper, index: int) -> int:
    """LATERAL before a query is a call of one argument, which may stand wherever a table may;
    before anything else it says what is so anyway."""
    if work.punct(index + 1) != "(":
        return index + 1
    close = closing(work, index + 1)
    emit_call(work, index, LATERAL, [Query(index + 2, close)])
    return close + 1


def _tablesample(work: Shaper, index: int) -> int | None:
    """``TABLESAMPLE method (…) REPEATABLE (…)``: the arguments are handed over in calls."""
    open_ = index + 2
    while work.punct(open_) == ".":
        open_ += 2
    if work.punct(open_) != "(":
        return None
    close = closing(work, open_)
    token, method = work.tokens[index], work.tokens[open_ - 1]
    _emit(work, TokenType.TABLE_SAMPLE, "tablesample", token)
    _emit(work, TokenType.VAR, method.text, method)
    for _ in range(2):
        _emit(work, TokenType.L_PAREN, "(", method)
    _emit(work, TokenType.VAR, SAMPLE, method)
    work.range(open_, close + 1)
    after = close + 1
    if work.word(after) == "repeatable" and work.punct(after + 1) == "(":
        _emit(work, TokenType.COMMA, ",", method)
        _emit(work, TokenType.VAR, REPEATABLE, work.tokens[after])
        work.range(after + 1, closing(work, after + 1) + 1)
        after = closing(work, after + 1) + 1
    for _ in range(2):
        _emit(work, TokenType.R_PAREN, ")", work.tokens[close])
    return after


def _returning(work: Shaper, index: int) -> int | None:
    """``RETURNING WITH (OLD AS o, NEW AS n)``: the names are kept aside."""
    position, options = index + 1, []
    if work.word(index + 1) == "with" and work.punct(index + 2) == "(":
        position = closing(work, index + 2) + 1
        options = [
            (work.word(at), work.at(at + 2))
            for at in range(index + 3, position - 1)
            if work.word(at) in ("old", "new") and work.word(at + 1) == "as"
        ]
    work.shaped.returning[work.at(position).start] = tuple(options)
    _emit(work, TokenType.RETURNING, "returning", work.tokens[index])
    return position


def _overriding(work: Shaper, index: int) -> int | None:
    if work.word(index + 1) not in ("system", "user") or work.word(index + 2) != "value":
        return None
    work.shaped.overriding[work.tokens[index].start] = work.word(index + 1)
    return index + 3


def _into_temporary(work: Shaper, index: int) -> int | None:
    """``SELECT … INTO [LOCAL] TEMP t``: how long the table lives bears on no type."""
    if work.word(index - 1) != "into":
        return None
    scope = work.word(index) in ("local", "global")
    if scope and work.word(index + 1) not in ("temp", "temporary"):
        return None
    name = index + 1 + scope
    if _may_be_column(work, name) or work.word(name) == "table":
        return name
    _emit(work, TokenType.IDENTIFIER, work.word(index), work.tokens[index])
    return index + 1


# SEARCH and CYCLE ---------------------------------------------------------------------------------


def _search(work: Shaper, index: int) -> int | None:
    """``SEARCH DEPTH FIRST BY a, b SET c`` after a WITH query is kept aside."""
    if work.word(index + 1) not in ("depth", "breadth") or work.word(index + 2) != "first":
        return None
    name = _cte_name(work, index - 1)
    columns, position = _names(work, index + 4)
    if name is None or work.word(position) != "set":
        return None
    token, sequence = work.tokens[index], work.at(position + 1)
    depth = work.word(index + 1) == "depth"
    work.shaped.searches[name.start] = Search(depth, columns, sequence, (token.start, sequence.end))
    return _before_update(work, position + 2)


def _cycle(work: Shaper, index: int) -> int | None:
    """``CYCLE a, b SET c [TO x DEFAULT y] USING d`` after a WITH query is kept aside."""
    columns, position = _names(work, index + 1)
    if not columns or work.word(position) != "set":
        return None
    name = _cte_name(work, _before_search(work, index - 1))
    if name is None:
        return None
    token, mark = work.tokens[index], work.at(position + 1)
    start = position = position + 2
    while work.word(position) != "using" and position < len(work.tokens) - 1:
        position += 1
    path = work.at(position + 1)
    values = tuple(work.tokens[start:position])
    work.shaped.cycles[name.start] = Cycle(columns, mark, path, values, (token.start, path.end))
    return _before_update(work, position + 2)


def _before_update(work: Shaper, index: int) -> int:
    """UPDATE after such a clause starts the statement."""
    if work.word(index) != "update":
        return index
    _emit(work, TokenType.UPDATE, "update", work.tokens[index])
    return index + 1


def _before_search(work: Shaper, index: int) -> int:
    """The index before a SEARCH clause that ends at ``index``, else ``index``."""
    if work.word(index - 1) != "set":
        return index
    while index > 0 and work.punct(index) != ")":
        index -= 1
    return index


def _names(work: Shaper, index: int) -> tuple[tuple[Token, ...], int]:
    found: list[Token] = []
    while work.at(index).kind in ("name", "quoted"):
        found.append(work.at(index))
        index += 1
        if work.punct(index) != ",":
            break
        index += 1
    return tuple(found), index


def _cte_name(work: Shaper, close: int) -> Token | None:
    """The name of the WITH query whose parenthesis closes at ``close``."""
    if work.punct(close) != ")":
        return None
    position = opening(work, close) - 1
    while work.word(position) in ("materialized", "not"):
        position -= 1
    if work.word(position) != "as":
        return None
    position -= 1
    if work.punct(position) == ")":
        position = opening(work, position) - 1
    return work.at(position)


def _except(work: Shaper, index: int) -> int:
    """Behind a star, the other parser takes the word for a list of columns to be left out."""
    _emit(work, TokenType.EXCEPT, GRAMMAR_CALL + "except", work.tokens[index])
    return index + 1


#: Words that start such a clause.
SPECIAL: dict[str, Special] = {
    "values": _values,
    "into": _insert_columns,
    "using": _using,
    "join": _join,
    "for": _read_only,
    "on": _on_conflict,
    "nulls": _nulls_last,
    "only": _only,
    "lateral": _lateral,
    "tablesample": _tablesample,
    "returning": _returning,
    "except": _except,
    "overriding": _overriding,
    "temp": _into_temporary,
    "local": _into_temporary,
    "global": _into_temporary,
    "temporary": _into_temporary,
    "unlogged": _into_temporary,
    "search": _search,
    "cycle": _cycle,
}
