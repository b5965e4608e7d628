"""Values of codegen's own as bytes, and back.

What is read may only consist of plain data and of codegen's dataclasses and enums: no other class
is ever looked up, and no function called, whatever the bytes say.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

from codegen.stack import with_room

#: What goes with bytes that can't be understood.
BROKEN = (
    pickle.PickleError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, name: Callable[[Any], object]) -> None:
        super().__init__(file, 5)
        self.name = name

    def persistent_id(self, obj: Any) -> object:
        return self.name(obj)


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, find: Callable[[Any], object]) -> None:
        super().__init__(file)
        self.find = find

    def persistent_load(self, pid: Any) -> object:
        return self.find(pid)

    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name.startswith("codegen.") and "." not in global_name:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not kept")


def dumps(value: object, name: Callable[[Any], object]) -> bytes:
    """A value as bytes. ``name`` gives a stand-in for what is not to be kept but found again, and
    None for all else."""

    def written() -> bytes:
        file = io.BytesIO()
        _Writer(file, name).dump(value)
        return file.getvalue()

    return with_room(written)


def loads(content: bytes, find: Callable[[Any], object]) -> Any:
    """The value of these bytes. ``find`` gives what stands behind a stand-in.

    Raises one of BROKEN for bytes that are none of a value.
    """
    return _Reader(io.BytesIO(content), find).load()
