"""Values of codegen's own as bytes, and back.

They are pickled, and read by a reader that can't be made to run anything: whatever the bytes say,
it calls no function, and looks up nothing but codegen's own dataclasses, named tuples and enums,
and classes that say with ``is_plain_data`` that they are as harmless.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, cast

from codegen.stack import with_room

#: Gives the stand-in for an object: plain data, or None if there is none for it.
StandIn = Callable[[Any], object]
_NONE: Mapping[type, StandIn] = {}
_FORMAT = 5
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


def _found_again(id: object) -> object:
    """What is written for an object that the reader will have anyway; the reader has a function of
    its own in the place of this one."""
    raise NotImplementedError(id)


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, find: Callable[[Any], object]) -> None:
        super().__init__(file)
        self.find = find

    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) == (__name__, _found_again.__name__):
            return self.find
        if module_name.startswith("codegen.") and "." not in global_name:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and _is_plain(cast("type[object]", found)):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not kept")


def _is_plain(kind: type[object]) -> bool:
    if is_dataclass(kind) or "is_plain_data" in vars(kind) or issubclass(kind, Enum):
        return True
    return "_fields" in vars(kind) and issubclass(kind, tuple)


def dumps(value: object, stand_ins: Mapping[type, StandIn] = _NONE) -> bytes:
    """A value as bytes. The ``stand_ins`` are for objects in it that are not to be written, as the
    reader will have them anyway: by their class, what gives one, or None for another object."""

    def reduced(found: object) -> Any:
        stand_in = stand_ins[type(found)](found)
        return found.__reduce_ex__(_FORMAT) if stand_in is None else (_found_again, (stand_in,))

    def written() -> bytes:
        file = io.BytesIO()
        pickler = pickle.Pickler(file, _FORMAT)
        # Far faster than a persistent_id, which is asked for every object.
        pickler.dispatch_table = dict.fromkeys(stand_ins, reduced)
        pickler.dump(value)
        return file.getvalue()

    return with_room(written)


def loads(content: bytes, find: Callable[[Any], object]) -> Any:
    """The value of these bytes. ``find`` gives the object that a stand-in is for.

    Raises one of BROKEN for bytes that :func:`dumps` hasn't written.
    """
    return _Reader(io.BytesIO(content), find).load()
