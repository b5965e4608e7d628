"""A process measured: how long it takes, and how much memory it and its children hold at most."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.004


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds on the clock, seconds of all processors."""

    seconds: float
    processor: float


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Run:
    """Runs a command to its end. A failure is shown and ends the benchmark."""
    before = os.times()
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    after = os.times()
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} in {folder}:\n{done.stdout}{done.stderr}")
    used = after.children_user + after.children_system
    return Run(seconds, used - before.children_user - before.children_system)


def peak_memory(command: Sequence[str], folder: Path, environment: dict[str, str]) -> int:
    """The most that a command and its children together hold at any time, in bytes.

    A page that several of them share counts once (Linux's Pss). Looking takes time, so this is no
    run to be timed.
    """
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        most = 0
        while process.poll() is None:
            most = max(most, sum(map(_share, _family(process.pid))))
            time.sleep(_PAUSE)
    return most


def _family(process: int) -> list[int]:
    """The process and what descends from it."""
    found = [process]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            for task in tasks:
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _share(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
