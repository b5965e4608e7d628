"""What to say of a file that is not YAML, or not JSON: the reason, and the usual way out."""

from __future__ import annotations

import json
import re

import yaml

from codegen.diagnostics import CodegenError, Diagnostic, Label
from codegen.source import Source, Span

_INDENTED = "Indent it like its neighbours, with spaces."
_COLON = "A colon after a key has a space behind it, and a text with `: ` in it is quoted."
_QUOTES = "A text that begins with such a character, or has `: ` or ` #` in it, is quoted."
#: PyYAML's names of what it found, in words.
_WORDS = {
    "'<stream end>'": "the end of the file",
    "'<document start>'": "---",
    "'<block end>'": "the end of the block",
    "'<block mapping start>'": "a key",
    "'<block sequence start>'": "a list",
    "'<scalar>'": "a text",
    "'<document end>'": "the end of the document",
    "but found another document": "there is another document",
    "<block end>": "the end of the block",
    "<document start>": "---",
}
#: How PyYAML's messages begin, and the usual way out.
_HELP = (
    (r"found character '\\t'|found a tab", "YAML is indented with spaces: replace the tab."),
    (r"found character", _QUOTES),
    (r"mapping values are not allowed", f"{_INDENTED} {_COLON}"),
    (r"expected ',' or '\]'", "Put a comma between two items, and ] after the last."),
    (r"expected ',' or '\}'", "Put a comma between two entries, and } after the last."),
    (r"(?:could not find )?expected ':'", "Write `key: value`, with a space after the colon."),
    (r"expected <block end>|expected the node content|block sequence entries", _INDENTED),
    (r"found unknown escape character", "Put the text in single quotes, or write / instead of \\."),
    (r"but found another document", "Write one document; leave the --- out."),
    (r"found undefined alias", "Define it before, with `&`; a text with `*` in front is quoted."),
)
#: How the messages of Python's json begin, and the usual way out.
_JSON_HELP = (
    (r"Expecting property name", "Names are in double quotes, and no comma follows the last one."),
    (r"Expecting ',' delimiter", "Put a comma between two entries; and is a bracket closed?"),
    (r"Expecting ':' delimiter", 'Write "key": value.'),
    (
        r"Expecting value|Illegal trailing comma",
        "Texts are in double quotes; no comma follows the last.",
    ),
    (r"Unterminated string|Invalid control character", "Close the quotes on the same line."),
    (r"Invalid \\escape|Invalid \\uXXXX", "Write / instead of \\, or double it."),
    (r"Extra data", "There is one object in the file; is a bracket closed too early?"),
)


def not_yaml(source: Source, caught: yaml.YAMLError) -> CodegenError:
    """The error for a text that PyYAML couldn't read for this reason."""
    if not isinstance(caught, yaml.MarkedYAMLError) or caught.problem_mark is None:
        return _error("YAML", re.sub(r"\s+", " ", str(caught)), None, "Save it as plain text.")
    problem = caught.problem or "it can't be read"
    if problem == "found unexpected end of stream" and caught.context_mark:
        begun = _span(source, caught.context_mark.index)
        return _error("YAML", "a text is never closed", begun, f"Close it with {begun.text}.")
    at = min(caught.problem_mark.index, len(source.text.rstrip()))
    label = _begun(source, caught) if "expected <block end>" not in problem else None
    help = _help(_HELP, problem)
    for name, word in _WORDS.items():
        problem = problem.replace(name, word)
    return _error("YAML", problem, _span(source, at), help, label)


def not_json(source: Source, caught: json.JSONDecodeError) -> CodegenError:
    """The error for a text that Python's json couldn't read for this reason."""
    said = caught.msg[0].lower() + caught.msg[1:]
    return _error(
        "JSON",
        said,
        _span(source, min(caught.pos, len(source.text.rstrip()))),
        _help(_JSON_HELP, caught.msg),
    )


def twice(key: Span, first: Span) -> CodegenError:
    """The error for a key that a mapping has already; sqlc refuses it as well."""
    label = Label(first, "the first one is here")
    help = "Remove one of the two, or make a list of both."
    return CodegenError(
        Diagnostic(
            code="config-invalid",
            message=f"{key.text} is there twice",
            span=key,
            help=help,
            labels=(label,),
        )
    )


def _help(table: tuple[tuple[str, str], ...], problem: str) -> str:
    return next((help for start, help in table if re.match(start, problem)), _QUOTES)


def _span(source: Source, at: int) -> Span:
    return Span(source, at, at + 1)


def _begun(source: Source, caught: yaml.MarkedYAMLError) -> Label | None:
    """Where that began which isn't right."""
    mark = caught.context_mark
    if mark is None or caught.problem_mark is None or mark.index == caught.problem_mark.index:
        return None
    return Label(_span(source, mark.index), "it begins here")


def _error(
    form: str, reason: str, span: Span | None, help: str, label: Label | None = None
) -> CodegenError:
    return CodegenError(
        Diagnostic(
            code="config-invalid",
            message=f"this is not {form}: {reason}",
            span=span,
            help=help,
            labels=(label,) if label else (),
        )
    )
