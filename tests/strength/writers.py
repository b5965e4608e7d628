"""Processes that write packages and are killed, starved or crossed: run as a program of its own.

A process that forks must have no threads, which a test runner's may have. Prints ``ok`` and what
was seen, or what broke.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from codegen.diagnostics import CodegenError
from codegen.output import write
from codegen.render.marks import MARK

Files = dict[str, str]


def package(number: int) -> Files:
    """A package of some files, all of which say its number; the names differ with it, too."""
    names = ["__init__.py", "models.py", "queries.py", "aio/__init__.py", f"only_{number}.py"]
    return dict.fromkeys(names, f"{MARK}\nnumber = {number}\n" * 40)


def tree(folder: Path) -> Files:
    """The text of every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def forked(work: Callable[[], None]) -> int:
    """The process id of a child that does the work; it exits with 1 where that raises."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def die_at(call: int) -> None:
    """Kills this process at its n-th call of a function from now on."""
    left = call

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


def calls_of(work: Callable[[], object]) -> int:
    """How many times functions are called and left in the work."""
    count = 0

    def add(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(add)
    work()
    sys.setprofile(None)
    return count


def kills(out: Path, count: int, seed: int) -> str:
    """Kills writers at random calls; after each, the folder is one of the packages, whole."""
    numbers = random.Random(seed)
    packages = [package(0), package(1)]
    mine = {"mine.py": "not codegen's\n"}
    out.mkdir(parents=True)
    (out / "mine.py").write_text(mine["mine.py"])
    write(out, packages[1])
    calls = calls_of(lambda: write(out, packages[0]))
    seen: Counter[str] = Counter()
    for _ in range(count):
        before = tree(out)
        target = packages[1] if "only_0.py" in before else packages[0]

        def work(target: Files = target, call: int = numbers.randint(1, calls)) -> None:
            die_at(call)
            write(out, target)

        _, status = os.waitpid(forked(work), 0)
        after = tree(out)
        if after not in ({**packages[0], **mine}, {**packages[1], **mine}):
            return f"a mixed package: {sorted(after)}"
        killed = os.WIFSIGNALED(status)
        seen[f"{'killed' if killed else 'done'}-{'old' if after == before else 'new'}"] += 1
    write(out, package(2))
    if left := [path.name for path in out.parent.iterdir() if path != out]:
        return f"left behind: {left}"
    return f"ok {dict(sorted(seen.items()))}"


def crossing(out: Path, count: int) -> str:
    """Several writers at once, each with a package of its own, again and again."""
    packages = [package(number) for number in range(4)]

    def work(files: Files) -> None:
        for _ in range(count):
            write(out, files)

    children = [forked(lambda files=files: work(files)) for files in packages]  # type: ignore[misc]
    codes = [os.waitpid(child, 0)[1] for child in children]
    return "ok" if not any(codes) and tree(out) in packages else f"{codes} {sorted(tree(out))}"


def starved(out: Path) -> str:
    """A writer on a disk that is full, and one that may not write."""
    write(out, package(0))

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))

    def forbidden() -> None:
        os.chmod(out, 0o555)  # noqa: PTH101
        os.chmod(out.parent, 0o555)  # noqa: PTH101
        if os.getuid() == 0:
            os.setuid(65534)

    for limit in (full, forbidden):

        def work(limit: Callable[[], None] = limit) -> None:
            limit()
            try:
                write(out, package(1))
            except CodegenError as caught:
                assert caught.diagnostic.code == "file-unwritable"
                return
            raise AssertionError("written")

        _, status = os.waitpid(forked(work), 0)
        if status:
            return f"{limit.__name__}: {status}"
        if tree(out) != package(0) or len(list(out.parent.iterdir())) != 1:
            return f"{limit.__name__}: {sorted(tree(out.parent))}"
    return "ok"


if __name__ == "__main__":
    what, folder, *numbers = sys.argv[1:]
    work = {"kills": kills, "crossing": crossing, "starved": starved}[what]
    print(work(Path(folder) / "some" / "package", *map(int, numbers)))  # type: ignore[operator]
