"""Diagnostics for programs: JSON, GitHub's annotations and SARIF 2.1.0."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

from codegen import __version__
from codegen.diagnostics import Diagnostic, Severity
from codegen.explanations import codes, explanation
from codegen.report import in_order
from codegen.source import Span


class Place(TypedDict):
    """Lines and columns are 1-based; the end is where the first character after it is."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class LabelObject(TypedDict):
    """A second place with what it explains."""

    text: str
    place: Place


class DiagnosticObject(TypedDict):
    """A diagnostic; ``place`` is null where there is none."""

    code: str
    severity: str
    message: str
    help: str | None
    query: str | None
    place: Place | None
    labels: list[LabelObject]


class Report(TypedDict):
    """The whole object that ``--format json`` prints."""

    diagnostics: list[DiagnosticObject]


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[DiagnosticObject]:
    """The diagnostics in order, as JSON values."""
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "help": one.help,
            "query": one.query,
            "place": _place(one.span) if one.span else None,
            "labels": [{"text": label.text, "place": _place(label.span)} for label in one.labels],
        }
        for one in in_order(diagnostics)
    ]


def _place(span: Span) -> Place:
    line, column = span.position
    end_line, end_column = span.source.position(span.end)
    return {
        "file": span.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One object with the list of diagnostics."""
    report: Report = {"diagnostics": as_objects(diagnostics)}
    return json.dumps(report, indent=2, ensure_ascii=False)


#: GitHub's names of the severities.
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, which GitHub shows at the lines (workflow commands in GitHub's manual)."""
    return "\n".join(_command(one) for one in in_order(diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    properties = {"title": diagnostic.code}
    if diagnostic.span:
        place = _place(diagnostic.span)
        properties |= {"file": _from_workspace(place["file"]), "line": str(place["line"])}
        properties |= {"endLine": str(place["end_line"]), "col": str(place["column"])}
        if place["line"] == place["end_line"]:
            properties["endColumn"] = str(place["end_column"])
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = diagnostic.message + (f"\n{diagnostic.help}" if diagnostic.help else "")
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(text)}"


def _from_workspace(path: str) -> str:
    """The path as GitHub looks it up: from the top of the checkout, wherever the command ran."""
    top = os.environ.get("GITHUB_WORKSPACE")
    place = Path(path).resolve()
    if top is None or not place.is_relative_to(Path(top).resolve()):
        return path
    return place.relative_to(Path(top).resolve()).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """A log of static analysis results (OASIS SARIF 2.1.0)."""
    ordered = in_order(diagnostics)
    found = list(dict.fromkeys(one.code for one in ordered))
    driver = {
        "name": "codegen",
        "version": __version__,
        "rules": [_rule(code) for code in found],
    }
    run = {
        "tool": {"driver": driver},
        # Else columns would be taken for UTF-16's.
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, found) for one in ordered],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _rule(code: str) -> dict[str, object]:
    if code not in codes():
        return {"id": code, "shortDescription": {"text": code}}
    found = explanation(code)
    rule: dict[str, object] = {
        "id": code,
        "shortDescription": {"text": found.summary},
        "fullDescription": {"text": found.meaning},
    }
    if found.rule is not None:
        rule["helpUri"] = found.rule[1]
    return rule


def _result(diagnostic: Diagnostic, found: list[str]) -> dict[str, object]:
    text = diagnostic.message + (f"\n{diagnostic.help}" if diagnostic.help else "")
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": found.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": text},
    }
    if diagnostic.span:
        result["locations"] = [_location(diagnostic.span)]
    if diagnostic.labels:
        result["relatedLocations"] = [
            {**_location(label.span), "message": {"text": label.text}}
            for label in diagnostic.labels
        ]
    return result


def _location(span: Span) -> dict[str, object]:
    place = _place(span)
    region = {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }
    artifact = {"uri": quote(place["file"].replace("\\", "/"))}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


#: The renderer of each format for programs.
FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
