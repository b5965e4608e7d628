"""codegen's dataclasses behave as those of the standard library that they stand for."""

from __future__ import annotations

import dataclasses
import pickle
import re
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest

import codegen
from codegen.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    line: int = 1
    seen: list[int] = field(default_factory=list[int], repr=False, compare=False)


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A node."""

    span: Any = None


@dataclass(slots=True, kw_only=True, eq=False)
class Call(Node):
    args: list[Node]


@dataclass(frozen=True, slots=True)
class One:
    value: int


@dataclass(slots=True)
class Counter:
    count: int = 0


class Tally(Counter):
    def __init__(self) -> None:
        super().__init__(7)


@dataclass(slots=True)
class Steps(Counter):
    count: int = 1
    size: int = 2


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert Place("a") == Place(name="a", line=1)
    assert Place("a", 2).line == 2
    assert Call(args=[]).span is None
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Call([])  # type: ignore[call-arg, misc]


def test_a_default_that_is_made_is_made_for_each() -> None:
    assert Place("a").seen is not Place("a").seen


def test_each_class_of_a_family_is_made_its_own_way() -> None:
    assert [Tally().count, Tally().count, Counter().count, Counter(3).count] == [7, 7, 0, 3]
    assert (Steps().count, Steps(3, 4).size) == (1, 4)
    assert [one.name for one in dataclasses.fields(Steps)] == ["count", "size"]


def test_patterns_take_fields_by_place() -> None:
    match Place("a", 2):
        case Place(name, line):
            assert (name, line) == ("a", 2)
        case _:
            raise AssertionError


def test_values_are_compared_by_the_fields_that_count() -> None:
    assert Place("a", 1, [1]) == Place("a", 1, [2])
    assert hash(Place("a", 1, [1])) == hash(Place("a", 1, [2]))
    assert Place("a") != Place("b")
    assert One(1) != (1,)
    assert One(1) == One(1)
    assert hash(One(1)) == hash(One(1))


def test_nodes_are_compared_by_what_they_are() -> None:
    one = Call(args=[])
    assert one == one
    assert one != Call(args=[])
    assert len({one, Call(args=[])}) == 2


def test_what_may_change_has_no_hash() -> None:
    assert Counter() == Counter(0)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counter())


def test_a_copy_differs_in_what_is_given() -> None:
    place = Place("a", 3)
    assert replace(place, name="b") == Place("b", 3)
    assert place.name == "a"
    with pytest.raises(AttributeError):
        replace(place, nothing=1)  # type: ignore[call-arg]


def test_there_are_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Counter().total = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [Place("a", 2), One(3), Counter(4)], ids=repr)
def test_values_survive_as_bytes(value: object) -> None:
    assert pickle.loads(pickle.dumps(value, 5)) == value


def test_the_standard_library_knows_them() -> None:
    assert is_dataclass(Call)
    assert [one.name for one in dataclasses.fields(Call)] == ["span", "args"]
    assert dataclasses.replace(Place("a"), line=5) == Place("a", 5)
    assert repr(Place("a")) == "Place(name='a', line=1)"


def test_codegen_has_no_others() -> None:
    code = Path(codegen.__file__).parent
    others = [
        path.relative_to(code).as_posix()
        for path in code.rglob("*.py")
        if re.search(r"^from dataclasses import .*\b(dataclass|replace)\b", path.read_text(), re.M)
    ]
    assert others == []
