"""When PostgreSQL's aggregates, window functions and set-returning functions yield NULL.

As in :mod:`codegen.postgres.never_null`, what is absent may be NULL.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Aggregates that are never NULL, not even over no rows.
COUNTING = _words("count regr_count rank dense_rank percent_rank cume_dist")

#: Aggregates that are NULL over no rows only: they take NULLs in.
COLLECTING = _words(
    """
    array_agg json_agg jsonb_agg json_object_agg jsonb_object_agg json_agg_strict jsonb_agg_strict
    json_object_agg_strict jsonb_object_agg_strict json_object_agg_unique jsonb_object_agg_unique
    json_object_agg_unique_strict jsonb_object_agg_unique_strict
    """
)

#: Aggregates that are NULL where no row had all arguments non-null.
FOLDING = _words(
    """
    any_value avg bit_and bit_or bit_xor bool_and bool_or covar_pop every max min
    mode percentile_cont percentile_disc range_agg range_intersect_agg regr_avgx regr_avgy regr_sxx
    regr_sxy regr_syy stddev_pop string_agg sum var_pop
    """
)

#: Folding aggregates whose later arguments may be NULL.
FIRST_ARGUMENT_COUNTS = frozenset({"string_agg"})

#: Window functions that are never NULL where no argument is.
NUMBERING = _words("row_number rank dense_rank percent_rank cume_dist ntile")

#: Window functions that look at another row of the partition, which need not exist: their third
#: argument is what they yield then.
OFFSET = frozenset({"lag", "lead"})

#: Window functions that are NULL over an empty frame only, or where their argument is.
FRAME_ENDS = frozenset({"first_value", "last_value"})

#: Set-returning functions, and whether each of their columns is never NULL.
SET_RETURNING: dict[str, tuple[bool, ...]] = {
    "generate_series": (True,),
    "generate_subscripts": (True,),
    "json_array_elements": (True,),
    "json_array_elements_text": (False,),
    "json_each": (True, True),
    "json_each_text": (True, False),
    "json_object_keys": (True,),
    "jsonb_array_elements": (True,),
    "jsonb_array_elements_text": (False,),
    "jsonb_each": (True, True),
    "jsonb_each_text": (True, False),
    "jsonb_object_keys": (True,),
    "jsonb_path_query": (True,),
    "jsonb_path_query_tz": (True,),
    "regexp_matches": (True,),
    "regexp_split_to_table": (True,),
    "string_to_table": (True,),
}

#: Set-returning functions that yield the elements of their array argument.
ELEMENTS = frozenset({"unnest"})

#: Signatures of set-returning functions with a last argument that turns values into NULL.
NULLING_ARGUMENT = {"string_to_table": 3}
