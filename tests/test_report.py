"""Diagnostics as people read them."""

from __future__ import annotations

from codegen.diagnostics import Diagnostic, Label, Severity
from codegen.report import COLOURED, render, render_one, summary
from codegen.source import Source, Span


def at(text: str, word: str, path: str = "q.sql", occurrence: int = 0) -> Span:
    source = Source(path, text)
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(word, start + 1)
    return Span(source, start, start + len(word))


def make(span: Span | None, **values: object) -> Diagnostic:
    given = {"code": "undefined-column", "message": 'column "idd" does not exist', **values}
    return Diagnostic(span=span, **given)  # type: ignore[arg-type]


def test_the_place_is_shown_with_a_caret_and_the_way_out() -> None:
    span = at("SELECT *\nFROM chats\nWHERE idd = $1\n", "idd")
    assert (
        render_one(make(span, help='Did you mean "id"?'))
        == """\
error[undefined-column]: column "idd" does not exist
 --> q.sql:3:7
  |
3 | WHERE idd = $1
  |       ^^^
  |
  = help: Did you mean "id"?
"""
    )


def test_a_second_place_has_its_own_excerpt() -> None:
    text = "\n" * 8 + "a = $1\n" + "b = $1\n"
    diagnostic = make(at(text, "$1", occurrence=1), labels=(Label(at(text, "$1"), "uuid here"),))
    assert (
        render_one(diagnostic)
        == """\
error[undefined-column]: column "idd" does not exist
  --> q.sql:10:5
   |
10 | b = $1
   |     ^^
  ::: q.sql:9:5
   |
 9 | a = $1
   |     -- uuid here
"""
    )


def test_without_a_place() -> None:
    assert render_one(make(None, help="Check it.")) == (
        'error[undefined-column]: column "idd" does not exist\nhelp: Check it.\n'
    )


def caret_line(text: str, word: str) -> tuple[str, str]:
    lines = render_one(make(at(text, word))).splitlines()
    return lines[3].removeprefix("1 | "), lines[4].removeprefix("  | ")


def test_tabs_are_spaces() -> None:
    assert caret_line("\tSELECT\tidd", "idd") == ("    SELECT  idd", "            ^^^")


def test_wide_and_combining_characters_are_as_wide_as_they_look() -> None:
    assert caret_line("'日本' = idd", "idd") == ("'日本' = idd", "         ^^^")
    assert caret_line("'e\u0301' = idd", "idd") == ("'e\u0301' = idd", "      ^^^")


def test_windows_line_ends_are_not_part_of_the_line() -> None:
    span = at("a\r\nidd\r\n", "idd\r\n")
    assert render_one(make(span)).splitlines()[3:] == ["2 | idd", "  | ^^^"]


def excerpt(text: str, marked: str) -> str:
    return "\n".join(render_one(make(at(text, marked))).splitlines()[3:])


def test_a_span_over_several_lines_has_a_bracket() -> None:
    assert (
        excerpt("a\nSELECT 1\nFROM b\n", "SELECT 1\nFROM b")
        == """\
2 | / SELECT 1
3 | | FROM b
  | |______^"""
    )
    assert (
        excerpt("x = (\n  SELECT 1\n\n)", "(\n  SELECT 1\n\n)")
        == """\
1 |   x = (
  |  _____^
2 | |   SELECT 1
3 | |
4 | | )
  | |_^"""
    )


def test_a_span_over_many_lines_loses_its_middle() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 12))
    assert (
        excerpt(text, text.rstrip())
        == """\
 1 | / line 1
 2 | | line 2
 3 | | line 3
   | ...
10 | | line 10
11 | | line 11
   | |_______^"""
    )


def test_a_long_line_is_shortened_around_the_place() -> None:
    text = "a, " * 100 + "nmae" + ", b" * 100
    line, carets = caret_line(text, "nmae")
    assert len(line) <= 102
    assert line[0] == line[-1] == "…"
    assert line[carets.index("^") :].startswith("nmae, b")
    assert carets.count("^") == 4


def test_a_long_place_is_shortened_at_its_end() -> None:
    text = "SELECT " + "x" * 300
    line, carets = caret_line(text, "x" * 300)
    assert line.startswith("SELECT xxx")
    assert line.endswith("…")
    assert len(carets) < len(line) <= 102


def test_a_label_on_the_same_line_shares_the_excerpt() -> None:
    text = "SELECT a.id, b.id\n"
    span = at(text, "b.id")
    label = Label(Span(span.source, 7, 11), "the first")
    assert render_one(make(span, labels=(label,))).splitlines()[3:] == [
        "1 | SELECT a.id, b.id",
        "  |        ----  ^^^^",
        "  |        the first",
    ]


def test_what_hides_is_made_visible() -> None:
    assert caret_line("a\u200b = idd", "idd") == ("a\ufffd = idd", "     ^^^")
    assert caret_line("a\u202e = idd", "idd") == ("a\ufffd = idd", "     ^^^")


def test_an_empty_span_at_the_end_has_one_caret() -> None:
    source = Source("q.sql", "abc")
    assert render_one(make(Span(source, 3, 3))).splitlines()[-1] == "  |    ^"


def test_all_are_sorted_by_file_and_position() -> None:
    text = "one two"
    found = [
        make(at(text, "two", "b.sql"), message="3"),
        make(at(text, "one", "b.sql"), message="2"),
        make(at(text, "two", "a.sql"), message="1"),
        make(None, message="0"),
    ]
    shown = [line[-1] for line in render(found).splitlines() if line.startswith("error")]
    assert shown == ["0", "1", "2", "3"]


def test_the_summary_counts() -> None:
    error, warning = make(None), make(None, severity=Severity.WARNING)
    assert summary([error, warning, error]) == "2 errors, 1 warning"
    assert summary([]) == ""


def test_colour_only_adds_codes() -> None:
    import re

    diagnostic = make(at("WHERE idd", "idd"), help="x")
    coloured = render_one(diagnostic, COLOURED)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_one(diagnostic)
