"""Rules of the user's own in SQL: a file is a rule, and a SELECT that finds queries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from codegen.diagnostics import Severity, error
from codegen.records import dataclass
from codegen.source import Source, Span
from codegen.vet.rules import Rule
from codegen.vet.subject import Found, Subject

#: What a rule found: the names of queries, each with what is to be told of it.
Findings = Sequence[tuple[str, str | None]]

_CODE = re.compile(r"[A-Za-z0-9_-]+$")
_SETTING = re.compile(r"(?P<key>level|help)[ \t]*:[ \t]*(?P<value>.*)$", re.IGNORECASE)
_LEVELS = tuple(severity.value for severity in Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlRule:
    """A rule: ``code`` is the file's name, the rest what its first comment lines say."""

    code: str
    source: Source
    severity: Severity = Severity.WARNING
    about: str = ""
    help: str = ""


def read_rule(source: Source) -> SqlRule:
    """The rule in a file.

    Raises CodegenError (rule-invalid) for a file's name or a level that can't be one.
    """
    name = source.path.replace("\\", "/").rpartition("/")[2].removesuffix(".sql")
    if not _CODE.match(name):
        help = "The file's name is the rule's code: letters, digits, - and _."
        raise error("rule-invalid", f"{source.path}: a rule can't have this name", None, help)
    severity, help, about = Severity.WARNING, "", list[str]()
    for line, span in _head(source):
        found = _SETTING.match(line)
        if found is None:
            about.append(line)
        elif found["key"].lower() == "help":
            help = found["value"].strip()
        else:
            severity = _severity(found["value"].strip().lower(), span)
    return SqlRule(
        code=name, source=source, severity=severity, about=" ".join(about).strip(), help=help
    )


def _head(source: Source) -> Iterator[tuple[str, Span]]:
    """The comment lines that a file begins with, and their places."""
    start = 0
    for line in source.text.splitlines(keepends=True):
        text = line.strip()
        if text and not text.startswith("--"):
            return
        if text:
            place = start + line.index(text)
            yield text[2:].strip(), Span(source, place, place + len(text))
        start += len(line)


def _severity(level: str, span: Span) -> Severity:
    if level not in _LEVELS:
        help = f"A rule can be {', '.join(_LEVELS)}."
        raise error("rule-invalid", f"{level} is no level", span, help)
    return Severity(level)


def as_rules(rules: Sequence[SqlRule], findings: Mapping[str, Findings]) -> list[Rule]:
    """The rules as all others are, with what the database found by them."""
    return [_rule(rule, findings.get(rule.code, ())) for rule in rules]


def _rule(rule: SqlRule, findings: Findings) -> Rule:
    def find(subject: Subject) -> Iterator[Found]:
        for name, message in findings:
            if name == subject.query.name:
                yield Found(message or rule.about or f"the rule {rule.code} finds it", rule.help)

    return Rule(rule.code, rule.severity, rule.about, "", "", find)
