"""A package in parts, of which those are made again that something has changed for.

A part is what the package has for one query file; beside them there is its frame: the files that it
has whatever its query files are. Parts are texts, kept with the digest of all that they are made
of: the schema, the options, the templates, codegen itself, and the file's queries.

Files share little. What planning one hands on to the files after it (classes that queries name,
codecs that they need) is kept with its part, and the digest of a part is over what was handed on to
it as well. What all of them share in the end decides on how names are spelled in every part: where
that isn't as it was, nothing that is kept is used. A package with a class of all queries, or with
a module that describes them all, is not made in parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, TypeVar, cast

from codegen.cache import digests, findings, objects, store
from codegen.diagnostics import Diagnostic, has_errors
from codegen.plan.codecs import CodecConstant
from codegen.plan.ir import FilePlan
from codegen.plan.named_rows import NamedRow
from codegen.plan.options import Options
from codegen.plan.overrides import foreign_modules
from codegen.plan.planner import Draft, add_file, by_module, draft_of, file_plans, finished
from codegen.postgres.catalog import Catalog
from codegen.records import dataclass, field
from codegen.render.package import render_file, render_frame
from codegen.reuse import Found, Place

Key = TypeVar("Key")
Value = TypeVar("Value")

Texts = dict[str, str]
#: The digest of what a file hands on, that itself as bytes (both empty for nothing), and the texts
#: of the part by their path.
Part = tuple[bytes, bytes, Texts]
#: A file's module, its name, and what is found of its queries.
Module = tuple[str, str, list[Found]]
#: What a file hands on: codecs by the oids of their types, and rows' classes by name.
Handed = tuple[dict[int, CodecConstant], dict[str, NamedRow]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A package as it was made.

    ``base`` is the digest of what all parts are made of, ``shared`` that of all that files hand
    on together with it, ``said`` what is to be told of the schema's classes, as plain data.
    ``frame`` has a digest and texts by path; ``parts`` are by their digest, in the order of files.
    """

    base: bytes
    shared: bytes = b""
    said: tuple[object, ...] = ()
    frame: tuple[bytes, Texts] = (b"", {})
    parts: dict[bytes, Part] = field(default_factory=dict[bytes, Part])


@dataclass(frozen=True, slots=True)
class Made:
    """The texts of a package by their path, and what is to be told of it."""

    files: Texts
    diagnostics: tuple[Diagnostic, ...]


class _Unusable(Exception):
    """What is kept is no help."""


class _Mistake(Exception):
    """Planning finds a mistake."""


@dataclass(slots=True)
class _Work:
    """What is done: the ``draft`` is begun once there is something to plan, and what files hand on
    is ``waiting`` to be put into it. ``said`` is what is to be told of the schema's classes."""

    catalog: Catalog
    options: Options
    draft: Draft | None = None
    waiting: list[bytes] = field(default_factory=list[bytes])
    said: list[Diagnostic] = field(default_factory=list[Diagnostic])


def made(
    found: Sequence[Found], catalog: Catalog, options: Options, place: Place, schema: bytes
) -> Made | None:
    """The package, out of the parts that are kept at a place and of new ones, which are kept then.

    ``schema`` is the digest of the schema and of codegen. None where planning finds a mistake, or
    where the package isn't made in parts. Raises CodegenError for a mistake in a template.
    """
    modules, mistakes = by_module([one for one in found if one.is_right], options)
    if mistakes or options.has_class or options.query_info:
        return None
    base = _base(schema, options)
    kept = _recalled(place, base)
    for known in (kept, Kept(base)):
        work = _Work(catalog, options)
        try:
            now = _made(modules, known, work)
            said = work.said if work.draft else findings.diagnostics(now.said)
        except _Mistake:
            return None
        except (_Unusable, OSError, UnicodeDecodeError):
            continue
        if place.written and now != kept:
            value = (now.base, now.shared, now.said, now.frame, now.parts)
            store.write(place.folder, f"parts-{place.name}", value)
        return Made(_texts(now), tuple(said))
    return None


