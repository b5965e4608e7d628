"""Options taken over from a sqlc.yaml, without the renames and overrides that name nothing there
is."""

from __future__ import annotations

from codegen.plan.options import Options
from codegen.plan.overrides import overrides_of
from codegen.plan.renames import renames_of
from codegen.postgres.catalog import Catalog
from codegen.records import replace


def applicable(options: Options, catalog: Catalog) -> Options:
    """The options with only those renames and overrides that name something of the schema."""
    strict = replace(
        options,
        rename=tuple(replace(one, required=True) for one in options.rename),
        overrides=tuple(replace(one, required=True) for one in options.overrides),
    )
    return replace(
        options,
        rename=tuple(
            one
            for one in strict.rename
            if not renames_of(replace(strict, rename=(one,)), catalog)[1]
        ),
        overrides=tuple(
            one
            for one in strict.overrides
            if not overrides_of(replace(strict, overrides=(one,)), catalog)[1]
        ),
    )
