select add_tax(100), add_tax(100, 0.2), add_tax(amount => 100), add_tax(amount := 100, rate := $1), add_tax(100, rate => 0.1), add_tax(rate => 0.1, amount => $2);  -- $1: numeric, $2: numeric, add_tax numeric, add_tax numeric, add_tax numeric, add_tax numeric, add_tax numeric, add_tax numeric
select add_tax($1), add_tax('100'), add_tax($2::int), add_tax(total) from orders;  -- $1: numeric, $2: integer, add_tax numeric, add_tax numeric, add_tax numeric, add_tax numeric
select add_tax(rate => 0.1);  -- error undefined-function
select add_tax(amount => 1, amount => 2);  -- error undefined-function
select add_tax(nope => 1);  -- error undefined-function
select add_tax(amount => 1, 2);  -- error syntax-error
select add_tax('x'::text);  -- error undefined-function
select add_tax(1, 2, 3);  -- error undefined-function
select public.add_tax(1), pg_catalog.upper('x'), pg_catalog.now();  -- add_tax numeric, upper text, now timestamp with time zone
select shop.add_tax(1);  -- error undefined-function
select nope.add_tax(1);  -- error undefined-function
select nope(1);  -- error undefined-function
select uper('x');  -- error undefined-function
select upper('x', 'y');  -- error undefined-function
select "upper"('x'), "Upper"('x');  -- error undefined-function
select "Upper"('x');  -- error undefined-function
select UPPER('x'), Lower('X');  -- upper text, lower text
select concat('a', 1, null), concat_ws(',', 'a', 2), concat(variadic array['a', 'b']), concat_ws(',', variadic $1::text[]), format('%s', variadic array[1, 2]), num_nulls(1, null), num_nonnulls(variadic array[1, null]);  -- $1: text[], concat text, concat_ws text, concat text, concat_ws text, format text, num_nulls integer, num_nonnulls integer
select concat(variadic 'a');  -- error datatype-mismatch
select concat(variadic $1);  -- error datatype-mismatch
select json_build_object('a', 1, 'b', 2), json_build_object(variadic array['a', '1']), jsonb_build_array(variadic array[1, 2]), greatest(1, 2);  -- json_build_object json, json_build_object json, jsonb_build_array jsonb, greatest integer
select json_extract_path(extra, 'a', $1), json_extract_path(extra, variadic $2), jsonb_extract_path(prefs, 'a') from shop.items, customers;  -- $1: text, $2: text[], json_extract_path json, json_extract_path json, jsonb_extract_path jsonb
select make_interval(days => 1), make_interval(1, 2, secs => 3.5), make_interval(secs => $1, years => $2), make_timestamptz(2020, 1, 1, 0, 0, sec => 0);  -- $1: double precision, $2: integer, make_interval interval, make_interval interval, make_interval interval, make_timestamptz timestamp with time zone
select jsonb_path_query(prefs, '$', silent => true), jsonb_set(jsonb_in => prefs, path => '{a}', replacement => $1) from customers;  -- $1: jsonb, jsonb_path_query jsonb, jsonb_set jsonb
select array_append(array[1], 2), array_cat($1, array[1]), array_position(array[1], $2), array_remove(tags, $3), array_length(tags, $4) from customers;  -- $1: integer[], $2: integer, $3: text, $4: integer, array_append integer[], array_cat integer[], array_position integer, array_remove text[], array_length integer
select array_append(array[1], 'x');  -- error datatype-mismatch
select array_append(array[1], 'x'::text);  -- error undefined-function
select array_append(1, 2);  -- error undefined-function
select anyelement_nope(1);  -- error undefined-function
select unnest(array[1, 2]), generate_series(1, 3), generate_series(1, 3, 2), generate_series(1.5, 3), generate_series(1, 10::bigint), generate_series($1, 3), generate_series($2::bigint, $3);  -- $1: integer, $2: bigint, $3: bigint, unnest integer, generate_series integer, generate_series integer, generate_series numeric, generate_series bigint, generate_series integer, generate_series bigint
select generate_series($1, $2);  -- error ambiguous-function
select generate_series(1, 'x');  -- error datatype-mismatch
select generate_series(1, now());  -- error undefined-function
select enum_first(null::mood), enum_last(feeling), enum_range(null::mood), enum_range('sad'::mood, 'ok'), enum_range(null, feeling) from customers;  -- enum_first mood, enum_last mood, enum_range mood[], enum_range mood[], enum_range mood[]
select enum_first(null);  -- error undefined-function
select enum_first(1);  -- error undefined-function
select lower(valid), upper(valid), lower(name), upper($1), isempty($2::int4range) from orders, customers;  -- $1: text, $2: int4range, lower date, upper date, lower text, upper text, isempty boolean
select coalesce(lower(valid), $1), range_merge(valid, $2) from orders;  -- $1: date, $2: daterange, coalesce date, range_merge daterange
select abs(quantity), round(quantity), sign(small), ceil(discount), quantity::numeric from orders;  -- abs integer, round double precision, sign double precision, ceil double precision, quantity numeric
select length(code), length(note), upper(code), upper(mail), lower(feeling::text), substr(note, 1) from orders, customers;  -- length integer, length integer, upper text, upper text, lower text, substr text
select upper(feeling) from customers;  -- error undefined-function
select split(10), (split($1)).half, (split(x => 4)).rest;  -- $1: integer, split record, half integer, rest integer
select top_customers(1), top_customers(n => $1), all_customers();  -- $1: integer, top_customers record, top_customers record, all_customers customers
select * from top_customers($1);  -- $1: integer, id bigint, name text
select * from all_customers() where id = $1;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select t.id, t.name from top_customers(5) as t;  -- id bigint, name text
select a, b from top_customers(5) as t(a, b);  -- a bigint, b text
select * from split(10);  -- half integer, rest integer
select half + rest from split($1);  -- $1: integer, ?column? integer
select touch(1);  -- error undefined-function
call touch($1, null);  -- $1: bigint, done boolean
call touch(who => $1, done => null);  -- $1: bigint, done boolean
call touch(1);  -- error undefined-function
select count(*), count(1), count(name), count(distinct name) from customers;  -- count bigint, count bigint, count bigint, count bigint
select now(), current_date, current_timestamp, localtimestamp(3), pg_catalog.now();  -- now timestamp with time zone, current_date date, current_timestamp timestamp with time zone, localtimestamp timestamp without time zone, now timestamp with time zone
select count();  -- error wrong-object-type
select now(1);  -- error undefined-function
select current_user(1);  -- error syntax-error
select coalesce();  -- error syntax-error
select row_number();  -- error wrong-object-type
select pg_typeof(now()), pg_typeof(1 + 1.5), format_type(23, -1);  -- pg_typeof regtype, pg_typeof regtype, format_type text
select nextval('customers_id_seq'), nextval($1), currval(pg_get_serial_sequence('customers', 'id'));  -- $1: regclass, nextval bigint, nextval bigint, currval bigint
select nullif(upper(name), $1), lower(nullif($2, '')), trim(both from coalesce($3, name)) from customers;  -- $1: text, $2: text, $3: text, nullif text, lower text, btrim text
select substring('abc', 2), substring('abc', 'b'), substring($1, 2, 3), substring($2::text, $3);  -- $1: text, $2: text, $3: text, substring text, substring text, substring text, substring text
select substring('abc', $1);  -- $1: text, substring text
select overlay('abc', 'x', 2);  -- overlay text
select "substring"('abc', 1, 2), "position"('abc', 'b'), "overlay"('a', 'b', 1), "trim"('x');  -- error undefined-function
select date_part('year', now()), "extract"('year', now());  -- date_part double precision, extract numeric
select "coalesce"(1, 2);  -- error undefined-function
select "left"('abc', 2), left('abc', 2), right('abc', 1);  -- left text, left text, right text
select ceil(1), ceil($1), ceiling(1.5), power(2, $2), sqrt($3), mod($4, 3), mod(5, $5), div($6, $7);  -- $1: double precision, $2: double precision, $3: double precision, $4: integer, $5: integer, $6: numeric, $7: numeric, ceil double precision, ceil double precision, ceiling numeric, power double precision, sqrt double precision, mod integer, mod integer, div numeric
select random() * 10, floor(random() * $1), trunc(random() * 5)::int;  -- $1: double precision, ?column? double precision, floor double precision, trunc integer
select md5(name || $1), sha256($2), digest(name, 'sha1') from customers;  -- error undefined-function
select string_to_table(name, $1), regexp_split_to_table($2, ','), regexp_matches(name, $3, 'g') from customers;  -- $1: text, $2: text, $3: text, string_to_table text, regexp_split_to_table text, regexp_matches text[]
select name(1);  -- name name
select text 'x' || upper('y');  -- ?column? text
select to_json(1), to_jsonb('x'::text), to_json(row(1, 2)), to_json(null::text), to_jsonb(tags), row_to_json(row(1, 'a')) from customers;  -- to_json json, to_jsonb jsonb, to_json json, to_json json, to_jsonb jsonb, row_to_json json
select to_json('x');  -- error datatype-mismatch
select to_json(null);  -- error datatype-mismatch
select array_to_json(array[1]), jsonb_agg($1::int), array_agg($2::text);  -- $1: integer, $2: text, array_to_json json, jsonb_agg jsonb, array_agg text[]
select hashtext($1), hashtextextended($2, 0), pg_advisory_lock($3), pg_advisory_lock($4, 1);  -- $1: text, $2: text, $3: bigint, $4: integer, hashtext integer, hashtextextended bigint, pg_advisory_lock void, pg_advisory_lock void
select setweight($1, 'A'), ts_rank($2, $3), to_tsvector('simple', $4), plainto_tsquery('simple', $5);  -- $1: tsvector, $2: tsvector, $3: tsquery, $4: text, $5: text, setweight tsvector, ts_rank real, to_tsvector tsvector, plainto_tsquery tsquery
select int4range($1, $2), daterange($3, null), tstzrange($4, $5, '[]'), numrange(1, $6), int8range($7::int, 5);  -- $1: integer, $2: integer, $3: date, $4: timestamp with time zone, $5: timestamp with time zone, $6: numeric, $7: integer, int4range int4range, daterange daterange, tstzrange tstzrange, numrange numrange, int8range int8range
select point($1, $2), circle($3, 5), box($4, $5);  -- $1: double precision, $2: double precision, $3: point, $4: point, $5: point, point point, circle circle, box box
select set_config('a', $1, $2), current_setting($3), pg_sleep($4), pg_notify($5, $6);  -- $1: text, $2: boolean, $3: text, $4: double precision, $5: text, $6: text, set_config text, current_setting text, pg_sleep void, pg_notify void
select repeat($1, $2), lpad($3, 10, '0'), replace($4, 'a', $5), translate(name, $6, ''), left($7, 1), strpos($8, 'x'), chr($9) from customers;  -- $1: text, $2: integer, $3: text, $4: text, $5: text, $6: text, $7: text, $8: text, $9: integer, repeat text, lpad text, replace text, translate text, left text, strpos integer, chr text
select to_char($1::date, 'YYYY'), to_char($2::int, '999'), to_char(created_at, $3) from customers;  -- $1: date, $2: integer, $3: text, to_char text, to_char text, to_char text
select to_char($1, 'YYYY');  -- error ambiguous-function
select age($1), age($1, now());  -- error ambiguous-function
select justify_hours($1), date_trunc($2, now()), isfinite($3::date), make_date($4, 1, 1);  -- $1: interval, $2: text, $3: date, $4: integer, justify_hours interval, date_trunc timestamp with time zone, isfinite boolean, make_date date
select encode($1, 'hex'), decode($2, 'hex'), convert_from($3, 'UTF8'), length($4::bytea), get_byte($5, 0);  -- $1: bytea, $2: text, $3: bytea, $4: bytea, $5: bytea, encode text, decode bytea, convert_from text, length integer, get_byte integer
select upper(distinct name) from customers;  -- error wrong-object-type
select upper(name order by name) from customers;  -- error wrong-object-type
select upper(name) filter (where true) from customers;  -- error wrong-object-type
select upper(name) over () from customers;  -- error wrong-object-type
select upper(name) within group (order by name) from customers;  -- error undefined-function
select upper(*) from customers;  -- error undefined-function
select count(variadic array[1]);  -- count bigint

