"""The contestants of the runtime benchmark: one module per library, each as its users write it.

A contestant is a class that is made from a connection string and the generated package. What it
can do is the set of its methods, named after the workloads: ``one_narrow(key)``, ``one_wide(key)``,
``many_narrow(count)``, ``many_wide(count)``, ``insert(values)``, ``batch(rows)``, ``copy(rows)``.
They all return what was read; those of asynchronous libraries are coroutines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

#: The values of an account.
Account: TypeAlias = tuple[int, str, int, datetime]
Accounts: TypeAlias = Sequence[Account]

ONE_NARROW = "SELECT * FROM accounts WHERE id = {}"
ONE_WIDE = "SELECT * FROM orders WHERE id = {}"
MANY_NARROW = "SELECT * FROM accounts ORDER BY id LIMIT {}"
MANY_WIDE = "SELECT * FROM orders ORDER BY id LIMIT {}"
INSERT = "INSERT INTO accounts (id, owner, balance, opened_at) VALUES ({}, {}, {}, {})"
COPY = "COPY accounts (id, owner, balance, opened_at) FROM STDIN"
#: psycopg's COPY in binary needs to be told the types.
COPY_TYPES = ["int8", "text", "int8", "timestamptz"]


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of all workloads, with the placeholders of one library."""

    one_narrow: str
    one_wide: str
    many_narrow: str
    many_wide: str
    insert: str


def statements(*placeholders: str) -> Statements:
    """The statements for a library; an insert takes four parameters, all others the first."""
    return Statements(
        one_narrow=ONE_NARROW.format(*placeholders),
        one_wide=ONE_WIDE.format(*placeholders),
        many_narrow=MANY_NARROW.format(*placeholders),
        many_wide=MANY_WIDE.format(*placeholders),
        insert=INSERT.format(*placeholders),
    )


NUMBERED = statements("$1", "$2", "$3", "$4")
