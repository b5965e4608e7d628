"""Parts of a package that other processes make: of the files whose queries they have analysed, and
its frame.

They plan and print them as if no file handed on anything to others, which is for :mod:`.parts` to
find out. A process sends what was asked of the catalog for each of its parts first, by the part's
digest, and then the texts, both as marshal writes them.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from codegen.postgres.catalog import Question
from codegen.records import dataclass
from codegen.workers import Task

Texts = dict[str, str]


@dataclass(slots=True, eq=False)
class Maker:
    """A process that makes parts, with the names of the queries that it has analysed."""

    queries: frozenset[str]
    task: Task
    asked: dict[bytes, tuple[Question, ...]] | None = None

    def planned(self) -> Mapping[bytes, tuple[Question, ...]]:
        """What was asked for its parts, once they are planned."""
        if self.asked is None:
            content = self.task.next()
            found = content and cast("dict[bytes, tuple[Question, ...]]", marshal.loads(content))
            self.asked = found or {}
        return self.asked

    def printed(self) -> Mapping[bytes, Texts]:
        """The texts of its parts, once they are printed. To be asked for once."""
        content = self.task.next() if self.asked else None
        self.task.end()
        return cast("dict[bytes, Texts]", marshal.loads(content)) if content is not None else {}


@dataclass(frozen=True, slots=True)
class Coming:
    """All parts that other processes make."""

    makers: Sequence[Maker] = ()

    def asked(self, key: bytes, queries: Collection[str]) -> tuple[Question, ...] | None:
        """What was asked for the part with this digest, that of these queries; None if none comes.
        The frame is of no queries."""
        makers = (one for one in self.makers if one.queries.issuperset(queries))
        return next(
            (found for one in makers if (found := one.planned().get(key)) is not None), None
        )

    def texts(self) -> dict[bytes, Texts]:
        """The texts of all parts by their digest."""
        return {key: each for maker in self.makers for key, each in maker.printed().items()}
