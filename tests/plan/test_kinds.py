"""Every kind of class takes every attribute that a column can become."""

from __future__ import annotations

import keyword

import pydantic
import pytest

from codegen.plan.kinds import KINDS
from codegen.plan.options import MODEL_KINDS


def test_every_kind_is_an_option() -> None:
    assert tuple(KINDS) == MODEL_KINDS


def test_no_attribute_hides_what_pydantic_needs() -> None:
    own = {*dir(pydantic.BaseModel), *dir(type(pydantic.BaseModel))}
    assert {name for name in own if not name.startswith("_")} <= KINDS["pydantic"].reserved


def test_named_tuples_have_methods() -> None:
    own = {name for name in dir(tuple) if not name.startswith("_")}
    assert own == KINDS["namedtuple"].reserved


@pytest.mark.parametrize("kind", MODEL_KINDS)
def test_reserved_names_get_an_underscore(kind: str) -> None:
    for name in KINDS[kind].reserved:
        changed = KINDS[kind].attribute(name)
        assert changed == f"{name}_" and not keyword.iskeyword(changed)
    assert KINDS[kind].attribute("title") == "title"
