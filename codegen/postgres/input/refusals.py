"""Why a text is no value of a type: what every check of this package answers with."""

from __future__ import annotations

from typing import NamedTuple

#: The white space of isspace() in C, which nearly all input functions pass over.
SPACES = " \t\n\v\f\r"


class Refusal(NamedTuple):
    """A message in PostgreSQL's words, and the way out where there is a particular one."""

    message: str
    help: str | None = None


def bad_syntax(type_name: str, text: str, help: str | None = None) -> Refusal:
    """The text doesn't have the type's form."""
    return Refusal(f'invalid input syntax for type {type_name}: "{text}"', help)


def out_of_range(type_name: str, text: str) -> Refusal:
    """It has the form, and is too large or too small."""
    return Refusal(f'value "{text}" is out of range for type {type_name}')
