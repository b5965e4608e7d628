"""Whole runs: where all inputs and all outputs are as a run left them, there is nothing to do.

All contents are compared by their digests at each run, the outputs' too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from codegen.cache import digests, store


class Question(NamedTuple):
    """What a run was asked to do. ``home`` is the folder whose cache is used: the configuration's,
    or the working directory. Of several questions about one folder each has a file of its own."""

    config: str | None
    schema: tuple[str, ...]
    queries: tuple[str, ...]
    out: str | None

    @property
    def home(self) -> str:
        """The folder whose cache is used."""
        return os.path.dirname(self.config or "")

    def name(self) -> str:
        """The file of this question."""
        asked = repr((os.getcwd(), *self))
        return f"run-{digests.digest(asked).hex()}"


class Answer(NamedTuple):
    """What a run found: what it says of each package, and diagnostics as plain data.

    ``inputs`` are digests by path, ``outputs`` the same for each folder with generated files, and
    ``folders`` what else is in those folders.
    """

    tool: bytes
    inputs: dict[str, bytes | None]
    outputs: dict[str, bytes | None]
    folders: dict[str, tuple[str, ...]]
    packages: tuple[tuple[str, int], ...]
    diagnostics: tuple[object, ...]


def inputs_of(paths: Iterable[str]) -> dict[str, bytes | None]:
    """The digests of all inputs, as they are now."""
    return {path: digests.of_input(path) for path in paths}


def recalled(question: Question) -> Answer | None:
    """What the last run of this question found, if nothing has changed since."""
    found = store.read(question.home, question.name())
    if not isinstance(found, tuple) or len(cast("tuple[object, ...]", found)) != len(
        Answer._fields
    ):
        return None
    answer = Answer(*cast("tuple[object, ...]", found))  # type: ignore[arg-type]
    return answer if _holds(answer) else None


def _holds(answer: Answer) -> bool:
    return (
        answer.tool == digests.of_tool()
        and all(digests.of_input(path) == one for path, one in answer.inputs.items())
        and all(digests.of_output(path) == one for path, one in answer.outputs.items())
        and all(_names(path) == names for path, names in answer.folders.items())
    )


def remember(
    question: Question,
    inputs: dict[str, bytes | None],
    packages: Sequence[tuple[str, int, Mapping[str, str]]],
    diagnostics: Iterable[object],
) -> None:
    """Keeps what a run found that wrote, or found up to date, all files of its packages.

    ``inputs`` are their digests before the run; of each of the ``packages`` there is the output
    folder, the number of queries and the texts of the files by path. Nothing is kept where the
    inputs have changed meanwhile.
    """
    if None in inputs.values() or inputs != inputs_of(inputs):
        return
    outputs: dict[str, bytes | None] = {
        os.path.join(out, path): digests.digest(text)
        for out, _, files in packages
        for path, text in files.items()
    }
    answer = Answer(
        tool=digests.of_tool(),
        inputs=inputs,
        outputs=outputs,
        folders={folder: _names(folder) for folder in dict.fromkeys(map(os.path.dirname, outputs))},
        packages=tuple((out, count) for out, count, _ in packages),
        diagnostics=tuple(diagnostics),
    )
    store.write(question.home, question.name(), tuple(answer))


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(name for name in os.listdir(folder) if name != "__pycache__"))
    except OSError:
        return ()
