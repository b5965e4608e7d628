"""All rules over all queries, as far as the user wants to hear of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from codegen.analysis import nodes
from codegen.diagnostics import Diagnostic, Severity, error
from codegen.postgres.catalog import Catalog
from codegen.records import replace
from codegen.source import Span
from codegen.vet.rules import RULES, Rule
from codegen.vet.subject import Found, Limits, Plan, Subject

DEFAULT = Limits()
#: What a rule can be set to.
LEVELS: tuple[str, ...] = ("off", *(severity.value for severity in Severity))


def vet(
    queries: Iterable[nodes.AnalysedQuery],
    catalog: Catalog,
    levels: Mapping[str, str] | None = None,
    rules: Sequence[Rule] = RULES,
    *,
    plans: Mapping[str, Plan] | None = None,
    limits: Limits = DEFAULT,
    places: Mapping[str, Span | None] | None = None,
) -> list[Diagnostic]:
    """What the rules find, query by query.

    ``plans`` has those of queries by their names, for the rules that are about plans.

    ``levels`` sets rules, by their code, to one of :data:`LEVELS`; ``places`` says where. A query
    with a comment line ``-- @ignore code`` is spared this rule; a line that spares nothing is a
    finding itself.
    Raises CodegenError (config-invalid) for a rule or a level that there isn't.
    """
    chosen = _with_levels(rules, levels or {}, places or {})
    found: list[Diagnostic] = []
    for query in queries:
        if isinstance(query.tree, nodes.Query):
            plan = plans.get(query.name) if plans else None
            subject = Subject(query, query.tree, catalog, plan, limits)
            found += _of_query(subject, chosen, rules)
    return found


def _with_levels(
    rules: Sequence[Rule], levels: Mapping[str, str], places: Mapping[str, Span | None]
) -> list[Rule]:
    codes = [rule.code for rule in rules]
    for code, level in levels.items():
        if code not in codes:
            raise error(
                "config-invalid", f"there is no rule {code}", places.get(code), _near(code, codes)
            )
        if level not in LEVELS:
            help = f"A rule can be {', '.join(LEVELS)}."
            raise error("config-invalid", f"{level} is no level for {code}", places.get(code), help)
    return [
        replace(rule, severity=Severity(level)) if level else rule
        for rule in rules
        if (level := levels.get(rule.code, "")) != "off"
    ]


def _near(code: str, codes: Sequence[str]) -> str:
    near = difflib.get_close_matches(code, codes, 1)
    return f"Did you mean {near[0]}?" if near else f"The rules are {', '.join(codes)}."


def _of_query(
    subject: Subject, chosen: Sequence[Rule], rules: Sequence[Rule]
) -> Iterator[Diagnostic]:
    ignored = dict(_ignored(subject.query))
    spared: set[str] = set()
    chosen = [rule for rule in chosen if subject.plan is not None or not rule.planned]
    for rule in chosen:
        for finding in rule.find(subject):
            if rule.code in ignored:
                spared.add(rule.code)
            else:
                yield _told(subject.query, rule, finding)
    known = {rule.code: rule for rule in rules}
    codes = [*known]
    for code, span in ignored.items():
        if code not in known:
            message, help = f"there is no rule {code}", _near(code, codes)
        elif code not in spared and (subject.plan is not None or not known[code].planned):
            message, help = f"@ignore {code} spares the query nothing", "Remove it."
        else:
            continue
        yield Diagnostic(
            code="ignore-needless",
            message=message,
            span=span,
            help=help,
            severity=Severity.WARNING,
            query=subject.query.name,
        )


def _ignored(query: nodes.AnalysedQuery) -> Iterator[tuple[str, Span]]:
    for option in query.options:
        if option.name == "ignore":
            for code in option.value.replace(",", " ").split():
                yield code, option.span


def _told(query: nodes.AnalysedQuery, rule: Rule, finding: Found) -> Diagnostic:
    span = query.span
    if finding.span is not None and span is not None:
        span = Span(span.source, *finding.span)
    return Diagnostic(
        code=rule.code,
        message=finding.message,
        span=span,
        help=f"{finding.help} If it is meant: `-- @ignore {rule.code}`.".lstrip(),
        severity=rule.severity,
        query=query.name,
    )
