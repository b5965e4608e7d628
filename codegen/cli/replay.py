"""Runs that change nothing, over before the compiler is imported.

Understands the plain forms of ``generate`` and ``check``; for anything else, the command line as
click reads it has its turn.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from codegen.cache import runs
from codegen.cache.runs import Answer, Question
from codegen.locate import find_config

_COMMANDS = ("generate", "check")
#: Options with a value, by their spelling.
_VALUED = ("--config", "--schema", "--queries", "--out", "--format")
_QUIET = ("-q", "--quiet")


class Call(NamedTuple):
    """A command with its options."""

    verb: str
    question: Question
    quiet: bool


def asked(
    config: str | None, schema: Sequence[str], queries: Sequence[str], out: str | None
) -> Question:
    """What the options of a command ask for, with the configuration that is found."""
    found = configuration(config, complete=bool(schema and queries and out))
    return Question(found, tuple(schema), tuple(queries), out)


def configuration(given: str | None, *, complete: bool) -> str | None:
    """The configuration's file: the one that is given, or the nearest.

    None where there is none, or where options say everything: then a command is independent of
    where it is called.
    """
    return given if given is not None or complete else find_config(os.getcwd())


def replayed(call: Call) -> bool:
    """Whether the command has nothing to do, and has said so."""
    answer = runs.recalled(call.question)
    return answer is not None and _told(call, answer)


def call_of(arguments: Sequence[str]) -> Call | None:
    """The command, where it is one of those that are understood here."""
    if not arguments or arguments[0] not in _COMMANDS:
        return None
    values: dict[str, list[str]] = {name: [] for name in _VALUED}
    quiet = False
    words = iter(arguments[1:])
    for word in words:
        name, equals, value = word.partition("=")
        if word in _QUIET:
            quiet = True
        elif name in values:
            given = value if equals else next(words, None)
            if given is None:
                return None
            values[name].append(given)
        else:
            return None
    if values["--format"][-1:] not in ([], ["text"]):
        return None
    last = {name: (given[-1] if given else None) for name, given in values.items()}
    question = asked(last["--config"], values["--schema"], values["--queries"], last["--out"])
    return Call(arguments[0], question, quiet)


def _told(call: Call, answer: Answer) -> bool:
    if answer.diagnostics:
        from codegen.cache.findings import diagnostics
        from codegen.cli.console import Console

        try:
            Console("text", call.quiet).tell(diagnostics(answer.diagnostics))
        except (OSError, UnicodeDecodeError):
            return False
    if not call.quiet:
        for folder, queries in answer.packages:
            counted = f" ({count(queries)})" if call.verb == "generate" else ""
            print(f"{folder}: up to date{counted}")
    return True


def count(queries: int) -> str:
    """So many queries, in words."""
    return f"{queries} {'query' if queries == 1 else 'queries'}"
