"""What is wrong with an annotation that doesn't have the form ``-- name: Name :command``."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from codegen.diagnostics import CodegenError, error
from codegen.source import Source, Span

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WORD = re.compile(r"\S+")
#: A comment that looks like an annotation with another word for `name`.
_LIKENESS = re.compile(
    r"(?:--|/\*)[ \t]*\w+[ \t]*:?[ \t]*(?P<name>\w+)[ \t]+:(?P<command>[a-z]+)\b"
)


def malformed(
    source: Source, start: int, rest: str, offset: int, commands: Collection[str]
) -> CodegenError:
    """The error for an annotation that starts at ``start``, whose text after ``name:`` is ``rest``,
    at ``offset``."""
    words = [
        (word.group(), Span(source, offset + word.start(), offset + word.end()))
        for word in _WORD.finditer(rest.removesuffix("*/"))
    ]
    listed = ", ".join(f":{name}" for name in commands)
    if not words or words[0][0].startswith(":"):
        span = words[0][1] if words else Span(source, start, offset)
        return _fail("the query has no name", span, "Write it as in `-- name: GetOrders :many`.")
    name, place = words[0]
    if not _NAME.fullmatch(name):
        return _fail(f"{name} can't be the name of a query", place, _better_name(name))
    if len(words) == 1:
        return _fail(f"query {name} has no command", place, f"Add one of {listed}.")
    word, place = words[1]
    if not word.startswith(":"):
        near = get_close_matches(word.lower(), commands, 1)
        if near:
            return _fail(f"a command starts with a colon: {word}", place, f"Write :{near[0]}.")
        return _fail(f"a name is one word, and {word} is another", place, _better_name(name + word))
    message = "there are words after the command"
    span = Span(source, words[2][1].start if len(words) > 2 else place.start, words[-1][1].end)
    return _fail(message, span, "Put them into a comment on the next line.")


def _better_name(name: str) -> str:
    parts = [part for part in re.split(r"[^A-Za-z0-9]+", name) if part]
    proposal = "".join(part[0].upper() + part[1:] for part in parts).lstrip("0123456789")
    help = "A name is one word of letters, digits and _"
    return f"{help}, such as {proposal}." if proposal else f"{help}."


def command_help(command: str, commands: Collection[str]) -> str:
    """What may be meant by a command that there isn't."""
    if command == "execlastid":
        return "PostgreSQL has no last insert id: use :one with `RETURNING id`."
    near = get_close_matches(command.lower(), commands, 1)
    hint = f"Did you mean :{near[0]}? " if near else ""
    return f"{hint}The commands are {', '.join(f':{name}' for name in commands)}."


def missing_help(source: Source, start: int) -> str:
    """What to do about a statement without an annotation: a comment above may be meant as one."""
    above = source.text[:start].rstrip().rpartition("\n")[2]
    found = _LIKENESS.match(above.strip())
    if found:
        return f"Is the line above meant as `-- name: {found['name']} :{found['command']}`?"
    return "Put `-- name: Name :command` on the line before it."


def _fail(message: str, span: Span, help: str) -> CodegenError:
    return error("annotation-malformed", message, span, help)