-- A table OF a type: its rows are the type's.
select length_of(p), p.length_of, length_of(row(1, 'a')), (p).b from pairs p;  -- length_of integer, length_of integer, length_of integer, b text
select length_of(t) from tree t;  -- error undefined-function
select name($1) over ();  -- error wrong-object-type
select text(distinct 1);  -- error wrong-object-type
select text('a') filter (where true);  -- error wrong-object-type
select treat(born as date), treat(1 as text) from customers;  -- date date, text text
select json_extract_path(from_json => extra, variadic path_elems => array['a']), json_extract_path(from_json => extra, variadic path_elems := $1) from shop.items;  -- $1: text[], json_extract_path json, json_extract_path json
select num_nonnulls(variadic tags is null) from customers;  -- error datatype-mismatch
select concat(variadic array['a']);  -- concat text
select format('%s', variadic array[1, 2]);  -- format text
select jsonb_build_object(variadic array['a', 'b']);  -- jsonb_build_object jsonb
select num_nulls(variadic array[1, null]);  -- num_nulls integer
select array_append(array[1], 1.5);  -- array_append numeric[]
select array_append(null, 1.5);  -- array_append numeric[]
select array_cat(array[1], array[1.5]);  -- array_cat numeric[]
select array_position(array[1, 2], 2.5);  -- array_position integer
select array_fill(1, array[2]), array_fill('a'::text, array[2]);  -- array_fill integer[], array_fill text[]
select array_agg(array[array[1]]);  -- array_agg integer[]
