"""docs/types.md has every type, and says what comes out."""

from __future__ import annotations

import re

from codegen.plan.spelling import ModuleNames
from codegen.plan.type_rows import EXTENSION_ROWS, ROWS
from tests.support.cli import ROOT

TEXT = (ROOT / "docs" / "types.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| (`.*`) \| `(.*)` \|$", TEXT, re.MULTILINE)
SHOWN = {
    name: python.replace("\\|", "|")
    for names, python in LINES
    for name in re.findall(r"`(\w+)`", names)
}


def test_every_type_is_there() -> None:
    inferred = {
        name: ModuleNames("@docs").spell(row.annotation)
        for name, row in [
            *ROWS.items(),
            *((name, row) for (_, name), (row, _) in EXTENSION_ROWS.items()),
        ]
    }
    by_text = set(re.findall(r"`(\w+)`", TEXT)) - set(SHOWN)
    assert {name: python for name, python in inferred.items() if name in SHOWN} == SHOWN
    assert {inferred[name] for name in inferred if name not in SHOWN} == {"str"}
    assert [name for name in inferred if name not in SHOWN and name not in by_text] == []