def _base(schema: bytes, options: Options) -> bytes:
    folder = options.templates
    templates = digests.of_input(f"{folder}/**/*.jinja") if folder else None
    return digests.digest(schema, repr(options), templates or b"")


def _recalled(place: Place, base: bytes) -> Kept:
    found = store.read(place.folder, f"parts-{place.name}")
    if isinstance(found, tuple) and found[:1] == (base,):
        return Kept(*cast("Any", found))
    return Kept(base)


def _texts(kept: Kept) -> Texts:
    found = dict(kept.frame[1])
    for _, _, texts in kept.parts.values():
        found |= texts
    return found


def _made(modules: Sequence[Module], kept: Kept, work: _Work) -> Kept:
    """The package as it is now. Raises _Unusable, _Mistake."""
    parts: dict[bytes, Part] = {}
    unknown: list[bytes] = []
    shared = kept.base
    for module, file, queries in modules:
        key = digests.digest(shared, module, file, *(one.key for one in queries))
        part = kept.parts.get(key)
        if part is None:
            part = _planned(_draft(work), module, file, queries)
            unknown.append(key)
        elif part[1]:
            work.waiting.append(part[1])
        parts[key] = part
        shared = digests.digest(shared, part[0]) if part[0] else shared
    if shared != kept.shared and len(unknown) < len(parts):
        raise _Unusable
    frame = _printed(work, parts, unknown, shared, [file for _, file, _ in modules], kept)
    said = tuple(map(findings.plain, work.said)) if work.draft else kept.said
    return Kept(kept.base, shared, said, frame, parts)


def _printed(
    work: _Work,
    parts: dict[bytes, Part],
    unknown: Sequence[bytes],
    shared: bytes,
    sources: Sequence[str],
    kept: Kept,
) -> tuple[bytes, Texts]:
    """The frame; the unknown parts get their texts."""
    options = work.options
    frame = (digests.digest(shared, *sources), kept.frame[1])
    plans: Sequence[FilePlan] = ()
    if frame[0] != kept.frame[0]:
        plan = finished(_draft(work), sources)
        frame = (frame[0], render_frame(plan, options.templates))
        plans = plan.files
    elif unknown:
        plans = file_plans(_draft(work))
    for key, file in zip(unknown, plans, strict=True):
        texts = render_file(file, foreign_modules(options), options.templates)
        parts[key] = (*parts[key][:2], texts)
    return frame


def _draft(work: _Work) -> Draft:
    """The draft, with all that files so far hand on."""
    if work.draft is None:
        work.draft = draft_of(work.catalog, work.options)
        work.said = list(work.draft.diagnostics)
        if has_errors(work.said):
            raise _Mistake
    for content in work.waiting:
        try:
            codecs, rows = cast("Handed", objects.loads(content, _nothing))
        except objects.BROKEN as caught:
            raise _Unusable from caught
        work.draft.models.types.codecs.update(codecs)
        work.draft.models.rows.update(rows)
    work.waiting.clear()
    return work.draft


def _planned(draft: Draft, module: str, file: str, queries: Sequence[Found]) -> Part:
    """A file's part without its texts, which can't be printed before all files are planned."""
    codecs, rows = draft.models.types.codecs, draft.models.rows
    before = len(codecs), len(rows), len(draft.diagnostics)
    add_file(draft, module, file, [one.query for one in queries if one.query is not None])
    if len(draft.diagnostics) > before[2]:
        raise _Mistake
    handed = (_since(codecs, before[0]), _since(rows, before[1]))
    if not any(handed):
        return b"", b"", {}
    return digests.digest(repr(handed)), objects.dumps(handed, _nothing), {}


def _since(values: dict[Key, Value], number: int) -> dict[Key, Value]:
    """What was added after so many."""
    return dict(islice(values.items(), number, None))


def _nothing(value: object) -> None:
    """Nothing in what is handed on is to be found elsewhere."""
