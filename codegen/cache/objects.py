"""Values of codegen's own as bytes, and back.

They are pickled, and read by a reader that can't be made to run anything: whatever the bytes say,
it calls no function, and looks up nothing but codegen's own dataclasses, named tuples and enums,
and classes that say with ``is_plain_data`` that they are as harmless.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, cast

from codegen.stack import with_room

#: What is raised for bytes that can't be understood, and for values that can't become bytes.
BROKEN = (
    pickle.PickleError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    RecursionError,
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
            if isinstance(found, type) and _is_plain(cast("type[object]", found)):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not kept")


def _is_plain(kind: type[object]) -> bool:
    is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
    marked = is_named_tuple or "is_plain_data" in vars(kind)
    return marked or is_dataclass(kind) or issubclass(kind, Enum)


def dumps(value: object, name: Callable[[Any], object]) -> bytes:
    """A value as bytes. ``name`` gives a stand-in for each object in it that is not to be written,
    as the reader will have it anyway, and None for all others."""

    def written() -> bytes:
        file = io.BytesIO()
        _Writer(file, name).dump(value)
        return file.getvalue()

    return with_room(written)


def loads(content: bytes, find: Callable[[Any], object]) -> Any:
    """The value of these bytes. ``find`` gives the object that a stand-in is for.

    Raises one of BROKEN for bytes that :func:`dumps` hasn't written.
    """
    return _Reader(io.BytesIO(content), find).load()
