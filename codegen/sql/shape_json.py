"""SQL/JSON's constructors and query functions (manual 9.16.1 and 9.16.3; their rules in gram.y).

Each goes on as a plain call of its value arguments; the rest is kept in a :class:`Clause`.
"""

from __future__ import annotations

from collections.abc import Callable

from codegen.records import replace
from codegen.sql.clause import Clause, Format, TableColumn
from codegen.sql.shaping import Part, Query, Shaper, Special, closing, emit_call, split_commas
from codegen.sql.typenames import parse_type_name

_BEHAVIORS = frozenset("null absent error true false unknown empty".split())
#: What is ON NULL, where it isn't NULL.
_ON_NULL = {"json_array": "absent", "json_arrayagg": "absent"}
_WRAPPERS = frozenset("array wrapper conditional unconditional".split())


class Reader:
    """Reads what stands between the parentheses of such a call."""

    def __init__(self, work: Shaper, index: int) -> None:
        self.work = work
        self.position = index + 2
        self.stop = closing(work, index + 1)
        self.clause = Clause()
        self.parts: list[Part] = []
        self.nesting = 0

    def word(self, offset: int = 0) -> str:
        """The word at the position, "" where there is none."""
        position = self.position + offset
        return self.work.word(position) if position < self.stop else ""

    def take(self, *words: str) -> bool:
        """Whether these words stand here; they are skipped then."""
        if all(self.word(offset) == word for offset, word in enumerate(words)):
            self.position += len(words)
            return True
        return False

    def take_any(self, words: frozenset[str]) -> str:
        """One of some words, which is skipped, or ""."""
        found = self.word()
        if found not in words:
            return ""
        self.position += 1
        return found

    def punct(self, text: str) -> bool:
        """Whether a mark stands here; it is skipped then."""
        if self.position < self.stop and self.work.punct(self.position) == text:
            self.position += 1
            return True
        return False

    def argument(self, role: str, ends: Callable[[Reader, int], bool]) -> None:
        """An expression, up to where ``ends`` says that something else begins."""
        start = self.position
        while self.position < self.stop:
            mark = self.work.punct(self.position)
            if mark in ("(", "["):
                self.position = closing(self.work, self.position)
            elif mark in (",", ":") or (self.position > start and ends(self, self.position)):
                break
            self.position += 1
        self.clause.roles.append(role)
        self.parts.append((start, self.position))

    def extend(self, start: int, ends: Callable[[Reader, int], bool]) -> None:
        """Takes what follows as a part of the last argument, which begins at ``start``."""
        self.parts.pop()
        self.argument(self.clause.roles.pop(), ends)
        self.parts[-1] = (start, self.position)

    def note(self) -> None:
        """Remembers the word at the position, and skips it."""
        self.clause.words.append(self.work.at(self.position).text)
        self.position += 1

    def format(self) -> None:
        """FORMAT JSON after an argument."""
        found = self.written_format()
        if found is not None:
            self.clause.formatted[len(self.clause.roles) - 1] = found

    def written_format(self) -> Format | None:
        """``FORMAT JSON [ENCODING x]``, if it stands here."""
        if not self.take("format", "json"):
            return None
        if not self.take("encoding"):
            return Format("")
        self.position += 1
        return Format(self.work.at(self.position - 1).text)


def starts_clause(reader: Reader, index: int) -> bool:
    """Whether a clause of SQL/JSON begins at an index."""
    word, after = reader.work.word(index), reader.work.word(index + 1)
    if word in ("returning", "as"):
        return True
    if word == "passing" or word == "columns":
        return True
    if word == "format":
        return after == "json"
    if word in ("with", "without"):
        return after == "unique" or after in _WRAPPERS
    if word in ("keep", "omit"):
        return after == "quotes"
    if word in _BEHAVIORS:
        return after in ("on", "array", "object")
    return word == "default" or (word == "on" and after in ("empty", "error"))


def _value_or_clause(reader: Reader, index: int) -> bool:
    return reader.work.word(index) == "value" or starts_clause(reader, index)


def _trailing(reader: Reader) -> None:
    """The clauses after the arguments, in any order; misplaced ones are the server's to refuse."""
    before = -1
    while reader.position < reader.stop and reader.position != before:
        before = reader.position
        _passing(reader)
        _returning(reader)
        _keys_wrapper_quotes(reader)
        _behavior(reader)


def _passing(reader: Reader) -> None:
    if not reader.take("passing"):
        return
    while True:
        reader.argument("passing", starts_clause)
        reader.format()
        if reader.take("as"):
            reader.note()
        if not reader.punct(","):
            return


def _returning(reader: Reader) -> None:
    if not reader.take("returning"):
        return
    parsed = parse_type_name(reader.work.tokens, reader.position, percent_type=False)
    if parsed is None:
        return
    reader.clause.returning, reader.position = parsed
    reader.clause.format = reader.written_format()


