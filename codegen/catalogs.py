"""The catalog of a schema: the one that is kept, or one made anew, in a process of its own.

It is kept with the digest of the schema that it was made of. While another process makes it, there
is time for what can be done without it. What comes from there is the same bytes that are kept, so
that only plain data is taken over; whatever is wrong with it, the catalog is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeGuard, cast

from codegen.cache import digests, objects, store
from codegen.config import Config, sources_at
from codegen.diagnostics import Diagnostic, has_errors
from codegen.postgres.builtins.facts import FACTS, FactKey, builtins
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass
from codegen.schema import load, sources_of
from codegen.source import Source
from codegen.workers import Task, begun, processes

if TYPE_CHECKING:
    from codegen.schema.state import State

Loaded = tuple[Catalog, list[Diagnostic]]
#: The stand-in for the catalog where parts of it refer to it. The others are paths of sources, and
#: no path is empty.
_CATALOG = ""
#: A process costs as much as reading so many characters.
WORTH_A_PROCESS = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a package's results are kept: a folder that has a cache, and the package's name there.
    ``written`` says whether this run may write to it."""

    folder: str
    name: str
    written: bool = True


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema's files, what is wrong with them, and how its catalog comes: as what is ``kept``,
    from another process, or by ``load``."""

    sources: list[Source]
    diagnostics: list[Diagnostic]
    place: Place | None
    load: Callable[[Sequence[Source]], Loaded]
    kept: bytes | None
    task: Task | None

    @property
    def is_coming(self) -> bool:
        """Whether there is time until the catalog is there."""
        return self.task is not None and self.task.is_silent()

    def loaded(self) -> Loaded:
        """The catalog, and what is wrong with the schema. To be asked for once."""
        content = self.task.next() if self.task else self.kept
        if content is not None:
            with suppress(*objects.BROKEN):
                return _decoded(self.sources, content)
        found = self.load(self.sources)
        if _is_to_keep(self.place, found):
            with suppress(*objects.BROKEN):
                _keep(self.place, self.sources, _encoded(self.sources, found))
        return found


def schema_at(config: Config, place: Place | None, *, alone: bool = False) -> Schema:
    """The schema of a package, whose catalog another process begins to make if there is none at
    the place, unless it is to be done ``alone``."""
    diagnostics: list[Diagnostic] = []
    sources = sources_at(config, "schema", sources_of, diagnostics)
    aliases, lenient = dict(config.options.type_aliases), config.options.skip_invalid
    loads = partial(_loaded, place, aliases, lenient)
    kept = _kept(place, sources)
    task = None if alone or kept is not None else _begun(place, sources, loads)
    return Schema(sources, diagnostics, place, loads, kept, task)


def _loaded(
    place: Place | None, aliases: Mapping[str, str], lenient: bool, sources: Sequence[Source]
) -> Loaded:
    """The catalog made anew, as far as the schema isn't as it was the last time."""
    if place is None or _size(sources) < WORTH_A_PROCESS:
        return load(sources, aliases, lenient=lenient)
    from codegen.schema.resuming import Past, Position, Resuming

    key, name = digests.digest(digests.of_tool(), repr((aliases, lenient))), f"past-{place.name}"
    kept = store.read(place.folder, name)
    past = None
    if isinstance(kept, tuple) and kept[:1] == (key,):
        _, files, position, state = cast("Any", kept)
        past = Past(files, Position(*position), state)
    resuming = Resuming(past, state_encoded, state_decoded)
    found = load(sources, aliases, lenient=lenient, past=resuming)
    if resuming.now and _is_to_keep(place, found):
        files, position, state = resuming.now
        store.write(place.folder, name, (key, files, tuple(position), state))
    return found


