"""What of PostgreSQL's built-in functions never yields NULL on non-null arguments.

Strictness says when a function *must* yield NULL; nothing in the catalog says when it can't.
So these tables are curated, and ``tests/nullability/attack_never_null.py`` attacks every entry with
random non-null arguments on a real server. **What is absent may be NULL**: among the absent
are ``array_length`` (of an empty array), ``lower`` and ``upper`` of a range, ``->`` and ``->>``,
``substring(text, pattern)``, ``scale`` of NaN, ``extract`` from an infinite timestamp,
``to_char`` of one, a ``jsonb`` null cast to a number, and the ``to_reg*`` family.

Operators are found by the function that implements them.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


#: The comparisons of the built-in types.
COMPARISONS = _words(
    """
    array_eq array_ge array_gt array_le array_lt array_ne biteq bitge bitgt bitle bitlt bitne
    booleq boolge boolgt boolle boollt boolne box_eq box_ge box_gt box_le box_lt
    bpchar_pattern_ge bpchar_pattern_gt bpchar_pattern_le bpchar_pattern_lt bpchareq bpcharge
    bpchargt bpcharle bpcharlt bpcharne byteaeq byteage byteagt byteale bytealt byteane cash_eq
    cash_ge cash_gt cash_le cash_lt cash_ne chareq charge chargt charle charlt charne cideq
    circle_eq circle_ge circle_gt circle_le circle_left circle_lt circle_ne date_eq
    date_eq_timestamp date_eq_timestamptz date_ge date_ge_timestamp date_ge_timestamptz date_gt
    date_gt_timestamp date_gt_timestamptz date_le date_le_timestamp date_le_timestamptz date_lt
    date_lt_timestamp date_lt_timestamptz date_ne date_ne_timestamp date_ne_timestamptz enum_eq
    enum_ge enum_gt enum_le enum_lt enum_ne float48eq float48ge float48gt float48le float48lt
    float48ne float4eq float4ge float4gt float4le float4lt float4ne float84eq float84ge
    float84gt float84le float84lt float84ne float8eq float8ge float8gt float8le float8lt
    float8ne int24eq int24ge int24gt int24le int24lt int24ne int28eq int28ge int28gt int28le
    int28lt int28ne int2eq int2ge int2gt int2le int2lt int2ne int42eq int42ge int42gt int42le
    int42lt int42ne int48eq int48ge int48gt int48le int48lt int48ne int4eq int4ge int4gt int4le
    int4lt int4ne int82eq int82ge int82gt int82le int82lt int82ne int84eq int84ge int84gt
    int84le int84lt int84ne int8eq int8ge int8gt int8le int8lt int8ne interval_eq interval_ge
    interval_gt interval_le interval_lt interval_ne jsonb_eq jsonb_ge jsonb_gt jsonb_le jsonb_lt
    jsonb_ne line_eq lseg_eq lseg_ge lseg_gt lseg_le lseg_lt lseg_ne macaddr8_eq macaddr8_ge
    macaddr8_gt macaddr8_le macaddr8_lt macaddr8_ne macaddr_eq macaddr_ge macaddr_gt macaddr_le
    macaddr_lt macaddr_ne multirange_eq multirange_ge multirange_gt multirange_le multirange_lt
    multirange_ne nameeq nameeqtext namege namegetext namegt namegttext namele nameletext namelt
    namelttext namene namenetext network_eq network_ge network_gt network_le network_lt
    network_ne network_subeq network_supeq numeric_eq numeric_ge numeric_gt numeric_le
    numeric_lt numeric_ne oideq oidge oidgt oidle oidlt oidne oidvectoreq oidvectorge
    oidvectorgt oidvectorle oidvectorlt oidvectorne path_n_eq path_n_ge path_n_gt path_n_le
    path_n_lt pg_lsn_eq pg_lsn_ge pg_lsn_gt pg_lsn_le pg_lsn_lt pg_lsn_ne point_eq point_ne
    range_eq range_ge range_gt range_le range_lt range_ne record_eq record_ge record_gt
    record_image_eq record_image_ge record_image_gt record_image_le record_image_lt
    record_image_ne record_le record_lt record_ne text_ge text_gt text_le text_lt
    text_pattern_ge text_pattern_gt text_pattern_le text_pattern_lt texteq texteqname textgename
    textgtname textlename textltname textne textnename tideq tidge tidgt tidle tidlt tidne
    time_eq time_ge time_gt time_le time_lt time_ne timestamp_eq timestamp_eq_date
    timestamp_eq_timestamptz timestamp_ge timestamp_ge_date timestamp_ge_timestamptz
    timestamp_gt timestamp_gt_date timestamp_gt_timestamptz timestamp_le timestamp_le_date
    timestamp_le_timestamptz timestamp_lt timestamp_lt_date timestamp_lt_timestamptz
    timestamp_ne timestamp_ne_date timestamp_ne_timestamptz timestamptz_eq timestamptz_eq_date
    timestamptz_eq_timestamp timestamptz_ge timestamptz_ge_date timestamptz_ge_timestamp
    timestamptz_gt timestamptz_gt_date timestamptz_gt_timestamp timestamptz_le
    timestamptz_le_date timestamptz_le_timestamp timestamptz_lt timestamptz_lt_date
    timestamptz_lt_timestamp timestamptz_ne timestamptz_ne_date timestamptz_ne_timestamp
    timetz_eq timetz_ge timetz_gt timetz_le timetz_lt timetz_ne tsquery_eq tsquery_ge tsquery_gt
    tsquery_le tsquery_lt tsquery_ne tsvector_eq tsvector_ge tsvector_gt tsvector_le tsvector_lt
    tsvector_ne uuid_eq uuid_ge uuid_gt uuid_le uuid_lt uuid_ne varbiteq varbitge varbitgt
    varbitle varbitlt varbitne xid8eq xid8ge xid8gt xid8le xid8lt xid8ne xideq xideqint4 xidneq
    xidneqint4
    """
)

#: The functions behind all other operators.
OPERATOR_FUNCTIONS = _words(
    """
    arraycontained arraycontains arrayoverlap bitand bitcat bitnot bitor bitshiftleft
    bitshiftright bitxor box_above box_above_eq box_add box_below box_below_eq box_center
    box_contain box_contain_pt box_contained box_distance box_div box_left box_mul box_overabove
    box_overbelow box_overlap box_overleft box_overright box_right box_same box_sub bpchariclike
    bpcharicnlike bpcharicregexeq bpcharicregexne bpcharlike bpcharnlike bpcharregexeq
    bpcharregexne byteacat bytealike byteanlike cash_div_cash cash_div_flt4 cash_div_flt8
    cash_div_int2 cash_div_int4 cash_div_int8 cash_mi cash_mul_flt4 cash_mul_flt8 cash_mul_int2
    cash_mul_int4 cash_mul_int8 cash_pl circle_above circle_add_pt circle_below circle_center
    circle_contain circle_contain_pt circle_contained circle_distance circle_div_pt
    circle_mul_pt circle_overabove circle_overbelow circle_overlap circle_overleft
    circle_overright circle_right circle_same circle_sub_pt date_mi date_mi_interval date_mii
    date_pl_interval date_pli datetime_pl datetimetz_pl dcbrt dist_bp dist_bs dist_cpoint
    dist_cpoly dist_lp dist_ls dist_pb dist_pc dist_pl dist_polyc dist_polyp dist_ppoly dist_ps
    dist_sb dist_sl dist_sp dpow dsqrt elem_contained_by_multirange elem_contained_by_range
    float48div float48mi float48mul float48pl float4abs float4div float4mi float4mul float4pl
    float4um float4up float84div float84mi float84mul float84pl float8abs float8div float8mi
    float8mul float8pl float8um float8up flt4_mul_cash flt8_mul_cash getpgusername
    inetand inetmi inetmi_int8 inetnot inetor inetpl int24div int24mi int24mul int24pl int28div
    int28mi int28mul int28pl int2_mul_cash int2abs int2and int2div int2mi int2mod int2mul
    int2not int2or int2pl int2shl int2shr int2um int2up int2xor int42div int42mi int42mul
    int42pl int48div int48mi int48mul int48pl int4_mul_cash int4abs int4and int4div int4mi
    int4mod int4mul int4not int4or int4pl int4shl int4shr int4um int4up int4xor int82div int82mi
    int82mul int82pl int84div int84mi int84mul int84pl int8_mul_cash int8abs int8and int8div
    int8mi int8mod int8mul int8not int8or int8pl int8pl_inet int8shl int8shr int8um int8up
    int8xor integer_pl_date inter_lb inter_sb inter_sl interval_div interval_mi interval_mul
    interval_pl interval_pl_date interval_pl_time interval_pl_timestamp interval_pl_timestamptz
    interval_pl_timetz interval_um jsonb_concat jsonb_contained jsonb_contains jsonb_delete
    jsonb_delete_path jsonb_exists jsonb_exists_all jsonb_exists_any line_distance
    line_horizontal line_parallel line_perp line_vertical lseg_center lseg_distance
    lseg_horizontal lseg_intersect lseg_length lseg_parallel lseg_perp lseg_vertical
    macaddr8_and macaddr8_not macaddr8_or macaddr_and macaddr_not macaddr_or mul_d_interval
    multirange_adjacent_multirange multirange_adjacent_range multirange_after_multirange
    multirange_after_range multirange_before_multirange multirange_before_range
    multirange_contained_by_multirange multirange_contained_by_range multirange_contains_elem
    multirange_contains_multirange multirange_contains_range multirange_intersect
    multirange_minus multirange_overlaps_multirange multirange_overlaps_range
    multirange_overleft_multirange multirange_overleft_range multirange_overright_multirange
    multirange_overright_range multirange_union nameiclike nameicnlike nameicregexeq
    nameicregexne namelike namenlike nameregexeq nameregexne network_overlap network_sub
    network_sup numeric_abs numeric_add numeric_div numeric_mod
    numeric_mul numeric_pl_pg_lsn numeric_power numeric_sub numeric_uminus numeric_uplus on_pb
    on_pl on_ppath on_ps on_sb on_sl path_add_pt path_contain_pt path_div_pt path_inter
    path_length path_mul_pt path_npoints path_sub_pt pg_advisory_unlock_shared pg_blocking_pids
    pg_client_encoding pg_conf_load_time pg_get_userbyid pg_input_is_valid pg_is_in_recovery
    pg_jit_available pg_lsn_mi pg_lsn_mii pg_lsn_pli pg_my_temp_schema
    pg_notification_queue_usage pg_postmaster_start_time pg_size_bytes pg_trigger_depth
    pg_try_advisory_lock_shared pg_try_advisory_xact_lock_shared pg_wal_lsn_diff
    point_above point_add point_below point_distance point_div point_horiz point_left point_mul
    point_right point_sub point_vert poly_above poly_below poly_center poly_contain
    poly_contain_pt poly_contained poly_distance poly_left poly_npoints poly_overabove
    poly_overbelow poly_overlap poly_overleft poly_overright poly_right poly_same
    pt_contained_circle pt_contained_poly range_adjacent range_adjacent_multirange range_after
    range_after_multirange range_before range_before_multirange range_contained_by
    range_contained_by_multirange range_contains range_contains_elem range_contains_multirange
    range_intersect range_minus range_overlaps range_overlaps_multirange range_overleft
    range_overleft_multirange range_overright range_overright_multirange range_union starts_with
    textanycat textcat texticlike texticnlike texticregexeq texticregexne textlike textnlike
    textregexeq textregexne time_mi_interval time_mi_time time_pl_interval timedate_pl
    timestamp_mi timestamp_mi_interval timestamp_pl_interval timestamptz_mi
    timestamptz_mi_interval timestamptz_pl_interval timetz_mi_interval timetz_pl_interval
    timetzdate_pl ts_match_qv ts_match_tq ts_match_tt ts_match_vq tsq_mcontained tsq_mcontains
    tsquery_and tsquery_not tsquery_or tsquery_phrase tsvector_concat txid_current_snapshot
    unicode_version
    """
)

#: Functions that hold in all their signatures.
FUNCTIONS = _words(
    """
    abbrev abs acos acosd acosh age array_reverse array_sample array_shuffle array_sort
    array_to_json array_to_tsvector ascii asin asind asinh atan atan2 atan2d atand atanh bit
    btrim anytextcat hashtextextended
    bit_count bit_length bound_box box bpchar broadcast bytea cardinality casefold cash_words
    cbrt ceil ceiling center char char_length character_length chr cidr circle clock_timestamp
    convert convert_from convert_to cos cosd cosh cot cotd crc32 crc32c current_database
    current_schemas current_user date date_add date_bin date_subtract date_trunc datemultirange
    decode degrees dexp diagonal diameter div dlog1 dlog10 dround dtrunc encode erf erfc exp
    factorial family floor gamma gcd gen_random_uuid get_bit get_byte getdatabaseencoding
    hashtext height host hostmask inet_merge inet_same_family initcap int4multirange
    int8multirange interval is_normalized isclosed isempty isfinite ishorizontal isopen
    isparallel isperp isvertical json_array_length json_object json_strip_nulls json_to_tsvector
    json_typeof jsonb_array_length jsonb_insert jsonb_object jsonb_path_query_array
    jsonb_path_query_array_tz jsonb_pretty jsonb_set jsonb_strip_nulls jsonb_to_tsvector
    jsonb_typeof justify_days justify_hours justify_interval lcm left length lgamma like
    like_escape line ln log log10 lower_inc lower_inf lpad lseg ltrim macaddr macaddr8
    macaddr8_set7bit make_date make_interval make_time make_timestamp make_timestamptz masklen
    md5 mod money multirange mxid_age name netmask network normalize notlike now npoints
    numeric_div_trunc numeric_exp numeric_ln numeric_log numeric_sqrt nummultirange numnode
    octet_length oid overlaps overlay parse_ident path pclose pg_column_size pg_size_pretty
    phraseto_tsquery pi plainto_tsquery point polygon popen position pow power quote_ident
    quote_literal radians radius random random_normal range_merge regexp_count regexp_instr
    regexp_like regexp_replace regexp_split_to_array repeat replace reverse right round
    row_to_json rpad rtrim session_user set_bit set_byte set_masklen setweight sha224 sha256
    sha384 sha512 sign similar_to_escape sin sind sinh slope split_part sqrt statement_timestamp
    strip strpos substr tan tand tanh text timeofday timestamp timestamptz timezone to_bin
    to_date to_hex to_json to_jsonb to_oct to_timestamp to_tsquery to_tsvector
    transaction_timestamp translate trim_array trim_scale trunc ts_delete ts_filter ts_headline
    ts_rank ts_rank_cd tsmultirange tstzmultirange tsvector_to_array unicode_assigned unistr
    upper_inc upper_inf uuidv4 uuidv7 varbit varchar version websearch_to_tsquery width
    width_bucket
    currval lastval nextval setval pg_advisory_unlock pg_backend_pid pg_current_xact_id
    pg_try_advisory_lock pg_try_advisory_xact_lock set_config txid_current
    """
)

#: Functions that hold in these signatures only.
SIGNATURES = _lines(
    """
    area(box)
    area(circle)
    bool(int4)
    date_part(text, time)
    date_part(text, timetz)
    extract(text, time)
    extract(text, timetz)
    float4(float8)
    float4(int2)
    float4(int4)
    float4(int8)
    float4(numeric)
    float8(float4)
    float8(int2)
    float8(int4)
    float8(int8)
    float8(numeric)
    int2(bytea)
    int2(float4)
    int2(float8)
    int2(int4)
    int2(int8)
    int2(numeric)
    int4(bit)
    int4(bool)
    int4(bytea)
    int4(char)
    int4(float4)
    int4(float8)
    int4(int2)
    int4(int8)
    int4(numeric)
    int8(bit)
    int8(bytea)
    int8(float4)
    int8(float8)
    int8(int2)
    int8(int4)
    int8(numeric)
    int8(oid)
    lower(text)
    numeric(float4)
    numeric(float8)
    numeric(int2)
    numeric(int4)
    numeric(int8)
    numeric(money)
    numeric(numeric, int4)
    substring(bit, int4)
    substring(bit, int4, int4)
    substring(bytea, int4)
    substring(bytea, int4, int4)
    substring(text, int4)
    substring(text, int4, int4)
    time(interval)
    time(time, int4)
    time(timetz)
    timetz(time)
    timetz(timetz, int4)
    to_char(float4, text)
    to_char(float8, text)
    to_char(int4, text)
    to_char(int8, text)
    to_char(numeric, text)
    upper(text)
    current_setting(text)
    """
)

#: Functions that may take NULL: the arguments, by place, that have to be non-null.
NEEDED_ARGUMENTS: dict[str, tuple[int, ...]] = {
    "array_append": (),
    "array_fill": (1,),
    "array_positions": (0,),
    "array_prepend": (),
    "array_remove": (0,),
    "array_replace": (0,),
    "array_to_string": (0, 1),
    "concat": (),
    "concat_ws": (0,),
    "daterange": (2,),
    "enum_first": (),
    "enum_last": (),
    "enum_range": (),
    "format": (0,),
    "format_type": (0,),
    "int4range": (2,),
    "int8range": (2,),
    "json_build_array": (),
    "json_build_object": (),
    "jsonb_build_array": (),
    "jsonb_build_object": (),
    "num_nonnulls": (),
    "num_nulls": (),
    "numrange": (2,),
    "pg_typeof": (),
    "quote_nullable": (),
    "string_to_array": (0,),
    "tsrange": (2,),
    "tstzrange": (2,),
}

#: Functions that yield NULL only where they are told to be silent about errors, by a boolean
#: argument that is false where it isn't given.
UNLESS_SILENT = frozenset({"jsonb_path_exists", "jsonb_path_exists_tz"})

#: Functions that need any one of their arguments to be non-null.
ONE_NEEDED = frozenset({"array_cat"})

#: The fields of a date or time that are infinite, and not NULL, where the value is infinite.
TIMESTAMP_FIELDS = _words("year decade century millennium julian isoyear epoch")
INTERVAL_FIELDS = _words("hour day year decade century millennium epoch")
FIELD_FUNCTIONS = frozenset({"date_part", "extract"})
FIELD_SOURCES: dict[str, frozenset[str]] = {
    "date": TIMESTAMP_FIELDS,
    "interval": INTERVAL_FIELDS,
    "timestamp": TIMESTAMP_FIELDS,
    "timestamptz": TIMESTAMP_FIELDS,
}

#: Functions whose result is an array without NULL elements.
FULL_ARRAYS = _words(
    """
    array_positions current_schemas enum_range parse_ident regexp_split_to_array tsvector_to_array
    """
)

#: Functions whose result has NULL elements only where one of the array arguments has.
KEEPS_ELEMENTS = _words(
    """
    array_cat array_larger array_reverse array_sample array_shuffle array_smaller array_sort
    trim_array
    """
)

#: Functions that may yield another value each time they are called, so that a test of one call
#: says nothing of the next. All of ``pg_*`` and ``lo_*`` are taken for such, too.
VOLATILE = _words(
    """
    clock_timestamp current_query currtid2 currval cursor_to_xml gen_random_uuid lastval loread
    lowrite nextval query_to_xml random random_normal set_config setseed setval timeofday
    ts_rewrite ts_stat txid_status uuidv4 uuidv7 array_sample array_shuffle
    """
)
