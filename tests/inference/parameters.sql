select $1;  -- $1: text, ?column? text
select $1 as x, $2 as y;  -- $1: text, $2: text, x text, y text
select $1::int, $1 + 1;  -- $1: integer, int4 integer, ?column? integer
select $1 + 1, $1::bigint;  -- $1: integer, ?column? integer, int8 bigint
select $1::text, $1::varchar;  -- $1: text, text text, varchar character varying
select $1, $1::int;  -- error ambiguous-parameter
select $2::int;  -- error indeterminate-parameter
select $1::int, $3::int;  -- error indeterminate-parameter
select $1, $2 from customers where id = $1;  -- error ambiguous-parameter
select $1 from customers where id = $1;  -- error ambiguous-parameter
select * from customers where id = $1 and $1 = 5;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where id = $1 or total = $1;  -- error undefined-column
select * from orders where customer_id = $1 or quantity = $1;  -- $1: bigint, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from orders where quantity = $1 or customer_id = $1;  -- $1: integer, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from customers where name = $1 or mail = $1;  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where mail = $1 or name = $1;  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where $1 = name and $1 || 'x' = mail;  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where name like $1 || '%', mail = $1;  -- error syntax-error
select * from customers where name like '%' || $1 || '%' or mail ilike $2;  -- $1: text, $2: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where name like concat('%', $1::text, '%');  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where lower(name) = lower($1) and upper($2) = mail;  -- $1: text, $2: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where id = $1 limit $2 offset $3;  -- $1: bigint, $2: bigint, $3: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers limit $1::int offset $1;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers order by $1;  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers order by case when $1 = 'a' then name end, case when $2 then id end desc;  -- $1: text, $2: boolean, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers order by name collate "C", $1 + id;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select id, $1 from customers group by id, $1;  -- $1: text, id bigint, ?column? text
select id, $1::text from customers group by 1, 2;  -- $1: text, id bigint, text text
select count(*) from customers having count(*) > $1;  -- $1: bigint, count bigint
select distinct $1, $2::int;  -- $1: text, $2: integer, ?column? text, int4 integer
select distinct on ($1) id from customers;  -- $1: text, id bigint
select $1 union select $2;  -- $1: text, $2: text, ?column? text
select $1 union select 1;  -- $1: integer, ?column? integer
select 1 union select $1;  -- $1: integer, ?column? integer
select $1 union select $2 union select now();  -- error datatype-mismatch
select null union select $1;  -- $1: text, ?column? text
select $1::int union select $1;  -- $1: integer, int4 integer
select * from (select $1) t(a) where a = 5;  -- error undefined-operator
select * from (select $1 as a) t where a = 'x';  -- $1: text, a text
select a + 1 from (select $1) t(a);  -- error undefined-operator
select * from (values ($1, 1), ('a', $2)) v(a, b);  -- $1: text, $2: integer, a text, b integer
values ($1, 2), (3, $2);  -- $1: integer, $2: integer, column1 integer, column2 integer
values ($1);  -- $1: text, column1 text
values ($1, $2), ($3, 'x');  -- $1: text, $2: text, $3: text, column1 text, column2 text
select * from generate_series(1, $1) g;  -- $1: integer, g integer
select * from unnest($1::int[], $2::text[]) u(a, b);  -- $1: integer[], $2: text[], a integer, b text
select * from unnest($1) u;  -- error ambiguous-function
select * from customers c join unnest($1::bigint[]) as ids(id) on ids.id = c.id;  -- $1: bigint[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id bigint
select * from customers where id in (select unnest($1::bigint[]));  -- $1: bigint[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where id = any (select unnest($1::bigint[]));  -- $1: bigint[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select exists (select 1 from customers where id = $1), exists (select $2), (select $3), (select $4::int), array(select $5), $6 in (select 1), (select name from customers where id = $7) = $8;  -- $1: bigint, $2: text, $3: text, $4: integer, $5: text, $6: integer, $7: bigint, $8: text, exists boolean, exists boolean, ?column? text, int4 integer, array text[], ?column? boolean, ?column? boolean
select case when $1 then $2 else $3::int end, case $4 when 1 then $5 else 'x' end;  -- error undefined-operator
select coalesce($1, $2, 5), coalesce($3, 'x'), nullif($4, 5), greatest($5, now()), least(1.5, $6);  -- $1: integer, $2: integer, $3: text, $4: integer, $5: timestamp with time zone, $6: numeric, coalesce integer, coalesce text, nullif integer, greatest timestamp with time zone, least numeric
select array[$1, 'x'], array[$2, 1.5], array[$3, $4::uuid], array[[$5], [1]], $6 = any (array[1, 2]), row($7::int, $8::text), ($9::int[])[$10];  -- error cannot-coerce
select array[$1];  -- $1: text, array text[]
select row($1);  -- error indeterminate-parameter
select ($1, 2) = (1, $2), ($3, $4) > (created_at, id), (id, $5) in ((1, 'a'), ($6, $7)) from customers;  -- $1: integer, $2: integer, $3: timestamp with time zone, $4: bigint, $5: text, $6: bigint, $7: text, ?column? boolean, ?column? boolean, ?column? boolean
select created_at > now() - $1, created_at > now() - $2::interval, born + $3, born - $4, created_at - $5 from customers;  -- error undefined-operator
select interval '1 day' * $1, $2 * interval '1 day', $3 * lasting, lasting / $4 from shop.items;  -- $1: double precision, $2: double precision, $3: double precision, $4: double precision, ?column? interval, ?column? interval, ?column? interval, ?column? interval
select now() - $1 * interval '1 minute', now() + make_interval(hours => $2), now() - ($3 || ' minutes')::interval, now() - ($4::text || ' days')::interval;  -- $1: double precision, $2: integer, $3: text, $4: text, ?column? timestamp with time zone, ?column? timestamp with time zone, ?column? timestamp with time zone, ?column? timestamp with time zone
select date_trunc($1, created_at), extract(epoch from $2::timestamp), created_at at time zone $3, $4::timestamptz at time zone 'utc', to_timestamp($5), $6::date - born from customers;  -- $1: text, $2: timestamp without time zone, $3: text, $4: timestamp with time zone, $5: double precision, $6: date, date_trunc timestamp with time zone, extract numeric, timezone timestamp without time zone, timezone timestamp without time zone, to_timestamp timestamp with time zone, ?column? integer
select $1 between 1 and 10, id between $2 and $3, born between $4 and $4 + 7, $5 between symmetric 1.5 and 2 from customers;  -- $1: integer, $2: bigint, $3: bigint, $4: date, $5: numeric, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select born between $1 and $2, born not between $3 and current_date, created_at between $4 and $4 + interval '1 day' from customers;  -- $1: date, $2: date, $3: date, $4: timestamp with time zone, ?column? boolean, ?column? boolean, ?column? boolean
select $1 is distinct from 1, name is not distinct from $2, $3 is not distinct from born from customers;  -- $1: integer, $2: text, $3: date, ?column? boolean, ?column? boolean, ?column? boolean
select name ~ $1, name ~* $2, name similar to $3, name !~ $4, $5 ~ 'x', name like any ($6), name ^@ $7 from customers;  -- $1: text, $2: text, $3: text, $4: text, $5: text, $6: text[], $7: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select prefs -> $1, prefs ->> $2, prefs #> $3, prefs @> $4, prefs ? $5, prefs || $6, prefs['a'] = $7, prefs ->> 'a' = $8, (prefs ->> 'n')::int > $9, prefs #>> $10 = $11 from customers;  -- $1: text, $2: text, $3: text[], $4: jsonb, $5: text, $6: jsonb, $7: jsonb, $8: text, $9: integer, $10: text[], $11: text, ?column? jsonb, ?column? text, ?column? jsonb, ?column? boolean, ?column? boolean, ?column? jsonb, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select tags || $1, $2 = any (tags), tags @> $3, tags && $4, array_append(tags, $5), tags[$6], tags = $7, array_position(tags, $8), tags @> array[$9] from customers;  -- $1: text[], $2: text, $3: text[], $4: text[], $5: text, $6: integer, $7: text[], $8: text, $9: text, ?column? text[], ?column? boolean, ?column? boolean, ?column? boolean, array_append text[], tags text, ?column? boolean, array_position integer, ?column? boolean
select valid @> $1, valid && $2, valid = $3, lower(valid) > $4, daterange($5, $6) && valid, valid @> $7::date from orders;  -- $1: daterange, $2: daterange, $3: daterange, $4: date, $5: date, $6: date, $7: date, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select total > $1, total + $2 > 5, round(total, $3), total * $4::int, discount = $5, weight < $6, small + $7, quantity % $8, customer_id = $9, raw = $10, code = $11, note || $12, paid = $13, paid and $14, not $15, placed < $16, id = $17 from orders;  -- $1: numeric, $2: numeric, $3: integer, $4: integer, $5: real, $6: double precision, $7: smallint, $8: integer, $9: bigint, $10: bytea, $11: character, $12: text, $13: boolean, $14: boolean, $15: boolean, $16: timestamp without time zone, $17: uuid, ?column? boolean, ?column? boolean, round numeric, ?column? numeric, ?column? boolean, ?column? boolean, ?column? smallint, ?column? integer, ?column? boolean, ?column? boolean, ?column? boolean, ?column? text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select feeling = $1, feeling in ($2, 'ok'), feeling > $3, $4::mood, feeling::text = $5, mail = $6, mail || $7, quantity = $8, quantity + $9, home = $10, (home).street = $11, (home).number > $12 from customers, orders;  -- $1: mood, $2: mood, $3: mood, $4: mood, $5: text, $6: text, $7: text, $8: integer, $9: integer, $10: record, $11: text, $12: integer, ?column? boolean, ?column? boolean, ?column? boolean, mood mood, ?column? boolean, ?column? boolean, ?column? text, ?column? boolean, ?column? integer, ?column? boolean, ?column? boolean, ?column? boolean
select $1::int[], $2::mood[], $3::address, $4::positive, $5::email[], $6::customers, $7::numeric(10, 2), $8::varchar(3), $9::timestamptz(0), $10::int[][];  -- $1: integer[], $2: mood[], $3: address, $4: positive, $5: email[], $6: customers, $7: numeric, $8: character varying, $9: timestamp with time zone, $10: integer[], int4 integer[], mood mood[], address address, positive positive, email email[], customers customers, numeric numeric, varchar character varying, timestamptz timestamp with time zone, int4 integer[]
select upper($1), length($2), $3 || 'x', 'x' || $4, substring($5 from 1 for $6), trim($7), replace($8, $9, $10), concat($11::text, 'x'), md5($12), left($13, $14), position($15 in $16), split_part($17, ',', $18), lpad($19, 5), coalesce($20, '') || 'x';  -- $1: text, $2: text, $3: text, $4: text, $5: text, $6: integer, $7: text, $8: text, $9: text, $10: text, $11: text, $12: text, $13: text, $14: integer, $15: text, $16: text, $17: text, $18: integer, $19: text, $20: text, upper text, length integer, ?column? text, ?column? text, substring text, btrim text, replace text, concat text, md5 text, left text, position integer, split_part text, lpad text, ?column? text
select 1 + $1 * 2, $2 / 2.0, -$3 + 1, abs($4), $5 % 10, 2 ^ $6, sqrt($7), ($8 + 1) * $9, @ $10, |/ $11, ~$12::int, $13 << 2, 5 & $14;  -- error ambiguous-operator
select sum($1::int), max(id) filter (where id > $2), string_agg(name, $3), count(*) filter (where $4), array_agg($5::text), percentile_cont($6) within group (order by id), lag(name, $7, $8) over (), ntile($9) over () from customers group by name;  -- $1: integer, $2: bigint, $3: text, $4: boolean, $5: text, $6: double precision, $7: integer, $8: text, $9: integer, sum bigint, max bigint, string_agg text, count bigint, array_agg text[], percentile_cont double precision, lag text, ntile integer
select sum(id + $1), sum(id) * $2, max(name) || $3, avg(id) > $4, bool_or(id = $5), array_agg(id + $6), jsonb_object_agg($7::text, id), json_build_object($8::text, $9::int) from customers;  -- $1: bigint, $2: numeric, $3: text, $4: numeric, $5: bigint, $6: bigint, $7: text, $8: text, $9: integer, sum numeric, ?column? numeric, ?column? text, ?column? boolean, bool_or boolean, array_agg bigint[], jsonb_object_agg jsonb, json_build_object json
select jsonb_build_object('a', $1::text), to_jsonb($2::int), jsonb_set(prefs, $3, $4), jsonb_build_array($5::int, $6::text), prefs - $7::text, prefs #- $8 from customers;  -- $1: text, $2: integer, $3: text[], $4: jsonb, $5: integer, $6: text, $7: text, $8: text[], jsonb_build_object jsonb, to_jsonb jsonb, jsonb_set jsonb, jsonb_build_array jsonb, ?column? jsonb, ?column? jsonb
with x as (select $1::int as a) select a + $2 from x;  -- $1: integer, $2: integer, ?column? integer
with x as (select $1 as a) select * from x where a = $2;  -- $1: text, $2: text, a text
with recursive t(n) as (select $1::int union all select n + 1 from t where n < $2) select * from t;  -- $1: integer, $2: integer, n integer
with recursive t(n) as (values ($1) union all select n + 1 from t where n < 5) select * from t;  -- error undefined-operator
select * from customers c, lateral (select * from orders o where o.customer_id = c.id and o.total > $1 limit $2) x;  -- $1: numeric, $2: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from customers c left join orders o on o.customer_id = c.id and o.note = $1 where c.name = $2;  -- $1: text, $2: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from customers tablesample bernoulli ($1);  -- $1: real, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers fetch first $1 rows only;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where id = $1 for update;  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select $1::int4 = any ($2), $3 = all ($4::text[]), id = any ($5), name <> all ($6), $7 = any (tags), 1 = any ($8), 'a' = some ($9) from customers;  -- $1: integer, $2: integer[], $3: text, $4: text[], $5: bigint[], $6: text[], $7: text, $8: integer[], $9: text[], ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select count(*) from orders where ($1::date is null or placed >= $1) and ($2::text is null or note = $2) and (cardinality($3::int[]) = 0 or quantity = any ($3));  -- $1: date, $2: text, $3: integer[], count bigint
select count(*) from orders where placed >= $1 and ($1 is null or true);  -- $1: timestamp without time zone, count bigint
select count(*) from orders where ($1 is null or placed >= $1);  -- error indeterminate-parameter
select count(*) from orders where note = coalesce($1, note) and total >= coalesce($2, 0) and paid = coalesce($3, paid);  -- $1: character varying, $2: integer, $3: boolean, count bigint
select $1 = $2::int, $3::date < $4, $5 || $6::text, $7 + $8::interval, $9::numeric * $10;  -- $1: integer, $2: integer, $3: date, $4: date, $5: text, $6: text, $7: interval, $8: interval, $9: numeric, $10: numeric, ?column? boolean, ?column? boolean, ?column? text, ?column? interval, ?column? numeric
select $1 = $2;  -- $1: text, $2: text, ?column? boolean
select $1 < $2;  -- $1: text, $2: text, ?column? boolean
select $1 and $2, not $3, $4 or true;  -- $1: boolean, $2: boolean, $3: boolean, $4: boolean, ?column? boolean, ?column? boolean, ?column? boolean
select 'a' = $1, 'a' || $2, null = $3, null || $4;  -- $1: text, $2: text, $3: text, $4: text, ?column? boolean, ?column? text, ?column? boolean, ?column? text
select $1 is null;  -- error indeterminate-parameter
select $1 is not null and $1 > 5;  -- error indeterminate-parameter
select upper($1) = $2, lower($3) like $4, coalesce($5, upper($6));  -- $1: text, $2: text, $3: text, $4: text, $5: text, $6: text, ?column? boolean, ?column? boolean, coalesce text
select pg_typeof($1);  -- error indeterminate-parameter
select count($1);  -- error indeterminate-parameter
select quote_literal($1), quote_nullable($2), format('%s', $3::text);  -- $1: text, $2: text, $3: text, quote_literal text, quote_nullable text, format text
select concat($1);  -- error indeterminate-parameter
select nullif($1, ''), nullif($2, 0), nullif($3::text, $4);  -- $1: text, $2: integer, $3: text, $4: text, nullif text, nullif integer, nullif text
select $1 collate "C", name < $2 collate "C", $3::text collate "C" from customers;  -- $1: text, $2: text, $3: text, ?column? text, ?column? boolean, text text
select exists (select 1 from customers where name = $1 and id <> $2 and feeling = $3);  -- $1: text, $2: bigint, $3: mood, exists boolean
select ($1::jsonb ->> 'a')::int, $2::jsonb -> $3, jsonb_array_elements($4), jsonb_array_elements_text($5::jsonb), $6::json #>> '{a}';  -- $1: jsonb, $2: jsonb, $3: text, $4: jsonb, $5: jsonb, $6: json, int4 integer, ?column? jsonb, jsonb_array_elements jsonb, jsonb_array_elements_text text, ?column? text
select to_tsvector('english', name) @@ plainto_tsquery('english', $1), to_tsvector(name) @@ to_tsquery($2), ts_rank(to_tsvector(name), websearch_to_tsquery($3)) from customers;  -- $1: text, $2: text, $3: text, ?column? boolean, ?column? boolean, ts_rank real
