"""Packages are generated and written, or what is in the way is told."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.cache import runs
from codegen.cache.findings import plain
from codegen.catalogs import Place
from codegen.cli.analysing import packaged
from codegen.cli.configured import Options, Unsaid, configured
from codegen.cli.console import FINDINGS, Console
from codegen.cli.kept_configs import read_kept
from codegen.cli.replay import Call, count
from codegen.config import Config, read_configs, unimportable
from codegen.diagnostics import CodegenError, Diagnostic, has_errors
from codegen.output import Changes, foreign_files, write
from codegen.records import dataclass

if TYPE_CHECKING:
    from codegen.pipeline import Package

_NOTHING = "nothing was written"


@dataclass(frozen=True, slots=True)
class _Job:
    """One package of the configuration, and what becomes of it."""

    config: Config
    package: Package
    queries: int

    @property
    def folder(self) -> Path:
        """Where it goes."""
        return Path(self.config.out or "")


def called(call: Call) -> bool:
    """Does as a plain call of the command says; False, with nothing done, where something is said
    nowhere."""
    config, schema, queries, out = call.question
    options = Options(config=config, schema=schema, queries=queries, out=out)
    try:
        done = generated(options, Console("text", call.quiet), uncached=False)
    except Unsaid:
        return False
    if not done:
        sys.exit(FINDINGS)
    return True


def generated(options: Options, console: Console, uncached: bool) -> bool:
    """Whether the package could be written; what can be said of it is said. Raises Unsaid."""
    told = False
    try:
        read = read_configs if uncached else read_kept
        configs = configured(options, needs_out=True, read=read)
        inputs = runs.inputs_of(_inputs(options, configs))
        jobs = [_job(one, None if uncached else options.place(one), console) for one in configs]
        diagnostics = _diagnostics(jobs)
        console.tell(diagnostics, _NOTHING)
        told = True
        if has_errors(diagnostics):
            return False
        for job in jobs:
            console.say(_told(job, _written(job)))
        if not uncached:
            packages = [(str(job.folder), job.queries, job.package.files or {}) for job in jobs]
            runs.remember(options.question(), inputs, packages, map(plain, diagnostics))
    except CodegenError as caught:
        # The object for programs may be out already, and there can't be a second one.
        teller = Console() if told and console.form != "text" else console
        teller.tell([caught.diagnostic], _NOTHING)
        return False
    return True


def generated_again(options: Options, console: Console, uncached: bool) -> None:
    """Generates now and whenever an input changes, until the user interrupts."""
    from codegen.cli.watch import watch

    def run() -> list[str]:
        console.wipe()
        generated(options, console, uncached)
        try:
            return list(_inputs(options, configured(options, needs_out=True)))
        except CodegenError:
            found = options.question().config
            return [found] if found else [*options.schema, *options.queries]

    watch(run, lambda: console.say("Watching for changes; Ctrl-C ends."))


def _inputs(options: Options, configs: Sequence[Config]) -> Iterator[str]:
    """All paths that the result depends on."""
    found = options.question().config
    if found is not None:
        yield found
    for config in configs:
        yield from (*config.schema, *config.queries)
        if config.options.templates is not None:
            yield f"{config.options.templates}/**/*.jinja"


def _job(config: Config, place: Place | None, console: Console) -> _Job:
    return _Job(config, *packaged(config, console, place))


def _written(job: _Job) -> Changes:
    try:
        return write(job.folder, job.package.files or {})
    except CodegenError as caught:
        raise CodegenError(_at_out(job, caught.diagnostic)) from caught


def _at_out(job: _Job, diagnostic: Diagnostic) -> Diagnostic:
    return job.config.pointed(diagnostic, "out", job.config.out)


def _diagnostics(jobs: list[_Job]) -> list[Diagnostic]:
    """All that is wrong, each once: packages may share a schema."""
    found: list[Diagnostic] = []
    for job in jobs:
        found += job.package.diagnostics
        foreign = foreign_files(job.folder, job.package.files or {})
        found += [_at_out(job, one) for one in foreign]
    if not has_errors(found):
        found += [one for job in jobs if (one := unimportable(job.config))]
    return list(dict.fromkeys(found))


def _told(job: _Job, changes: Changes) -> str:
    counted = count(job.queries)
    if not changes.written and not changes.removed:
        return f"{job.folder}: up to date ({counted})"
    parts = [f"{len(changes.written)} written"]
    if changes.removed:
        parts.append(f"{len(changes.removed)} removed ({', '.join(changes.removed)})")
    return f"{job.folder}: {', '.join(parts)} ({counted})"