def _keys_wrapper_quotes(reader: Reader) -> None:
    wrapped = False
    if reader.word() in ("with", "without"):
        with_ = reader.word() == "with"
        reader.position += 1
        if reader.take("unique"):
            reader.clause.unique = with_
            reader.clause.words += ["unique"] * with_
            reader.take("keys")
        while word := reader.take_any(_WRAPPERS):
            wrapped = with_
            reader.clause.words += [word] * (with_ and word in ("wrapper", "conditional"))
    if reader.word() in ("keep", "omit") and reader.word(1) == "quotes":
        reader.clause.unwrappable |= wrapped and reader.word() == "omit"
        reader.clause.words += ["omit"] * (reader.word() == "omit")
        reader.position += 2
        reader.take("on", "scalar", "string")


def _behavior(reader: Reader) -> None:
    """``what ON EMPTY``, ``what ON ERROR``, ``NULL ON NULL``."""
    if reader.take("default"):
        reader.argument("", lambda inner, index: inner.work.word(index) == "on")
        what = "default"
    else:
        what = reader.take_any(_BEHAVIORS)
        if what == "empty":
            reader.take_any(frozenset(["array", "object"]))
    if not what or not reader.take("on"):
        reader.clause.misplaced_default |= what == "default"
        return
    when = reader.take_any(frozenset(["empty", "error", "null"]))
    if what == "default":
        reader.clause.roles[-1] = when
    if when == "empty":
        reader.clause.on_empty = what
    elif when == "error":
        reader.clause.on_error = what
    elif when == "null":
        reader.clause.words.append(what)


# The constructs -----------------------------------------------------------------------------------


def finish(reader: Reader, index: int, name: str) -> int | None:
    """Emits the call; None where something is left that is not understood."""
    if reader.position != reader.stop:
        return None
    work = reader.work
    if _ON_NULL.get(name, "null") in reader.clause.words:
        reader.clause.words.remove(_ON_NULL.get(name, "null"))
    work.shaped.clauses[work.at(index).start] = reader.clause
    emit_call(work, index, name, reader.parts)
    return reader.stop + 1


def _pairs(reader: Reader) -> bool:
    """``key: value`` or ``key VALUE value``, separated by commas; false where it is neither."""
    while reader.position < reader.stop and not starts_clause(reader, reader.position):
        reader.argument("key", _value_or_clause)
        if not (reader.punct(":") or reader.take("value")):
            return False
        reader.argument("value", starts_clause)
        reader.format()
        if not reader.punct(","):
            break
    return True


def _json_object(work: Shaper, index: int) -> int | None:
    """JSON_OBJECT; with other arguments it is the function of that name."""
    reader = Reader(work, index)
    if not _pairs(reader):
        emit_call(work, index, "json_object", split_commas(work, index + 2, reader.stop))
        return reader.stop + 1
    _trailing(reader)
    return finish(reader, index, "json_object")


