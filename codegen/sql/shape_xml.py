"""SQL/XML's functions (manual 9.15; their rules in gram.y), read like those of SQL/JSON."""

from __future__ import annotations

from codegen.sql.shape_json import Reader, called, finish, never_null, typed_column
from codegen.sql.shaping import Shaper, Special, closing, emit_call
from codegen.sql.typenames import parse_type_name

_MECHANISMS = frozenset(["ref", "value"])


def _never(reader: Reader, index: int) -> bool:
    return False


def _at_as(reader: Reader, index: int) -> bool:
    return reader.work.word(index) == "as"


def _list(reader: Reader, role: str) -> None:
    """Values, each with ``AS name`` or without."""
    while reader.position < reader.stop:
        reader.argument(role, _at_as)
        if reader.take("as"):
            reader.clause.names[len(reader.parts) - 1] = reader.work.at(reader.position).text
            reader.note()
        if not reader.punct(","):
            return


def _name(reader: Reader) -> bool:
    """``NAME label``."""
    if not reader.take("name"):
        return False
    reader.note()
    return True


def _xmlelement(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if not _name(reader):
        return None
    while reader.punct(","):
        if reader.word() == "xmlattributes" and work.punct(reader.position + 1) == "(":
            outer, reader.stop = reader.stop, closing(work, reader.position + 1)
            reader.position += 2
            _list(reader, "attribute")
            reader.position, reader.stop = reader.position + 1, outer
        else:
            reader.argument("any", _never)
    return finish(reader, index, "xmlelement")


def _xmlforest(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    _list(reader, "element")
    return finish(reader, index, "xmlforest")


def _xmlconcat(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    while reader.position < reader.stop:
        reader.argument("document", _never)
        if not reader.punct(","):
            break
    return finish(reader, index, "xmlconcat")


def _kind(reader: Reader) -> bool:
    """``DOCUMENT`` or ``CONTENT``."""
    if reader.word() not in ("document", "content"):
        return False
    reader.note()
    return True


def _xmlparse(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if not _kind(reader):
        return None
    reader.argument("text", lambda inner, at: inner.work.word(at + 1) == "whitespace")
    if reader.word(1) == "whitespace":
        reader.clause.words += ["preserve"] * (reader.word() == "preserve")
        reader.position += 2
    return finish(reader, index, "xmlparse")


def _xmlpi(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if not _name(reader):
        return None
    if reader.punct(","):
        reader.argument("text", _never)
    return finish(reader, index, "xmlpi")


def _xmlroot(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    reader.argument("document", _never)
    if not reader.punct(",") or not reader.take("version"):
        return None
    if not reader.take("no", "value"):
        reader.argument("text", _never)
    if reader.punct(",") and reader.take("standalone"):
        reader.note()
        reader.take("value")
    return finish(reader, index, "xmlroot")


def _xmlserialize(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if not _kind(reader):
        return None
    reader.argument("document", _at_as)
    parsed = parse_type_name(work.tokens, reader.position + 1, percent_type=False)
    if not reader.take("as") or parsed is None:
        return None
    reader.clause.returning, reader.position = parsed
    if reader.word() == "indent":
        reader.note()
    reader.take("no", "indent")
    return finish(reader, index, "xmlserialize")


def _passing(reader: Reader) -> bool:
    """``PASSING [BY REF] document [BY REF]``."""
    if not reader.take("passing"):
        return False
    _mechanism(reader)
    reader.argument("document", lambda inner, at: inner.work.word(at) in ("by", "columns"))
    _mechanism(reader)
    return True


def _mechanism(reader: Reader) -> None:
    if reader.word() == "by" and reader.word(1) in _MECHANISMS:
        reader.position += 2


def _at_passing(reader: Reader, index: int) -> bool:
    return reader.work.word(index) == "passing"


def _xmlexists(work: Shaper, index: int) -> int | None:
    """``XMLEXISTS(path PASSING document)`` is a plain function of both."""
    reader = Reader(work, index)
    reader.argument("text", _at_passing)
    if not _passing(reader) or reader.position != reader.stop:
        return None
    emit_call(work, index, "xmlexists", reader.parts)
    return reader.stop + 1


# XMLTABLE -----------------------------------------------------------------------------------------


def _xmltable(work: Shaper, index: int) -> int | None:
    reader = Reader(work, index)
    if reader.word() == "xmlnamespaces":
        _namespaces(reader)
    reader.argument("text", _at_passing)
    if not _passing(reader) or not reader.take("columns"):
        return None
    reader.clause.columns = []
    start = reader.position
    while reader.position < reader.stop:
        _column(reader)
        if not reader.punct(","):
            break
    reader.clause.words += [work.at(index).text for index in range(start, reader.position)]
    return finish(reader, index, "xmltable")


def _namespaces(reader: Reader) -> None:
    outer, reader.stop = reader.stop, closing(reader.work, reader.position + 1)
    reader.position += 2
    while reader.position < reader.stop:
        reader.take("default")
        reader.argument("text", _at_as)
        if reader.take("as"):
            reader.position += 1
        if not reader.punct(","):
            break
    reader.position, reader.stop = reader.position + 1, outer
    reader.punct(",")


def _column(reader: Reader) -> None:
    if typed_column(reader):
        while _column_option(reader):
            pass


def _column_option(reader: Reader) -> bool:
    if reader.take("path"):
        reader.argument("text", _at_option)
    elif reader.take("default"):
        reader.clause.defaults[len(reader.parts)] = len(reader.clause.columns or []) - 1
        reader.argument("default", _at_option)
    elif reader.take("not", "null"):
        never_null(reader)
    else:
        return reader.take("null")
    return True


def _at_option(reader: Reader, index: int) -> bool:
    word = reader.work.word(index)
    return word in ("path", "default", "null") or (
        word == "not" and reader.work.word(index + 1) == "null"
    )


#: Names that the grammar reserves for SQL/XML.
SPECIAL: dict[str, Special] = {
    "xmlelement": called(_xmlelement),
    "xmlforest": called(_xmlforest),
    "xmlconcat": called(_xmlconcat),
    "xmlparse": called(_xmlparse),
    "xmlpi": called(_xmlpi),
    "xmlroot": called(_xmlroot),
    "xmlserialize": called(_xmlserialize),
    "xmlexists": called(_xmlexists),
    "xmltable": called(_xmltable),
}
