"""After any edits, what is made out of the cache is what is made without one, to the last byte."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from codegen import catalogs, workers
from codegen.catalogs import Place
from codegen.config import Config
from codegen.diagnostics import Severity
from codegen.pipeline import Package, analyse_project, generate_package
from codegen.schema import resuming
from tests.strength.edits import Project

#: Sequences and edits of each; `python -m tests.strength.test_edits` makes as many as one likes.
_SEQUENCES, _EDITS = 6, 25


@pytest.mark.parametrize("seed", range(_SEQUENCES))
def test_the_cache_is_never_wrong(tmp_path: Path, seed: int) -> None:
    attack(tmp_path, seed, _EDITS)


def test_nor_is_what_other_processes_find_nor_what_is_read_on_from_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogs, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(resuming, "WORTH_KEEPING", 0)
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 2)
    attack(tmp_path, 100, _EDITS)


def attack(folder: Path, seed: int, edits: int) -> int:
    """A random sequence of edits, after each of which both ways are compared; how often there was
    a package."""
    project = Project(folder, Random(seed))
    place = Place(str(folder), "test")
    told = [project.edit() for _ in range(12)]
    packages = 0
    wrong: set[str | None] = set()
    for _ in range(edits):
        mended = wrong and project.dice.random() < 0.8
        told.append(project.mend(wrong) if mended else project.edit())
        config = project.write()
        kept, anew = _with_cache(config, place), _anew(config)
        assert kept == anew, (seed, told)
        wrong = {one.query for one in anew.diagnostics if one.severity is Severity.ERROR}
        packages += not wrong
    return packages


def _with_cache(config: Config, place: Place) -> Package:
    analysis = analyse_project(config, place, trees=False)
    return generate_package(analysis, config.options, place)


def _anew(config: Config) -> Package:
    return generate_package(analyse_project(config), config.options)


if __name__ == "__main__":
    import sys
    import tempfile

    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        with tempfile.TemporaryDirectory() as name:
            print(number, attack(Path(name), number, 60), flush=True)
