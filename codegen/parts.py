"""The package in parts, so that after an edit only the parts that it bears on are made again.

A *part* is what the package has for one query file. The *frame* is all the rest: the files that a
package has whatever its query files are. Both are kept as texts, with a digest of what they were
made of: the options, the templates, codegen itself, the file's queries, and what is decided about
the classes of all tables. A part is also kept with what the catalog was asked to make it: over
another schema it still holds where the answers are as before (:mod:`codegen.questions`).

Query files are nearly independent of each other, but not quite. Planning one may *hand on*
something to those after it: classes that its queries name, codecs that they need. So

* what a file hands on is kept with its part, and the digest of each part covers all that was handed
  on before it;
* all that is handed on, taken together, decides how names are spelled in every part. If that isn't
  as it was, no kept part is used.

A package with a class of all queries, or with a module that describes them all, is never made in
parts.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import islice
from typing import Any, TypeVar, cast

from codegen.analysis.nodes import AnalysedQuery
from codegen.cache import digests, findings, objects, store
from codegen.catalogs import Place
from codegen.coming import Coming, Texts
from codegen.diagnostics import Diagnostic, has_errors
from codegen.plan.codecs import CodecConstant
from codegen.plan.ir import FilePlan
from codegen.plan.named_rows import ROW, NamedRow
from codegen.plan.options import Options
from codegen.plan.overrides import foreign_modules
from codegen.plan.planner import Draft, Located, add_file, by_module, draft_of, file_plans, finished
from codegen.postgres.catalog import EVERYTHING, RELATION, Question
from codegen.questions import Answers
from codegen.records import dataclass, field
from codegen.render.compiled import Compiled
from codegen.render.package import render_file, render_frame
from codegen.reuse import Found

Key = TypeVar("Key")
Value = TypeVar("Value")

_NOTHING_COMES = Coming()
#: The digest of what the file hands on and that itself, encoded (both empty if it is nothing); the
#: texts by their path; and what the catalog was asked for the part.
Part = tuple[bytes, bytes, Texts, tuple[Question, ...]]
#: A file's module, its name, and what is found of its queries.
Module = tuple[str, str, list[Found]]
#: What a file hands on: codecs by the oids of their types, and rows' classes by name.
Handed = tuple[dict[int, CodecConstant], dict[str, NamedRow]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A package as it is kept.

    ``schema`` is the digest of all that the package is made of but the queries. ``base`` is the
    digest of what every part depends on: of the schema, that is only what is decided about the
    tables' classes. ``shared`` is the digest of ``base`` and all that files hand on. ``said`` are
    the diagnostics about the tables' classes, as plain data. ``frame`` has its digest and its texts
    by path. ``parts`` are by their digests, in the order of files, and ``answers`` are those to all
    questions that were asked for them.
    """

    schema: bytes
    base: bytes
    shared: bytes = b""
    said: tuple[object, ...] = ()
    frame: tuple[bytes, Texts] = (b"", {})
    parts: dict[bytes, Part] = field(default_factory=dict[bytes, Part])
    answers: dict[Question, bytes] = field(default_factory=dict[Question, bytes])


@dataclass(frozen=True, slots=True)
class Made:
    """The texts of a package by their path, and the diagnostics of planning it."""

    files: Texts
    diagnostics: tuple[Diagnostic, ...]


class _Unusable(Exception):
    """What is kept can't be used, and the package has to be made without it."""


class _Mistake(Exception):
    """Planning finds a mistake: making the whole package at once will find it again and tell it."""


@dataclass(slots=True)
class _Work:
    """The state of making a package. The ``draft`` is begun when there is something to plan; until
    then, what the kept parts hand on is ``waiting`` to be put into it. ``said`` are the diagnostics
    about the tables' classes."""

    answers: Answers
    options: Options
    compiled: Compiled
    coming: Coming = _NOTHING_COMES
    draft: Draft | None = None
    waiting: list[bytes] = field(default_factory=list[bytes])
    said: list[Diagnostic] = field(default_factory=list[Diagnostic])


