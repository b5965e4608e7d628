select id + 1 as a, age + 1 as b, -age as c from users;  -- a: not null, b: nullable, c: nullable
select id + age as a, id * id as b, id % 7 as c from users;  -- a: nullable, b: not null, c: not null
select name || 'x' as a, note || 'x' as b, name || id as c from users;  -- a: not null, b: nullable, c: not null
select name = 'a' as a, note = 'a' as b, note <> name as c from users;  -- a: not null, b: nullable, c: nullable
select id > 1 as a, age > 1 as b, name like 'a%' as c, note like 'a%' as d, note not like '%' as e from users;  -- a: not null, b: nullable, c: not null, d: nullable, e: nullable
select name ~ 'a' as a, note ~* 'a' as b, name similar to 'a' as c from users;  -- a: not null, b: nullable, c: not null
select lower(name) as a, upper(note) as b, length(name) as c, length(note) as d from users;  -- a: not null, b: nullable, c: not null, d: nullable
select lower(span) as a, upper(span) as b, isempty(span) as c, lower_inf(span) as d from products;  -- a: nullable, b: nullable, c: not null, d: not null
select span @> 2 as a, span && int4range(1, 3) as b, span * int4range(1, 5) as c from products;  -- a: not null, b: not null, c: not null
select int4range(1, null) as a, int4range(width, height) as b from products;  -- a: not null, b: not null
select attrs -> 'a' as a, attrs ->> 'a' as b, attrs #> '{a,b}' as c, attrs #>> '{a}' as d from products;  -- a: nullable, b: nullable, c: nullable, d: nullable
select attrs || '{}' as a, attrs - 'a' as b, attrs ? 'a' as c, attrs @> '{}' as d from products;  -- a: not null, b: not null, c: not null, d: not null
select attrs['a'] as a, jsonb_typeof(attrs) as b, jsonb_pretty(attrs) as c from products;  -- a: nullable, b: not null, c: not null
select jsonb_build_object('a', age) as a, to_jsonb(age) as b, to_jsonb(id) as c from users;  -- a: not null, b: nullable, c: not null
select jsonb_path_query_first(attrs, '$.a') as a, jsonb_path_query_array(attrs, '$.a') as b from products;  -- a: nullable, b: not null
select jsonb_set(attrs, '{a}', '1') as a, jsonb_strip_nulls(attrs) as b from products where jsonb_typeof(attrs) = 'object';  -- a: not null, b: not null
select prefs -> 'a' as a, prefs ? 'a' as b from users;  -- a: nullable, b: nullable
select array_length(tags, 1) as a, cardinality(tags) as b, tags[1] as c, tags[1:2] as d from users;  -- a: nullable, b: not null, c: nullable, d: not null
select array_append(tags, note) as a, array_remove(tags, null) as b, array_to_string(tags, ',') as c from users;  -- a: not null of nullable, b: not null, c: not null
select array_position(tags, 'a') as a, array_positions(tags, 'a') as b, tags || 'x'::text as c from users;  -- a: nullable, b: not null, c: not null
select array_ndims(tags) as a, array_upper(tags, 1) as b, array_cat(codes, array[1]) as c from users, products;  -- a: nullable, b: nullable, c: not null
select concat(note, age) as a, concat_ws(',', note) as b, concat_ws(note, name) as c, format('%s', note) as d from users;  -- a: not null, b: not null, c: nullable, d: not null
select substring(name, 1, 2) as a, substring(name from 'b') as b, substring(name from 1 for 2) as c, left(name, 1) as d from users;  -- a: not null, b: nullable, c: not null, d: not null
select position('a' in name) as a, strpos(note, 'a') as b, split_part(name, ',', 2) as c, overlay(name placing 'x' from 1) as d from users;  -- a: not null, b: nullable, c: not null, d: not null
select regexp_replace(name, 'a', 'b') as a, regexp_match(name, 'a') as b, regexp_count(name, 'a') as c from users;  -- a: not null, b: nullable of nullable, c: not null
select trim(name) as a, trim(both from note) as b, btrim(name, 'x') as c, ltrim(note) as d from users;  -- a: not null, b: nullable, c: not null, d: nullable
select extract(year from created_at) as a, extract(month from created_at) as b, extract(epoch from created_at) as c, date_part('day', created_at) as d from users;  -- a: not null, b: nullable, c: not null, d: nullable
select extract(year from started) as a, extract(day from started) as b, extract(hour from time '10:00') as c from accounts;  -- a: not null, b: nullable, c: not null
select date_trunc('day', created_at) as a, created_at + interval '1 day' as b, created_at::date as c from users;  -- a: not null, b: not null, c: not null
select to_char(created_at, 'YYYY') as a, to_char(id, '999') as b, created_at::time as c from users;  -- a: nullable, b: not null, c: nullable
select created_at at time zone 'UTC' as a, seen_at at time zone 'UTC' as b, timezone('UTC', created_at) as c from users;  -- a: not null, b: nullable, c: not null
select age(created_at, timestamptz '2020-01-01') as a from users where isfinite(created_at);  -- a: not null
select started - 1 as a, isfinite(started) as b, make_date(2024, 1, 1) as c from accounts where isfinite(started);  -- a: not null, b: not null, c: not null
select round(total) as a, round(discount) as b, abs(total) as c, scale(total) as d, trunc(total) as e from orders;  -- a: not null, b: nullable, c: not null, d: nullable, e: not null
select id::text as a, age::text as b, name::varchar(3) as c, id::bigint as d from users;  -- a: not null, b: nullable, c: not null, d: not null
select cast(age as numeric) as a, total::int as b from users, orders where total between 0 and 100;  -- a: nullable, b: not null
select (attrs -> 'a')::text as a, attrs::text as b from products;  -- a: nullable, b: not null
select md5(name) as a, encode('\x00', 'hex') as b, sha256('a') as c, quote_literal(note) as d, quote_nullable(note) as e from users;  -- a: not null, b: not null, c: not null, d: nullable, e: not null
select num_nulls(age, note) as a, num_nonnulls(age) as b from users;  -- a: not null, b: not null
select twice(id) as a, blurred(id) as b from users;  -- a: nullable, b: nullable
select to_regclass(name) as a, pg_column_size(name) as b from users;  -- a: nullable, b: not null
select obj_description(id::oid) as a, col_description(id::oid, 1) as b, shobj_description(id::oid, 'pg_class') as c from users;  -- a: nullable, b: nullable, c: nullable
select string_to_array(name, ',') as a, string_to_array(note, ',') as b, array_fill(age, array[2]) as c from users;  -- a: not null, b: nullable, c: not null of nullable
select enum_first(mood) as a, enum_range(null::mood) as b, mood::text as c, last_mood::text as d from users;  -- a: not null, b: not null, c: not null, d: nullable
select greatest(age, 1) as a, least(age, null) as b, greatest(id, age) as c, greatest(age, manager_id) as d from users;  -- a: not null, b: nullable, c: not null, d: nullable
select nullif(id, 1) as a, nullif(name, '') as b from users;  -- a: nullable, b: nullable
select coalesce(age, 0) as a, coalesce(age, manager_id) as b, coalesce(note, email, name) as c from users;  -- a: not null, b: nullable, c: not null
select exact = exact as a, exact < (1, 'a')::pair as b, place = exact as c from accounts;  -- a: not null, b: not null, c: nullable
select (id, age) = (1, 2) as a, (id, name) < (1, 'a') as b, (age, id) < (1, 1) as c from users;  -- a: nullable, b: not null, c: nullable
select id in (1, 2) as a, age in (1, 2) as b, id in (1, null) as c, id not in (1, 2) as d from users;  -- a: not null, b: nullable, c: nullable, d: not null
select users.id = any(array[1, 2]) as a, users.id = any(array[1, age]) as b, 'a' = any(tags) as c, users.id = all(codes) as d from users, products;  -- a: not null, b: nullable, c: nullable, d: nullable
select id between 1 and 2 as a, age between 1 and 2 as b, id between 1 and age as c from users;  -- a: not null, b: nullable, c: nullable
select age is null as a, note is not null as b, (age > 1) is true as c, (age > 1) is unknown as d from users;  -- a: not null, b: not null, c: not null, d: not null
select age is distinct from 1 as a, note is not distinct from null as b from users;  -- a: not null, b: not null
select flag and flag as a, flag and maybe as b, flag or maybe as c, not maybe as d, not flag as e from accounts;  -- a: not null, b: nullable, c: nullable, d: nullable, e: not null
select maybe is not null and maybe as a, maybe is null or maybe as b, maybe is null or flag as c from accounts;  -- a: not null, b: not null, c: not null
select age is not null and age > 1 as a, age is null or age > 1 as b, age is not null or age > 1 as c from users;  -- a: not null, b: not null, c: nullable
select ratio * 2 as a, ratio / 2 as b, ratio = 'NaN' as c, sqrt(abs(ratio)) as d, power(2, 3) as e from accounts;  -- a: not null, b: not null, c: not null, d: not null, e: not null
select overlay(name placing note from 1) as a, replace(name, 'a', 'b') as b, repeat(name, 2) as c, reverse(name) as d from users;  -- a: nullable, b: not null, c: not null, d: not null
select '{}'::jsonb -> 'a' as a, ('[null]'::jsonb -> 0)::int as b, 'null'::jsonb::int as c;  -- a: nullable, b: nullable, c: nullable
select (started, ended) overlaps (date '2024-01-01', date '2024-02-01') as a, (started, started) overlaps (date '2024-01-01', date '2024-02-01') as b from accounts;  -- a: nullable, b: not null
select to_tsvector('simple', name) as a, to_tsvector('simple', name) @@ to_tsquery('simple', 'a') as b, ts_rank(to_tsvector('simple', name), to_tsquery('simple', 'a')) as c from users;  -- a: not null, b: not null, c: not null
select width_bucket(total, 0, 10, 5) as a, ceil(total) as b, sign(discount) as c, mod(id, 3) as d from orders where total between 0 and 100;  -- a: not null, b: not null, c: nullable, d: not null
select age::bigint + id as a, (age is null)::int as b, coalesce(age, 0)::text as c from users;  -- a: nullable, b: not null, c: not null
select json_build_array(age) as a, json_build_object('a', note) as b, row_to_json(users) as c, to_json(note) as d from users;  -- a: not null, b: not null, c: not null, d: nullable
select hashtext(name) as a, pg_typeof(note)::text as b, ascii(name) as c, chr(65) as d from users;  -- a: not null, b: not null, c: not null, d: not null
select gen_random_uuid()::text as a, uuid_extract_version('00000000-0000-0000-0000-000000000000'::uuid) as b;  -- a: not null, b: nullable
select array_reverse(tags) as a, array_sort(tags) as b, trim_array(array[1, 2], 1) as c from users;  -- a: not null, b: not null, c: not null
select json_object(array['a', name]) as a, jsonb_object(array['a', note]) as b from users;  -- a: not null, b: not null
select min_scale(total) as a, trim_scale(total) as b from orders;  -- a: nullable, b: not null
select xmax = 0 as a, xmin = xmax as b, xmin <> 3 as c from users;  -- a: not null, b: not null, c: not null
select jsonb_path_exists('{"a": 1}', '$.a') as a, jsonb_path_exists('{"a": 1}', '$.a', vars => '{}') as b, jsonb_path_exists('{}', 'strict $.a', '{}', true) as c, jsonb_path_exists('{}', 'strict $.a', silent => true) as d;  -- a: not null, b: not null, c: nullable, d: nullable
