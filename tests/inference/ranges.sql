select valid @> current_date, valid @> $1, valid && $2, valid <@ daterange('2020-01-01', null), valid -|- valid from orders;  -- $1: daterange, $2: daterange, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select valid << valid, valid >> valid, valid &< valid, valid &> $1 from orders;  -- $1: daterange, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select valid + valid, valid * valid, valid - valid, valid = $1, valid < valid from orders;  -- $1: daterange, ?column? daterange, ?column? daterange, ?column? daterange, ?column? boolean, ?column? boolean
select lower(valid), upper(valid), isempty(valid), lower_inc(valid), upper_inf(valid), range_merge(valid, valid) from orders;  -- lower date, upper date, isempty boolean, lower_inc boolean, upper_inf boolean, range_merge daterange
select current_date <@ valid, $1 <@ valid, '[2020-01-01,)' <@ valid from orders;  -- $1: daterange, ?column? boolean, ?column? boolean, ?column? boolean
select current_date <@ $1;  -- error ambiguous-operator
select int4range(1, 5), int4range(1, 5, '[]'), int8range(1, $1), numrange(1.5, null), daterange($2, $3), tsrange('now', 'now'), tstzrange(now(), now() + '1 day', '[)');  -- $1: bigint, $2: date, $3: date, int4range int4range, int4range int4range, int8range int8range, numrange numrange, daterange daterange, tsrange tsrange, tstzrange tstzrange
select int4range(1, 5) @> 3, int4range(1, 5) @> int4range(2, 3), int8range(1, 5) @> 3, numrange(1, 5) @> 3, int4range(1, 5) @> $1;  -- error undefined-operator
select int4range(1, 5) && '[2,3]', '[1,2]' && int4range(1, 5), int4range(1, 2) = '[1,2)';  -- ?column? boolean, ?column? boolean, ?column? boolean
select '[1,2]' @> 3;  -- error ambiguous-operator
select int4range(1, 5)::text, '[1,5)'::int4range * int4range(2, 7);  -- int4range text, ?column? int4range
select int4multirange(int4range(1, 2), int4range(3, 4)), multirange(int4range(1, 2)), int4multirange();  -- int4multirange int4multirange, multirange int4multirange, int4multirange int4multirange
select '{[1,2)}'::int4multirange @> 1, '{[1,2)}'::int4multirange && int4range(1, 2), int4range(1, 2) <@ '{[1,2)}'::int4multirange, '{}'::int4multirange + '{}';  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? int4multirange
select unnest('{[1,2)}'::int4multirange), lower('{[1,2)}'::int4multirange), range_merge('{[1,2)}'::int4multirange);  -- unnest int4range, lower integer, range_merge int4range
select range_agg(valid), range_intersect_agg(valid), unnest(range_agg(valid)) from orders;  -- range_agg datemultirange, range_intersect_agg daterange, unnest daterange
select * from unnest('{[1,2),[3,4)}'::int4multirange) as r;  -- r int4range
select datemultirange(valid), valid::datemultirange from orders;  -- datemultirange datemultirange, valid datemultirange
select * from orders where valid @> $1::date;  -- $1: date, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from orders where valid && daterange($1, $2, '[]') and not isempty(valid);  -- $1: date, $2: date, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select lower($1);  -- $1: text, lower text
select int4range(1, 'a');  -- error datatype-mismatch
select valid @> 5 from orders;  -- error undefined-operator
select lower(valid) + 1, upper(valid) - lower(valid) from orders;  -- ?column? date, ?column? integer
select range_adjacent(valid, $1) from orders;  -- $1: daterange, range_adjacent boolean
select range_merge(int4multirange(int4range(1, 2)));  -- range_merge int4range
select multirange(int4range(1, 2));  -- multirange int4multirange
select unnest(int4multirange(int4range(1, 2)));  -- unnest int4range
select range_agg(valid) from orders;  -- range_agg datemultirange
select range_intersect_agg(valid) from orders;  -- range_intersect_agg daterange
select lower(int4multirange(int4range(1, 2)));  -- lower integer
select enum_first(null::mood), enum_range('sad'::mood, null);  -- enum_first mood, enum_range mood[]
