"""Whether a finding still holds when the schema has changed.

While a query is analysed, the catalog notes what it is asked: about a type, or a relation. What was
found over one schema holds over another where all these questions have the same answers, and where
what it depends on without asking (:meth:`Catalog.general`) is the same.

Answers are compared by digests. The digest of an answer covers all that can be reached from it
without another question: that of a view covers the relations in its query. Places in the schema's
sources are left out, since no finding depends on them.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from codegen.cache.digests import digest
from codegen.postgres.catalog import EVERYTHING, RELATION, Catalog, Question, Relation
from codegen.records import dataclass, field
from codegen.source import Source
from codegen.stack import with_room

#: Fields that say where something stands.
_PLACES = frozenset({"span"})


@dataclass(slots=True)
class Answers:
    """Digests of what a catalog answers, each computed when it is first wanted.

    ``known`` are those that there are so far, by question. ``schema`` is the digest of the whole
    schema.
    """

    catalog: Catalog
    schema: bytes
    known: dict[Question, bytes] = field(default_factory=dict[Question, bytes])
    _general: bytes = b""
    _relations: dict[int, tuple[Relation, bytes]] = field(
        default_factory=dict[int, tuple[Relation, bytes]]
    )

    def to(self, question: Question) -> bytes:
        """The digest of the answer to a question."""
        found = self.known.get(question)
        if found is None:
            found = self.known[question] = self._to(question)
        return found

    def of_all(self, questions: Iterable[Question]) -> dict[Question, bytes]:
        """The answers to some questions."""
        return {question: self.to(question) for question in questions}

    def changed(self, others: Mapping[Question, bytes]) -> set[Question]:
        """The questions whose answers are not those in ``others``."""
        return {question for question, answer in others.items() if self.to(question) != answer}

    @property
    def general(self) -> bytes:
        """The digest of what findings depend on without asking for it."""
        if not self._general:
            self._general = self._digest(self.catalog.general())
        return self._general

    def _to(self, question: Question) -> bytes:
        if question == EVERYTHING:
            return self.schema
        if isinstance(question, int):
            return self._digest(self.catalog.type_if_any(question))
        kind, schema, name = question
        if kind == RELATION:
            relation = self.catalog.relation(schema, name)
            return self.of(relation) if relation else b""
        return self._digest(self.catalog.find_type(schema, name))

    def of(self, relation: Relation) -> bytes:
        """The digest of a relation; it may also be one as it was before an ALTER TABLE, which the
        query of a view may still refer to."""
        # Keeping the relation itself sees to it that no other one gets the same id.
        known = self._relations.get(id(relation))
        if known is None:
            known = self._relations[id(relation)] = (relation, self._digest(relation))
        return known[1]

    def _digest(self, value: object) -> bytes:
        def written() -> bytes:
            file = io.BytesIO()
            _Writer(file, value, self.of).dump(value)
            return file.getvalue()

        return digest(with_room(written))


class _Writer(pickle.Pickler):
    """Writes equal values as equal bytes, without places; nothing reads them."""

    def __init__(
        self, file: io.BytesIO, whole: object, digested: Callable[[Relation], bytes]
    ) -> None:
        super().__init__(file, 5)
        self.whole = whole
        self.digested = digested
        self.texts: dict[str, str] = {}

    def persistent_id(self, obj: Any) -> object:
        kind: type[object] = obj.__class__
        if kind is str:
            # Pickle writes an object once and refers to it afterwards; whether two equal texts are
            # one object is a matter of chance.
            return self.texts.setdefault(obj, obj)
        if kind in _AS_THEY_ARE:
            return None
        if kind is frozenset or kind is set:
            return sorted(obj)
        if kind is Relation:
            return None if obj is self.whole else self.digested(obj)
        if hasattr(kind, "content"):
            # A table's CHECKs are analysed when they are first looked at, and ask their questions
            # then.
            return obj.content
        if kind is Source or kind is Catalog:
            raise TypeError(obj)
        _AS_THEY_ARE.add(kind)
        return None

    def reducer_override(self, obj: Any) -> Any:
        values = _VALUES[type(obj)]
        return NotImplemented if values is None else (_made, (type(obj),), values(obj))


#: Classes whose objects are seen often and are nothing special.
_AS_THEY_ARE: set[type[object]] = set()


class _Values(dict[Any, Callable[[Any], object] | None]):
    """What gets the fields of a class that are written, None for what is no dataclass."""

    def __missing__(self, kind: Any) -> Callable[[Any], object] | None:
        names = [one.name for one in fields(kind)] if is_dataclass(kind) else []
        names = [name for name in names if name not in _PLACES]
        self[kind] = attrgetter(*names) if names else None
        return self[kind]


_VALUES = _Values()


def _made(kind: type[object]) -> object:
    raise NotImplementedError(kind)
