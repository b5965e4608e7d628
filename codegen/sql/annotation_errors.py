"""What is wrong with an annotation that doesn't have the form ``-- name: Name :command``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from codegen.diagnostics import CodegenError, error
from codegen.nearest import nearest
from codegen.source import Source, Span

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_]*):(?P<command>[A-Za-z]+)")
_WORDS_OF_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_ENDS = ";,."
#: What aiosql writes behind a name.
_AIOSQL = {"^": ":one", "$": ":one", "!": ":execrows", "<!": ":one", "*!": ":batchexec"}
#: What other tools call the commands.
_OTHER_COMMANDS = {
    "all": "many",
    "list": "many",
    "rows": "many",
    "query": "many",
    "select": "many",
    "fetchall": "many",
    "first": "one",
    "single": "one",
    "get": "one",
    "row": "one",
    "value": "one",
    "scalar": "one",
    "fetchone": "one",
    "insert": "exec",
    "update": "exec",
    "delete": "exec",
    "run": "exec",
    "none": "exec",
    "void": "exec",
    "count": "execrows",
    "affected": "execrows",
    "rowcount": "execrows",
    "copy": "copyfrom",
    "bulk": "copyfrom",
    "batch": "batchexec",
    "executemany": "batchexec",
    "stream": "iter",
    "each": "iter",
    "cursor": "iter",
}
#: A comment that looks like an annotation with another word for `name`.
_LIKENESS = re.compile(
    r"(?:--|/\*|#|//)[ \t]*[@:]?\w+[ \t]*:?[ \t]*(?P<name>[\w-]+)[ \t]+:(?P<command>[a-z]+)\b"
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
    if not words or words[0][0].startswith(":"):
        span = words[0][1] if words else Span(source, start, offset)
        return _fail("the query has no name", span, "Write it as in `-- name: GetOrders :many`.")
    wrong = _wrong_name(*words[0], commands)
    if wrong is not None:
        return wrong
    if len(words) == 1:
        listed = ", ".join(f":{name}" for name in commands)
        return _fail(f"query {words[0][0]} has no command", words[0][1], f"Add one of {listed}.")
    return _wrong_command(source, words, commands)


def _wrong_name(name: str, place: Span, commands: Collection[str]) -> CodegenError | None:
    glued = _GLUED.fullmatch(name)
    if glued and glued["command"].lower() in commands:
        help = f"Put a space between them: {glued['name']} :{glued['command'].lower()}."
        return _fail(f"{name} is a name and a command in one", place, help)
    if _NAME.fullmatch(name):
        return None
    mark = name.lstrip(_WORDS_OF_NAMES)
    help = f"aiosql's {mark} is {_AIOSQL[mark]} here." if mark in _AIOSQL else _better_name(name)
    return _fail(f"{name} can't be the name of a query", place, help)


def _wrong_command(
    source: Source, words: Sequence[tuple[str, Span]], commands: Collection[str]
) -> CodegenError:
    """The error for what follows a right name."""
    (name, _), (word, place), *more = words
    if not word.startswith(":"):
        near = get_close_matches(word.lower(), commands, 1)
        if near:
            return _fail(f"a command starts with a colon: {word}", place, f"Write :{near[0]}.")
        return _fail(f"a name is one word, and {word} is another", place, _better_name(name + word))
    if word == ":" and more:
        span = Span(source, place.start, more[0][1].end)
        return _fail("a command is one word", span, f"Write :{more[0][0].lstrip(':')}.")
    if not more:
        return _fail(f"{word} is not a command", place, f"Write {word.rstrip(_ENDS)} alone.")
    span = Span(source, more[0][1].start, more[-1][1].end)
    if more[0][0].startswith(":"):
        return _fail("a query has one command", span, "Remove one of the two.")
    help = "Put them into a comment on the next line."
    return _fail("there are words after the command", span, help)


def _better_name(name: str) -> str:
    proposal = _proposed(name)
    help = "A name is one word of letters, digits and _"
    return f"{help}, such as {proposal}." if proposal else f"{help}."


def _proposed(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parts = [part for part in re.split(r"[^A-Za-z0-9]+", plain) if part]
    proposal = "".join(part[0].upper() + part[1:] for part in parts)
    return f"Get{proposal}" if proposal[:1].isdigit() else proposal


def command_help(command: str, commands: Collection[str]) -> str:
    """What may be meant by a command that there isn't."""
    if command == "execlastid":
        return "PostgreSQL has no last insert id: use :one with `RETURNING id`."
    near = _OTHER_COMMANDS.get(command.lower()) or nearest(command.lower(), commands)
    hint = f"Did you mean :{near}? " if near else ""
    return f"{hint}The commands are {', '.join(f':{name}' for name in commands)}."


def missing_help(source: Source, start: int) -> str:
    """What to do about a statement without an annotation: a comment above may be meant as one."""
    above = source.text[:start].rstrip().rpartition("\n")[2].strip()
    line, where = above, "the line above"
    if source.text[start : start + 2].startswith(("#", "//")):
        line, where = source.text[start:].partition("\n")[0], "its first line"
    found = _LIKENESS.match(line)
    if found:
        name = found["name"] if _NAME.fullmatch(found["name"]) else _proposed(found["name"])
        return f"Is {where} meant as `-- name: {name} :{found['command']}`?"
    return "Put `-- name: Name :command` on the line before it."


def _fail(message: str, span: Span, help: str) -> CodegenError:
    return error("annotation-malformed", message, span, help)