def state_encoded(state: State, sources: Sequence[Source]) -> bytes | None:
    """The state of a schema that is being read, for :func:`state_decoded`; None where that can't be
    written."""
    known = {source.path: source for source in sources}
    stand_ins: Mapping[type, objects.StandIn] = {
        Source: partial(_same_source, known),
        Catalog: lambda other: _CATALOG if other is state.catalog else None,
        # Whoever reads on compares by identity, too: PostgreSQL's own things stay what they are.
        **dict.fromkeys(FACTS, builtins().key_of),
    }
    with suppress(*objects.BROKEN):
        return objects.dumps((state, state.catalog.contents()), stand_ins)
    return None


def state_decoded(content: bytes, sources: Sequence[Source]) -> State | None:
    """The state over these files, which begin as those did; None if it can't be understood."""
    with suppress(*objects.BROKEN):
        catalog, known = _known(sources)
        state, contents = objects.loads(content, partial(_exactly_found, known))
        catalog.restore(contents)
        return cast("State", state)
    return None


def _size(sources: Iterable[Source]) -> int:
    return sum(len(source.text) for source in sources)


def schema_key(sources: Iterable[Source]) -> bytes:
    """The digest of a schema's sources and of codegen itself, which reads them."""
    parts = [part for source in sources for part in (source.path, source.text)]
    return digests.digest(digests.of_tool(), *parts)


def _kept(place: Place | None, sources: Sequence[Source]) -> bytes | None:
    kept = store.read(place.folder, _name(place)) if place else None
    if isinstance(kept, tuple) and kept[:1] == (schema_key(sources),):
        return cast("tuple[bytes, bytes]", kept)[1]
    return None


def _name(place: Place) -> str:
    return f"schema-{place.name}"


def _begun(
    place: Place | None, sources: Sequence[Source], loads: Callable[[Sequence[Source]], Loaded]
) -> Task | None:
    if processes() == 1 or _size(sources) < WORTH_A_PROCESS:
        return None
    # Both processes need these: defaults, checks and views have expressions.
    from codegen.analysis import prepare

    import_module("codegen.schema.statements")
    prepare()
    return begun(partial(_elsewhere, place, sources, loads))


def _elsewhere(
    place: Place | None, sources: Sequence[Source], loads: Callable[[Sequence[Source]], Loaded]
) -> Iterator[bytes]:
    """The catalog as bytes, which are kept already."""
    found = loads(sources)
    content = _encoded(sources, found)
    if _is_to_keep(place, found):
        _keep(place, sources, content)
    yield content


def _is_to_keep(place: Place | None, found: Loaded) -> TypeGuard[Place]:
    return place is not None and place.written and not has_errors(found[1])


def _keep(place: Place, sources: Sequence[Source], content: bytes) -> None:
    store.write(place.folder, _name(place), (schema_key(sources), content))


def _encoded(sources: Sequence[Source], found: Loaded) -> bytes:
    """The catalog and what is told, without the sources. Raises one of BROKEN."""
    catalog, diagnostics = found
    known = {source.path: source for source in sources}
    told = objects.dumps(diagnostics, {Source: partial(_same_source, known)})
    stand_ins: Mapping[type, objects.StandIn] = {
        Source: lambda source: source.path,
        Catalog: lambda other: _CATALOG if other is catalog else None,
    }
    return objects.dumps((catalog.contents(), told), stand_ins)


def _same_source(known: Mapping[str, Source], source: Source) -> str | None:
    """What is told may point into a text that was changed to be read."""
    return source.path if known.get(source.path) == source else None


def _exactly_found(known: Mapping[object, object], id: object) -> object:
    return known[id] if isinstance(id, str) else builtins().fact(cast("FactKey", id))


def _decoded(sources: Sequence[Source], content: bytes) -> Loaded:
    catalog, known = _known(sources)
    contents, told = objects.loads(content, known.__getitem__)
    catalog.restore(contents)
    return catalog, objects.loads(told, known.__getitem__)


def _known(sources: Sequence[Source]) -> tuple[Catalog, dict[object, object]]:
    """A new catalog, and what is behind all stand-ins."""
    catalog = Catalog.builtin()
    known: dict[object, object] = {source.path: source for source in sources}
    return catalog, {**known, _CATALOG: catalog}