def _json_objectagg(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    _pairs(reader)
    _trailing(reader)
    return finish(reader, index, "json_objectagg")


def _json_array(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if reader.word() in ("select", "with", "values"):
        return _json_array_query(reader, index)
    while reader.position < reader.stop and not starts_clause(reader, reader.position):
        reader.argument("value", starts_clause)
        reader.format()
        if not reader.punct(","):
            break
    _trailing(reader)
    return finish(reader, index, "json_array")


def _json_array_query(reader: Reader, index: int) -> int | None:
    """``JSON_ARRAY(SELECT …)``: a query up to FORMAT JSON or RETURNING."""

    def ends(inner: Reader, at: int) -> bool:
        word = inner.work.word(at)
        return word == "returning" or (word == "format" and inner.work.word(at + 1) == "json")

    start = reader.position
    while reader.position < reader.stop and not ends(reader, reader.position):
        mark = reader.work.punct(reader.position) in ("(", "[")
        reader.position = (closing(reader.work, reader.position) if mark else reader.position) + 1
    reader.clause.roles.append("query")
    reader.parts.append(Query(start, reader.position))
    reader.format()
    _returning(reader)
    return finish(reader, index, "json_array")


def _values(name: str) -> Special:
    """A construct of one value and clauses: JSON, JSON_SCALAR, JSON_SERIALIZE, JSON_ARRAYAGG."""

    def rule(work: Shaper, index: int) -> int | None:
        reader = Reader(work, index)
        reader.argument("value", starts_clause)
        if not reader.parts or reader.parts[0] == (index + 2, index + 2):
            return None
        reader.format()
        if reader.word() == "order":  # FORMAT JSON before it is skipped.
            reader.extend(index + 2, starts_clause)
        _trailing(reader)
        return finish(reader, index, name)

    return rule


def _skipped_format(work: Shaper, index: int) -> int | None:
    """``FORMAT JSON [ENCODING x]``, of which the clause knows, before ORDER BY."""
    if work.word(index + 1) != "json":
        return None
    after = index + 2 + 2 * (work.word(index + 2) == "encoding")
    return after if (work.word(after), work.word(after + 1)) == ("order", "by") else None


def _query_function(name: str) -> Special:
    """JSON_VALUE, JSON_QUERY and JSON_EXISTS."""

    def rule(work: Shaper, index: int) -> int | None:
        reader = Reader(work, index)
        _context(reader)
        _trailing(reader)
        return finish(reader, index, name)

    return rule


def _context(reader: Reader) -> None:
    reader.argument("value", starts_clause)
    reader.format()
    if reader.punct(","):
        reader.argument("path", starts_clause)


# JSON_TABLE ---------------------------------------------------------------------------------------


def _json_table(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    _context(reader)
    _path_name(reader)
    _passing(reader)
    reader.clause.columns = []
    start = reader.position
    _columns(reader)
    reader.clause.words += [work.at(index).text for index in range(start, reader.position)]
    _behavior(reader)
    return finish(reader, index, "json_table")


def _path_name(reader: Reader) -> None:
    if reader.take("as"):
        reader.clause.paths.append(reader.work.at(reader.position).text)
        reader.position += 1


def _columns(reader: Reader) -> None:
    """``COLUMNS (…)``; those of nested ones come behind all others (appendJsonTableColumns)."""
    if not reader.take("columns") or reader.work.punct(reader.position) != "(":
        return
    outer, reader.stop = reader.stop, closing(reader.work, reader.position)
    reader.position += 1
    nested: list[int] = []
    while reader.position < reader.stop:
        if _skips_nested(reader):
            nested.append(reader.position)
            reader.position = closing(reader.work, reader.position + 1) + 1
        elif typed_column(reader):
            _column_options(reader)
        if not reader.punct(","):
            break
    after = reader.position + (reader.position == reader.stop)
    reader.stop = outer
    for start in nested:
        reader.position = start
        reader.nesting += 1
        _columns(reader)
    reader.position = after


def _skips_nested(reader: Reader) -> bool:
    """Skips ``NESTED PATH x AS y`` before COLUMNS, if it stands here."""
    if reader.word() != "nested" or not (reader.word(1) == "path" or _is_string(reader, 1)):
        return False
    reader.position += 1 + (reader.word(1) == "path") + 1
    _path_name(reader)
    return True


def typed_column(reader: Reader) -> bool:
    """Adds a column of JSON_TABLE or XMLTABLE; false for one FOR ORDINALITY, which has no type, and
    so no options either."""
    assert reader.clause.columns is not None
    name = reader.work.at(reader.position).text
    reader.position += 1
    if reader.take("for", "ordinality"):
        reader.clause.columns.append(TableColumn(name, None, nesting=reader.nesting, not_null=True))
        return False
    parsed = parse_type_name(reader.work.tokens, reader.position, percent_type=False)
    if parsed is None:
        return False
    type_, reader.position = parsed
    format_ = reader.written_format()
    reader.clause.columns.append(TableColumn(name, type_, format_, reader.nesting))
    return True


def never_null(reader: Reader) -> None:
    """Notes that the last column of JSON_TABLE or XMLTABLE is never NULL."""
    columns = reader.clause.columns
    assert columns
    columns[-1] = replace(columns[-1], not_null=True)


def _column_options(reader: Reader) -> None:
    exists = reader.take("exists")
    if reader.take("path"):
        reader.position += 1
    before, start = -1, reader.position
    while reader.position != before:
        before, known = reader.position, len(reader.clause.roles)
        _keys_wrapper_quotes(reader)
        _behavior(reader)
        if len(reader.clause.roles) > known:
            reader.clause.roles[-1] = "default"
            reader.clause.defaults[known] = len(reader.clause.columns or []) - 1
    # Without ON ERROR it is false where the path can't be followed.
    if exists and "unknown" not in map(reader.work.word, range(start, reader.position)):
        never_null(reader)


def _is_string(reader: Reader, offset: int) -> bool:
    return reader.work.at(reader.position + offset).kind == "string"


def called(rule: Special) -> Special:
    """The rule where a parenthesis follows."""
    return lambda work, index: rule(work, index) if work.punct(index + 1) == "(" else None


#: Names that the grammar reserves for SQL/JSON.
SPECIAL: dict[str, Special] = {
    "format": _skipped_format,
    "json_object": called(_json_object),
    "json_objectagg": called(_json_objectagg),
    "json_array": called(_json_array),
    "json_arrayagg": called(_values("json_arrayagg")),
    "json": called(_values("json")),
    "json_scalar": called(_values("json_scalar")),
    "json_serialize": called(_values("json_serialize")),
    "json_value": called(_query_function("json_value")),
    "json_query": called(_query_function("json_query")),
    "json_exists": called(_query_function("json_exists")),
    "json_table": called(_json_table),
}