def made(
    found: Sequence[Found],
    answers: Answers,
    options: Options,
    place: Place,
    coming: Coming = _NOTHING_COMES,
) -> Made | None:
    """The package: kept parts where they still hold, new ones otherwise, some of which may be
    ``coming``; the result is kept.

    None where planning finds a mistake, or where the package isn't made in parts: then it has to
    be made at once. Raises CodegenError for a mistake in a template.
    """
    modules, mistakes = by_module([one for one in found if one.is_right], options)
    if mistakes or not _has_parts(options):
        return None
    stored = store.read(place.folder, f"parts-{place.name}")
    compiled = Compiled()
    for usable, others in ((stored, coming), (None, _NOTHING_COMES)):
        work = _Work(answers, options, compiled, others)
        try:
            now = _made(modules, _recalled(usable, work), work)
            said = work.said if work.draft else findings.diagnostics(now.said)
        except _Mistake:
            return None
        except (_Unusable, OSError, UnicodeDecodeError):
            continue
        value = tuple(getattr(now, one.name) for one in fields(now))
        if place.written and value != stored:
            store.write(place.folder, f"parts-{place.name}", value)
            compiled.keep()
        return Made(_texts(now), tuple(said))
    return None


def made_ahead(
    found: Sequence[Found], sources: Sequence[str] | None, answers: Answers, options: Options
) -> Iterator[bytes]:
    """What another process sends of the parts of whole files, as :class:`Coming` takes it: if none
    of them hands on anything. With the names of all ``sources``, the frame as well."""
    modules, _ = by_module([one for one in found if one.is_right], options)
    if not _has_parts(options):
        return
    work = _Work(answers, options, Compiled())
    base, draft = _base_digest(work), _draft(work)
    planned = {_key(base, *module): _planned(draft, *module) for module in modules}
    if any(mark for mark, *_ in planned.values()):
        return
    asked = {key: part[3] for key, part in planned.items()}
    frame = None if sources is None else _frame_key(_schema_digest(work), base, sources)
    yield marshal.dumps(asked if frame is None else {**asked, frame: ()})
    yield marshal.dumps(_printed(work, list(planned), frame, sources or ()))


def sources_of(queries: Sequence[Located], options: Options) -> list[str]:
    """The names of the files of these queries, as the frame has them."""
    return [file for _, file, _ in by_module(queries, options)[0]]


def _has_parts(options: Options) -> bool:
    return not (options.has_class or options.query_info)


def _recalled(stored: object, work: _Work) -> Kept:
    """What still holds of a stored package. Raises _Mistake."""
    schema = _schema_digest(work)
    kept = Kept(schema, b"")
    if isinstance(stored, tuple) and len(cast("tuple[object, ...]", stored)) == len(fields(Kept)):
        kept = Kept(*cast("Any", stored))
        if kept.schema == schema:
            work.answers.known.update(kept.answers)
            return kept
    base = _base_digest(work)
    if kept.base != base:
        return Kept(schema, base)
    changed = work.answers.changed(kept.answers)
    parts = {key: part for key, part in kept.parts.items() if changed.isdisjoint(part[3])}
    return Kept(schema, base, kept.shared, parts=parts)


def _schema_digest(work: _Work) -> bytes:
    return digests.digest(work.answers.schema, *_looks(work.options))


def _base_digest(work: _Work) -> bytes:
    decisions = repr(_draft(work).models.decisions())
    tool, general = digests.of_tool(), work.answers.general
    return digests.digest(tool, general, decisions, *_looks(work.options))


def _looks(options: Options) -> tuple[str, bytes]:
    """What decides how the package looks: the options, and the digest of the user's templates."""
    folder = options.templates
    templates = digests.of_input(f"{folder}/**/*.jinja") if folder else None
    return repr(options), templates or b""


def _texts(kept: Kept) -> Texts:
    found = dict(kept.frame[1])
    for _, _, texts, _ in kept.parts.values():
        found |= texts
    return found


