"""Which operator takes what: operands by PostgreSQL's precedences (manual 4.1.6; the table before
the rules of src/backend/parser/gram.y).

A statement's tokens are read once, as an operator-precedence parser reads them: an operand after
an operator waits until one follows that binds less. That the statement is well formed is known, so
that only what it means is left to find. Where a parser with other precedences would read something
else, parentheses tell it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from codegen.records import dataclass, field
from codegen.sql.precedence import (
    AND,
    AT,
    CAST,
    COLLATE,
    COMPARISON,
    IS,
    LIKE,
    NOT,
    OR,
    OTHER,
    POWER,
    PRODUCT,
    SIGN,
    SUM,
)
from codegen.sql.shape_clauses import in_frame
from codegen.sql.shape_labels import BEHIND_LIST, is_bare_label
from codegen.sql.shaping import Groups, Shaper, closing, is_operator
from codegen.sql.typenames import NOT_TYPES, parse_type_name, skip_interval_fields

#: Words that take all that follows.
_ALL = 0
_WHOLE = 99
_LEVELS = {
    **dict.fromkeys(["<", ">", "=", "<=", ">=", "<>"], COMPARISON),
    **dict.fromkeys(["+", "-"], SUM),
    **dict.fromkeys(["*", "/", "%"], PRODUCT),
    "^": POWER,
}
_PATTERNS = frozenset(["like", "ilike", "similar"])
_MATCHES = _PATTERNS | {"between", "in"}
#: Words behind the name of a table or a window that no operand begins with.
_BEHIND_TABLES = BEHIND_LIST | frozenset(
    "using set join inner cross natural when returning values select default".split()
)
_ENDS = frozenset([")", ",", ";"])
_QUANTIFIERS = frozenset(["any", "all", "some"])
_OPENERS, _CLOSERS = frozenset(["(", "["]), frozenset([")", "]"])
#: Words that no operand begins with.
_NO_OPERANDS = (NOT_TYPES | {"by", "between", "set", "values"}) - frozenset(
    """array cast null true false current_catalog current_date current_role current_time
    current_timestamp current_user localtime localtimestamp session_user system_user user""".split()
)
_FRAMES = frozenset(["rows", "range", "groups"])
_JSON_KINDS = frozenset(["value", "array", "object", "scalar"])
#: Words before an operand of which the other parser takes a part only, and the word before them.
_TAKES_ALL = {"variadic": "", "limit": "", "offset": "", "first": "fetch", "next": "fetch"}
#: Words before lists of operands of which it takes a part only.
_GROUPS = frozenset(["rollup", "cube", "sets"])
#: What stands before brackets that are no operands.
_LISTS = frozenset([("distinct", "on"), ("returning", "with")])
#: Words before a bracket in which a query is.
_QUERIES = frozenset(["exists", "array"])
#: Words that begin a list of assignments, or end it.
_CLAUSES = frozenset(["set", "where", "from", "returning", "when"])
#: Words that begin the names of types of more than one word, or that have them behind them.
_LONG_TYPES = frozenset("double timestamp time national character char nchar bit".split())
#: Words between the arguments of a call that are operators elsewhere (func_expr_common_subexpr).
_SEPARATED = {
    "position": frozenset(["in"]),
    "substring": frozenset(["similar"]),
    "xmlparse": frozenset(["document", "content"]),
    "xmlserialize": frozenset(["document", "content"]),
    "xmlroot": frozenset(["version"]),
}


@dataclass(slots=True)
class _Operator:
    """An operator that waits for the end of its right operand; ``start`` is that of the whole."""

    index: int
    level: int
    start: int
    word: str = ""
    escape: int = 0


@dataclass(slots=True)
class _Frame:
    """What is known between a bracket and its other half. ``start`` is where the operand before
    the current token began, if there is one, and ``level`` that of its outermost operator."""

    opener: str = ""
    index: int = 0
    separators: frozenset[str] = frozenset()
    start: int | None = None
    level: int = _WHOLE
    waiting: list[_Operator] = field(default_factory=list[_Operator])
    quantified: bool = False
    #: In SET: whether ``=`` assigns, and whether it has since the last comma.
    assigns: bool = False
    assigned: bool = False
    #: Whether the other parser takes only a part of the operands here.
    partial: bool = False


def groups(work: Shaper) -> Groups:
    """The operands of all operators of a statement, as far as there is something to say of them."""
    reader = _Reader(work)
    reader.read()
    return reader.found


@dataclass(slots=True)
class _Reader:
    work: Shaper
    found: Groups = field(default_factory=Groups)
    frame: _Frame = field(default_factory=_Frame)
    outside: list[_Frame] = field(default_factory=list[_Frame])

    def read(self) -> None:
        """Reads all tokens."""
        index, stop = 0, len(self.work.tokens) - 1
        while index < stop:
            index = _RULES[self.work.tokens[index].kind](self, index)
        while self.outside:
            self._close(stop)
        self._finish(stop)

    # What stands between operators ----------------------------------------------------------------

    def operand(self, index: int) -> int:
        """A token that is an operand, or goes on with one."""
        if self.frame.start is None:
            self._begin(index)
        return index + 1

    def quoted(self, index: int) -> int:
        """A quoted name, which behind an operand is a label."""
        return self.operand(index) if self.frame.start is None else self._other(index, "")

    def _begin(self, index: int) -> None:
        self.frame.start, self.frame.level = index, _WHOLE

    def _finish(self, stop: int) -> None:
        """The end of an expression."""
        if self.frame.waiting:
            self._reduce(0, stop)
            self.frame.waiting.clear()
        if self.frame.partial and self.frame.start is not None:
            self._settle(_ALL, self.frame.start, stop)
        self.frame.start = None

    def _open(self, index: int, opener: str, separators: frozenset[str] = frozenset()) -> None:
        frame = self.frame
        frame.quantified = frame.start is None and self.work.word(index - 1) in _QUANTIFIERS
        words = self.work.word(index - 2), self.work.word(index - 1)
        if frame.start is None and words not in _LISTS:
            self._begin(index)
        if opener == "(" and words[1] in _QUERIES and self.work.punct(index + 1) == "(":
            self._hold_together(index)
        self.outside.append(frame)
        self.frame = _Frame(opener, index, separators, partial=words[1] in _GROUPS)

    def _hold_together(self, index: int) -> None:
        """``ARRAY ((SELECT …) ORDER BY …)``: the other parser takes the inner half for all."""
        if self.work.punct(closing(self.work, index + 1) + 1) != ")":
            self.found.wraps.setdefault(index + 1, []).append(closing(self.work, index))

    def _without_columns(self, index: int) -> None:
        """``(WITH … SELECT FROM t)``: in parentheses the other parser takes SELECT for a column."""
        after = index + 1 + (self.work.word(index + 1) == "all")
        if self.work.punct(after) == ")" or self.work.word(after) in BEHIND_LIST:
            self.found.wraps.setdefault(index, []).append(closing(self.work, self.frame.index))

    def _close(self, index: int) -> None:
        """The other half of a bracket."""
        self._finish(index)
        if self.outside:
            self.frame = self.outside.pop()
            if self.frame.quantified:
                self.frame.quantified = False
                self._complete()

    def _complete(self) -> None:
        """A right operand that ends of itself: what follows takes the whole."""
        if self.frame.waiting:
            last = self.frame.waiting.pop()
            self.frame.start, self.frame.level = last.start, min(last.level, LIKE)

    # Operators ------------------------------------------------------------------------------------

    def _reduce(self, level: int, stop: int) -> None:
        """Gives waiting operators that bind as much their operands, up to the current token.

        BETWEEN waits for its AND, whatever comes before that.
        """
        frame = self.frame
        while frame.waiting and frame.start is not None:
            last = frame.waiting[-1]
            if last.level < level or (last.word == "between" and level):
                break
            self._end_operand(frame.waiting.pop(), stop)

    def _end_operand(self, last: _Operator, stop: int) -> None:
        frame = self.frame
        assert frame.start is not None
        self._settle(last.level, frame.start, stop)
        if _TAKES_ALL.get(last.word) and frame.level == _WHOLE and stop - frame.start > 1:
            self.found.wraps.setdefault(frame.start, []).append(stop)
        if last.start == last.index:
            self.found.stops[last.index] = stop
        if last.escape:
            self.found.escapes[last.index] = (last.escape, stop)
        frame.start, frame.level = last.start, last.level

    def _settle(self, level: int, start: int, stop: int) -> None:
        """Puts an operand of an operator in parentheses where it binds less, or where the other
        parser has precedences of its own: conditions among conditions, what is raised, AT TIME
        ZONE in a product, and COLLATE, which it takes for a sum."""
        inner = self.frame.level
        differs = inner < level or inner <= LIKE or inner == COLLATE or level == POWER
        differs = differs or (inner == AT and level == PRODUCT)
        if inner != _WHOLE and (level == _ALL or (level > NOT and differs)):
            self.found.wraps.setdefault(start, []).append(stop)

    def prefix(self, index: int, level: int, length: int) -> int:
        """An operator before its only operand."""
        self.frame.waiting.append(_Operator(index, level, index))
        return index + length

    def infix(self, index: int, level: int, length: int, word: str = "") -> int:
        """An operator between its operands."""
        self._reduce(level, index)
        frame = self.frame
        if frame.start is not None:
            self._settle(level, frame.start, index)
            frame.waiting.append(_Operator(index, level, frame.start, word))
            frame.start = None
        return index + length

    def postfix(self, index: int, level: int, stop: int) -> int:
        """An operator behind its only operand."""
        self._reduce(level, index)
        frame = self.frame
        if frame.start is not None:
            self._settle(level, frame.start, index)
            frame.level = level
        return stop

    # Tokens ---------------------------------------------------------------------------------------

    def punct(self, index: int) -> int:
        """Brackets, commas, casts and the like."""
        mark = self.work.puncts[index]
        if mark in _OPENERS:
            before = self.work.word(index - 1)
            self._open(index, mark, _SEPARATED.get(before, frozenset()))
            return index + 1
        if mark in _CLOSERS:
            self._close(index)
        elif mark == "::":
            parsed = parse_type_name(self.work.tokens, index + 1, percent_type=False)
            return self.postfix(index, CAST, parsed[1] if parsed else index + 1)
        elif mark == ".":
            return index + 2
        else:
            self._finish(index)
            self.frame.assigned = False
        return index + 1

    def operator(self, index: int) -> int:
        """An operator that is no word."""
        text = self.work.tokens[index].text
        if text == "=>" or (text == "=" and self._assigns()):
            self._finish(index)
            return index + 1
        if self.frame.start is not None:
            return self.infix(index, _LEVELS.get(text, OTHER), 1)
        if text == "*":
            return self.operand(index)
        return self.prefix(index, SIGN if text in ("+", "-") else OTHER, 1)

    def _assigns(self) -> bool:
        """Whether ``=`` stands between a column and what it is set to."""
        first = self.frame.assigns and not self.frame.assigned
        self.frame.assigned = True
        return first

    def name(self, index: int) -> int:
        """A word: an operator, an operand, or what ends an expression."""
        word = self.work.words[index]
        if word in _TAKES_ALL and (not _TAKES_ALL[word] or self.work.word(index - 1) == "fetch"):
            self._finish(index)
            self.prefix(index, _ALL, 1)
            self.frame.waiting[-1].word = word
            return index + 1
        if word in _FRAMES and in_frame(self.work, index):
            self._finish(index)
            return index + 1
        if word in _CLAUSES:
            self.frame.assigns, self.frame.assigned = word == "set", False
        if word == "operator" and is_operator(self.work, index):
            return self._named_operator(index)
        if self.frame.start is None:
            return self._first(index, word)
        if is_bare_label(self.work, index) or self._is_alias(index, word):
            self.found.labels.add(index)
            return self._other(index, "")
        rule = _WORDS.get(word)
        if rule is None or word in self.frame.separators:
            return self._other(index, word)
        return rule(self, index)

    def _named_operator(self, index: int) -> int:
        stop = index + 2
        while self.work.punct(stop) != ")":
            stop += 1
        length = stop + 1 - index
        if self.frame.start is None:
            return self.prefix(index, OTHER, length)
        return self.infix(index, OTHER, length)

    def _first(self, index: int, word: str) -> int:
        """A word where an operand may begin."""
        if word == "not":
            return self.prefix(index, NOT, 1)
        if word == "case":
            self._open(index, "case")
        elif word == "end" and self.frame.opener == "case":
            self._close(index)
        elif word == "as":
            return self._label(index)
        elif word == "collation":
            return self.operand(index) + (self.work.word(index + 1) == "for")
        elif self._is_column(index, word):
            self.found.labels.add(index)
            self._begin(index)
        elif word == "recursive" and self.work.word(index - 1) == "with":
            return index + 1
        elif word not in _NO_OPERANDS and word not in self.frame.separators:
            self._begin(index)
            return self._literal(index) or index + 1
        elif word not in _QUANTIFIERS:
            self.frame.waiting.clear()
        return index + 1

    def _is_column(self, index: int, word: str) -> bool:
        """Whether BETWEEN or VALUES is a name where an operand may begin."""
        if word == "between":
            return self.work.word(index - 1) not in _FRAMES
        before = self.work.word(index - 1)
        called = before not in ("with", "recursive") and self.work.punct(index + 1) == "("
        return word == "values" and before != "default" and not called

    def _is_alias(self, index: int, word: str) -> bool:
        """Whether BETWEEN or VALUES behind an operand is the name of a table or a window."""
        after, mark = self.work.word(index + 1), self.work.punct(index + 1)
        if word == "between":
            ends = mark in _ENDS or self.work.at(index + 1).kind == "end"
            return ends or after in _BEHIND_TABLES
        return word == "values" and mark != "(" and self.work.word(index - 1) != "default"

    def _literal(self, index: int) -> int | None:
        """The index behind ``timestamp with time zone '…'``, if such a literal stands here."""
        if self.work.at(index + 1).kind != "string" and self.work.words[index] not in _LONG_TYPES:
            return None
        parsed = parse_type_name(self.work.tokens, index, percent_type=False)
        if parsed is None or self.work.at(parsed[1]).kind != "string":
            return None
        after = parsed[1] + 1
        if parsed[0].names[-1] == "interval":
            after = skip_interval_fields(self.work.tokens, after)
        return after

    def _label(self, index: int) -> int:
        """AS, and the label behind it, which may be any word."""
        self._finish(index)
        named = self.work.at(index + 1).kind == "name" and self.work.word(index + 1) != "not"
        return index + 1 + (named and self.work.punct(index + 2) not in _OPENERS)

    def _other(self, index: int, word: str) -> int:
        """A word behind an operand that is no operator: it ends the expression."""
        if word == "as":
            return self._label(index)
        if word == "select" and self.frame.opener == "(":
            self._without_columns(index)
        if word == "end" and self.frame.opener == "case":
            self._close(index)
        else:
            self._finish(index)
        return index + 1

    # Words ----------------------------------------------------------------------------------------

    def not_(self, index: int) -> int:
        """NOT between operands belongs to what follows."""
        word = self.work.word(index + 1)
        if word not in _MATCHES:
            self._finish(index)
            return index + 1
        return self.match(index)

    def match(self, index: int) -> int:
        """LIKE, BETWEEN, IN and their kin, with NOT before them or without."""
        last = index + (self.work.words[index] == "not")
        word = self.work.words[last]
        if word == "in":
            self.infix(index, LIKE, 1)
            return self._bracket(last + 1)
        last += word == "similar"
        after = last + 1 + (self.work.word(last + 1) in ("symmetric", "asymmetric"))
        self.infix(index, LIKE, 1, word)
        if self.frame.waiting:
            self.frame.waiting[-1].index = last
        return after

    def overlaps(self, index: int) -> int:
        """OVERLAPS between two rows."""
        self.infix(index, CAST, 1)
        return self._bracket(index + 1 + (self.work.word(index + 1) == "row"))

    def _bracket(self, index: int) -> int:
        """A bracket that is a right operand, which ends with it."""
        self._begin(index)
        self._open(index, "(")
        self.outside[-1].quantified = True
        return index + 1

    def escape(self, index: int) -> int:
        """ESCAPE after the pattern of LIKE."""
        self._reduce(OTHER, index)
        frame = self.frame
        if not any(one.word in _PATTERNS and not one.escape for one in frame.waiting):
            self._finish(index)
            return index + 1
        while frame.waiting[-1].word not in _PATTERNS:
            self._end_operand(frame.waiting.pop(), index)
        frame.waiting[-1].escape = index
        assert frame.start is not None
        self._settle(LIKE, frame.start, index)
        frame.start = None
        return index + 1

    def and_(self, index: int) -> int:
        """AND, also that of BETWEEN."""
        frame = self.frame
        bounds = [one for one in frame.waiting if one.word == "between"]
        if not bounds:
            return self.infix(index, AND, 1)
        while frame.waiting[-1] is not bounds[-1]:
            self._end_operand(frame.waiting.pop(), index)
        if frame.start is not None:
            self._settle(LIKE, frame.start, index)
        bounds[-1].word = ""
        frame.start = None
        return index + 1

    def is_(self, index: int) -> int:
        """IS with one of its tests, or DISTINCT FROM."""
        after = index + 1 + (self.work.word(index + 1) == "not")
        if self.work.word(after) == "distinct":
            return self.infix(index, IS, after + 2 - index)
        after += self.work.word(after + 1) == "normalized"
        stop = after + 1
        if self.work.word(after) == "json":
            stop += self.work.word(stop) in _JSON_KINDS
            if self.work.word(stop + 1) == "unique":
                stop += 2 + (self.work.word(stop + 2) == "keys")
        self.postfix(index, IS, stop)
        json_label = self.work.word(after) == "json" and self.work.word(stop) in _JSON_KINDS
        if json_label and self.frame.start is not None:
            # A label, which the other parser takes for a part of the test.
            self.found.wraps.setdefault(self.frame.start, []).append(stop)
        return stop

    def is_null(self, index: int) -> int:
        """ISNULL and NOTNULL."""
        return self.postfix(index, IS, index + 1)

    def or_(self, index: int) -> int:
        """OR."""
        return self.infix(index, OR, 1)

    def at(self, index: int) -> int:
        """AT TIME ZONE, and AT LOCAL."""
        if self.work.word(index + 1) == "local":
            return self.postfix(index, AT, index + 2)
        if self.work.word(index + 1) != "time":
            return self._other(index, "at")
        return self.infix(index, AT, 3)

    def collate(self, index: int) -> int:
        """COLLATE, and a collation's name."""
        stop = index + 2
        self.found.labels.add(index + 1)
        while self.work.punct(stop) == ".":
            stop += 2
        return self.postfix(index, COLLATE, stop)

    def window(self, index: int) -> int:
        """OVER, FILTER and WITHIN GROUP go on with a call."""
        if self.work.punct(index - 1) != ")":
            return self._other(index, self.work.words[index])
        after = index + 1 + (self.work.words[index] == "within")
        if self.work.punct(after) == "(":
            return after
        self.found.labels.add(after)
        return after + 1


_WORDS: Mapping[str, Callable[[_Reader, int], int]] = {
    "and": _Reader.and_,
    "or": _Reader.or_,
    "not": _Reader.not_,
    **dict.fromkeys(_MATCHES, _Reader.match),
    "overlaps": _Reader.overlaps,
    "escape": _Reader.escape,
    "is": _Reader.is_,
    "isnull": _Reader.is_null,
    "notnull": _Reader.is_null,
    "at": _Reader.at,
    "collate": _Reader.collate,
    **dict.fromkeys(["over", "filter", "within"], _Reader.window),
}

_RULES: Mapping[str, Callable[[_Reader, int], int]] = {
    "name": _Reader.name,
    "punct": _Reader.punct,
    "op": _Reader.operator,
    "quoted": _Reader.quoted,
    **dict.fromkeys(["string", "bits", "number", "param"], _Reader.operand),
}
