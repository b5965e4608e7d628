"""The formats for programs against what their manuals say of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from codegen.diagnostics import Diagnostic, Label, Severity
from codegen.formats import as_github, as_json, as_sarif
from codegen.source import Source, Span

TEXT = "-- name: A :one\nSELECT '😀', nmae\nFROM t;\n"


def at(word: str, path: str = "q.sql", text: str = TEXT) -> Span:
    start = text.index(word)
    return Span(Source(path, text), start, start + len(word))


def make(span: Span | None, **values: object) -> Diagnostic:
    given = {"code": "undefined-column", "message": "no such column", **values}
    return Diagnostic(span=span, **given)  # type: ignore[arg-type]


# GitHub: docs.github.com, "Workflow commands for GitHub Actions" ----------------------------------

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<data>[^\r\n]*)")


#: What the runner turns back, in its order.
ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def command(diagnostic: Diagnostic) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it (ActionCommand in actions/runner)."""
    found = COMMAND.fullmatch(as_github([diagnostic]))
    assert found is not None
    properties = dict(part.split("=", 1) for part in found["properties"].split(","))
    for key, value in properties.items():
        for escaped, char in (
            ("%0D", "\r"),
            ("%0A", "\n"),
            ("%3A", ":"),
            ("%2C", ","),
            ("%25", "%"),
        ):
            value = value.replace(escaped, char)
        properties[key] = value
    data = found["data"].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return found["name"], properties, data


def test_github_has_the_place() -> None:
    name, properties, data = command(make(at("nmae"), help="Did you mean name?"))
    assert name == "error"
    assert properties == {
        "title": "undefined-column",
        "file": "q.sql",
        "line": "2",
        "endLine": "2",
        "col": "13",
        "endColumn": "17",
    }
    assert data == "no such column\nDid you mean name?"


def test_github_has_columns_only_within_a_line() -> None:
    _, properties, _ = command(make(at("SELECT '😀', nmae\nFROM t")))
    assert (properties["line"], properties["endLine"]) == ("2", "3")
    assert "endColumn" not in properties


@pytest.mark.parametrize("text", ["100 % :: a,b\nc\rd %0A", "::error::no", "%25"])
def test_github_escapes_what_would_end_a_command(text: str) -> None:
    _, properties, data = command(make(at("nmae", path=text), message=text))
    assert data == text
    assert properties["file"] == text


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_github_has_a_command_for_each_severity(severity: Severity, name: str) -> None:
    assert command(make(None, severity=severity))[0] == name


# SARIF: OASIS, "Static Analysis Results Interchange Format Version 2.1.0" -------------------------

#: The properties that the standard requires, and those that are ours, by the kind of object.
REQUIRED = {"log": {"version", "runs"}, "run": {"tool", "results"}, "driver": {"name"}}


def log(*diagnostics: Diagnostic) -> Any:
    found = json.loads(as_sarif(diagnostics))
    assert REQUIRED["log"] <= found.keys()
    assert found["version"] == "2.1.0"
    (run,) = found["runs"]
    assert REQUIRED["run"] <= run.keys()
    assert REQUIRED["driver"] <= run["tool"]["driver"].keys()
    return run


def check_location(location: Any) -> None:
    physical = location["physicalLocation"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", physical["artifactLocation"]["uri"])
    region = physical["region"]
    assert 1 <= region["startLine"] <= region["endLine"]
    assert min(region["startColumn"], region["endColumn"]) >= 1


def test_sarif_has_what_the_standard_requires() -> None:
    label = Label(at("CREATE", "a b/schema.sql", "CREATE TABLE t ();"), "defined here")
    run = log(
        make(at("nmae"), labels=(label,), help="Did you mean name?"),
        make(None, code="file-unreadable", severity=Severity.WARNING),
        make(at("FROM"), severity=Severity.NOTE),
    )
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == 2
    assert all(rule["shortDescription"]["text"] for rule in rules)
    assert [one["level"] for one in run["results"]] == ["warning", "error", "note"]
    for result in run["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in (*result.get("locations", ()), *result.get("relatedLocations", ())):
            check_location(location)
    (related,) = run["results"][1]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/schema.sql"


def test_sarif_counts_columns_in_characters() -> None:
    run = log(make(at("nmae")))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (13, 17)


def test_nothing_wrong_is_an_empty_log() -> None:
    assert log()["results"] == []
    assert json.loads(as_json([])) == {"diagnostics": []}
    assert as_github([]) == ""