def _made(modules: Sequence[Module], kept: Kept, work: _Work) -> Kept:
    """The whole package, with those parts planned and printed that ``kept`` doesn't have. Raises
    _Unusable, _Mistake."""
    parts: dict[bytes, Part] = {}
    unknown: list[bytes] = []
    promised: list[bytes] = []
    shared = kept.base
    for module, file, queries in modules:
        key = _key(shared, module, file, queries)
        part = kept.parts.get(key)
        asked = work.coming.asked(key, {one.name for one in queries}) if part is None else None
        if asked is not None:
            part = (b"", b"", Texts(), asked)
            promised.append(key)
        elif part is None:
            part = _planned(_draft(work), module, file, queries)
            unknown.append(key)
        elif part[1]:
            work.waiting.append(part[1])
        parts[key] = part
        shared = digests.digest(shared, part[0]) if part[0] else shared
    if shared != kept.shared and len(unknown) + len(promised) < len(parts):
        raise _Unusable
    if shared != kept.base and promised:
        raise _Unusable
    sources = [file for _, file, _ in modules]
    frame = _frame_key(kept.schema, shared, sources)
    texts: dict[bytes, Texts] = {kept.frame[0]: kept.frame[1]}
    if frame not in texts and work.coming.asked(frame, ()) is not None:
        promised.append(frame)
    anew = None if frame in texts or frame in promised else frame
    texts |= _printed(work, unknown, anew, sources)
    texts |= work.coming.texts() if promised else {}
    if not texts.keys() >= set(promised):
        raise _Unusable
    parts = {
        key: (mark, handed, texts.get(key, before), asked)
        for key, (mark, handed, before, asked) in parts.items()
    }
    said = tuple(map(findings.plain, work.said)) if work.draft else kept.said
    known = work.answers.of_all({asked for part in parts.values() for asked in part[3]})
    return Kept(kept.schema, kept.base, shared, said, (frame, texts[frame]), parts, known)


def _key(shared: bytes, module: str, file: str, queries: Sequence[Found]) -> bytes:
    return digests.digest(shared, module, file, *(one.key for one in queries))


def _frame_key(schema: bytes, shared: bytes, sources: Sequence[str]) -> bytes:
    return digests.digest(schema, shared, *sources)


def _printed(
    work: _Work, parts: Sequence[bytes], frame: bytes | None, sources: Sequence[str]
) -> dict[bytes, Texts]:
    """The texts of all parts that are planned, and those of the frame if it is to be printed, by
    their digests; ``sources`` are the names of all query files."""
    templates, compiled = work.options.templates, work.compiled
    found: dict[bytes, Texts] = {}
    files: Sequence[FilePlan] = ()
    if frame is not None:
        plan = finished(_draft(work), sources)
        found[frame] = render_frame(plan, templates, compiled)
        files = plan.files
    elif parts:
        files = file_plans(_draft(work))
    foreign = foreign_modules(work.options)
    for key, file in zip(parts, files, strict=True):
        found[key] = render_file(file, foreign, templates, compiled)
    return found


def _draft(work: _Work) -> Draft:
    """The draft, with all that the files before have handed on."""
    if work.draft is None:
        work.draft = draft_of(work.answers.catalog, work.options)
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
    analysed = [one.query for one in queries if one.query is not None]
    _, asked = draft.catalog.recorded(lambda: add_file(draft, module, file, analysed))
    if len(draft.diagnostics) > before[2]:
        raise _Mistake
    asked |= _asked_before(draft, queries, analysed)
    handed = (_since(codecs, before[0]), _since(rows, before[1]))
    if not any(handed):
        return b"", b"", {}, tuple(asked)
    return digests.digest(repr(handed)), objects.dumps(handed), {}, tuple(asked)


def _asked_before(
    draft: Draft, queries: Sequence[Found], analysed: Sequence[AnalysedQuery]
) -> set[Question]:
    """What the catalog was asked before planning: to analyse the queries, and to make the classes
    of the tables that they read."""
    asked = {question for one in queries for question in one.asked}
    relations = [one.relation for query in analysed for one in query.columns]
    for key in {(one.schema, one.name) for one in relations if one is not None}:
        model = draft.models.tables.get(key)
        asked |= model.asked if model else {(RELATION, *key)}
    if any(option.name == ROW for query in analysed for option in query.options):
        # The user gives the row's class a name, which that of any table may have as well.
        asked.add(EVERYTHING)
    return asked


def _since(values: dict[Key, Value], number: int) -> dict[Key, Value]:
    """The entries that were added after the first ``number``."""
    return dict(islice(values.items(), number, None))


def _nothing(value: object) -> None:
    """The stand-in that :mod:`codegen.cache.objects` asks for: what is handed on needs none."""
