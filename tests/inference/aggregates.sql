select count(*), sum(quantity), sum(small), sum(total), sum(discount), sum(weight), sum(customer_id), avg(quantity), avg(total), avg(discount), avg(customer_id), min(total), max(note), min(code), max(placed), min(quantity) from orders;  -- count bigint, sum bigint, sum bigint, sum numeric, sum real, sum double precision, sum numeric, avg numeric, avg numeric, avg double precision, avg numeric, min numeric, max text, min character, max timestamp without time zone, min integer
select sum(1), sum(1::bigint), sum(1.5), sum(interval '1 day'), avg(interval '1 day'), sum('1'::money), avg(1::smallint), sum(1::real), avg(1::real);  -- sum bigint, sum numeric, sum numeric, sum interval, avg interval, sum money, avg numeric, sum real, avg double precision
select max(name), min(born), max(created_at), max(mail), min(feeling), max(tags), max(home) from customers;  -- max text, min date, max timestamp with time zone, max text, min mood, max text[], max record
select max(id) from orders;  -- error undefined-function
select max(prefs) from customers;  -- error undefined-function
select max(paid) from orders;  -- error undefined-function
select bool_and(paid), bool_or(paid), every(paid), bit_and(quantity), bit_or(small), bit_xor(1), any_value(note), any_value(tags) from orders, customers;  -- bool_and boolean, bool_or boolean, every boolean, bit_and integer, bit_or smallint, bit_xor integer, any_value character varying, any_value text[]
select string_agg(name, ','), string_agg(name, ',' order by id), string_agg(distinct name, ','), string_agg(name, $1 order by name desc nulls last), string_agg(raw, '\x00') from customers, orders;  -- error ambiguous-column
select string_agg(id, ',') from customers;  -- error undefined-function
select string_agg(name) from customers;  -- error undefined-function
select array_agg(name), array_agg(distinct id), array_agg(name order by id desc, name), array_agg(tags), array_agg(home), array_agg($1::int), array_agg(row(1, name)), array_agg(feeling), array_agg(mail), array_agg(quantity) from customers, orders;  -- error ambiguous-column
select array_agg($1);  -- error ambiguous-function
select array_agg('x');  -- error ambiguous-function
select array_agg(null);  -- error ambiguous-function
select jsonb_agg(c), json_agg(name), jsonb_object_agg(name, id), json_object_agg(id, name order by id), jsonb_agg(jsonb_build_object('a', name)), json_agg(c.*) , jsonb_agg_strict(name), jsonb_object_agg_unique(name, id) from customers c;  -- jsonb_agg jsonb, json_agg json, jsonb_object_agg jsonb, json_object_agg json, jsonb_agg jsonb, json_agg json, jsonb_agg_strict jsonb, jsonb_object_agg_unique jsonb
select json_agg($1);  -- error datatype-mismatch
select xmlagg(null::xml), range_agg(valid), range_intersect_agg(valid), range_agg('{}'::int4multirange) from orders;  -- xmlagg xml, range_agg datemultirange, range_intersect_agg daterange, range_agg int4multirange
select stddev(quantity), stddev_pop(total), variance(weight), var_samp(discount), corr(weight, weight), covar_pop(weight, 1), regr_slope(weight, 2), regr_count(weight, weight) from orders;  -- stddev numeric, stddev_pop numeric, variance double precision, var_samp double precision, corr double precision, covar_pop double precision, regr_slope double precision, regr_count bigint
select count(*) filter (where paid), sum(total) filter (where total > $1), array_agg(id) filter (where note is not null), count(distinct note) filter (where paid and total < 5) from orders;  -- $1: numeric, count bigint, sum numeric, array_agg uuid[], count bigint
select sum(total) filter (where note) from orders;  -- error datatype-mismatch
select percentile_cont(0.5) within group (order by total), percentile_cont(0.5) within group (order by weight), percentile_cont(array[0.25, 0.5]) within group (order by weight), percentile_cont(0.5) within group (order by placed - placed), percentile_cont($1) within group (order by quantity) from orders;  -- $1: double precision, percentile_cont double precision, percentile_cont double precision, percentile_cont double precision[], percentile_cont interval, percentile_cont double precision
select percentile_disc(0.5) within group (order by total), percentile_disc(0.5) within group (order by note), percentile_disc(array[0.1, 0.9]) within group (order by placed), percentile_disc($1) within group (order by id desc) from orders;  -- error ambiguous-function
select mode() within group (order by note), mode() within group (order by total desc), mode() within group (order by paid) from orders;  -- mode character varying, mode numeric, mode boolean
select rank(5) within group (order by quantity), dense_rank('a', 1) within group (order by note, quantity), percent_rank(1.5) within group (order by total), cume_dist($1) within group (order by placed), rank($2, $3) within group (order by note, total) from orders;  -- $1: timestamp without time zone, $2: character varying, $3: numeric, rank bigint, dense_rank bigint, percent_rank double precision, cume_dist double precision, rank bigint
select rank(1, 2) within group (order by quantity) from orders;  -- error undefined-function
select rank('x') within group (order by quantity) from orders;  -- error datatype-mismatch
select percentile_cont(0.5) from orders;  -- error undefined-function
select percentile_cont('x') within group (order by total) from orders;  -- error datatype-mismatch
select percentile_cont(0.5) within group (order by note) from orders;  -- error undefined-function
select percentile_disc(0.5) within group (order by $1) from orders;  -- error datatype-mismatch
select percentile_cont(0.5) within group (order by total) filter (where paid) from orders;  -- percentile_cont double precision
select percentile_cont(0.5) within group (order by total) over () from orders;  -- error wrong-object-type
select sum(total) within group (order by total) from orders;  -- error undefined-function
select mode() within group (order by total, note) from orders;  -- error undefined-function
select sum($1), avg($2::int), max($3::date), count($4::text);  -- error ambiguous-function
select sum($1);  -- error ambiguous-function
select avg($1);  -- error ambiguous-function
select max($1);  -- $1: text, max text
select min('a'), max('a'::varchar), max('b'::char(3));  -- min text, max text, max character
select count($1);  -- error indeterminate-parameter
select sum(name) from customers;  -- error undefined-function
select sum(paid) from orders;  -- error undefined-function
select sum(paid::int), sum(distinct total), sum(all total), avg(distinct quantity) from orders;  -- sum bigint, sum numeric, sum numeric, avg numeric
select sum(sum(total)) from orders;  -- error grouping-error
select sum((select total)) from orders;  -- sum numeric
select (select sum(o.total) from shop.items) from orders o;  -- sum numeric
select (select sum(i.price) from shop.items i where i.order_id = o.id) from orders o;  -- sum numeric
select paid, count(*) from orders group by paid;  -- paid boolean, count bigint
select paid, note, count(*) from orders group by paid;  -- error grouping-error
select paid as p, count(*) from orders group by p having count(*) > $1 and max(total) > $2;  -- $1: bigint, $2: numeric, p boolean, count bigint
select 1 from orders where count(*) > 1;  -- error grouping-error
select count(*) from orders group by count(*);  -- error grouping-error
select * from orders join customers on sum(total) > 1;  -- error grouping-error
select max(total) + 1, sum(total) / count(*), sum(total) / nullif(count(*), 0), round(avg(total), 2), coalesce(sum(quantity), 0), sum(quantity)::int, count(*) * 100.0 / sum(count(*)) over () from orders;  -- ?column? numeric, ?column? numeric, ?column? numeric, round numeric, coalesce bigint, sum integer, ?column? numeric
select sum(case when paid then total else 0 end), count(case when paid then 1 end), sum((paid)::int), sum(total * quantity), max(length(note)), sum(coalesce(discount, 0)) from orders;  -- sum numeric, count bigint, sum bigint, sum numeric, max integer, sum real
select sum(total) as total, count(*) "Count" from orders;  -- total numeric, Count bigint
select array_agg(distinct name order by name) from customers;  -- array_agg text[]
select array_agg(distinct name order by id) from customers;  -- error invalid-column-reference
select string_agg(distinct name, ',' order by name) from customers;  -- string_agg text
select count(distinct (name, mail)), count((name, mail)), count(c), count(c.*) from customers c;  -- count bigint, count bigint, count bigint, count bigint
select count(distinct name, mail) from customers;  -- error undefined-function
select count(distinct *) from customers;  -- error syntax-error
select sum(*) from orders;  -- error undefined-function
select sum(distinct) from orders;  -- error syntax-error
select grouping(paid), count(*) from orders group by rollup (paid);  -- grouping integer, count bigint
select grouping(paid, note) from orders group by grouping sets ((paid, note), (paid), ());  -- grouping integer
select grouping(total) from orders group by rollup (paid);  -- error grouping-error
select grouping(paid) from orders;  -- error grouping-error
select array_agg(x) from unnest($1::text[]) x;  -- $1: text[], array_agg text[]
select array_agg(elem ->> 'a') from jsonb_array_elements($1) elem;  -- $1: jsonb, array_agg text[]
select max(created_at) filter (where feeling = $1), min(born) filter (where id = any ($2)) from customers;  -- $1: mood, $2: bigint[], max timestamp with time zone, min date
select pg_catalog.sum(total), pg_catalog.count(*) from orders;  -- sum numeric, count bigint
select array_agg(o order by o.total) from orders o;  -- array_agg orders[]
select (array_agg(name order by id))[1], array_length(array_agg(name), 1), array_to_string(array_agg(name), ','), jsonb_agg(name) -> 0, max(name) || 'x' from customers;  -- array_agg text, array_length integer, array_to_string text, ?column? jsonb, ?column? text
select bit_and(b'101'), bit_or('1'::bit(1)), bool_and(null), every($1) from orders;  -- $1: boolean, bit_and bit, bit_or bit, bool_and boolean, every boolean
select string_agg(distinct note, ',' order by note) from orders;  -- string_agg text
select percentile_cont(0.5 order by total) within group (order by total) from orders;  -- error syntax-error
select mode(distinct) within group (order by total) from orders;  -- error syntax-error
select count(*) from tree group by ();  -- count bigint
select id, count(*) from tree group by id, ();  -- id integer, count bigint
select id, count(*) from tree group by distinct (), rollup (id), ();  -- id integer, count bigint
select id, parent from tree group by ();  -- error grouping-error
SELECT string_agg(name, ',' ORDER BY name USING > NULLS FIRST, id) FROM customers;  -- string_agg text
SELECT string_agg(name, ',' ORDER BY name USING ~) FROM customers;  -- error wrong-object-type
SELECT string_agg(name, ',' ORDER BY prefs::json) FROM customers;  -- error undefined-operator
SELECT json_arrayagg(name ORDER BY prefs::json) FROM customers;  -- error undefined-operator
SELECT rank(1) WITHIN GROUP (ORDER BY id USING <>) FROM customers;  -- error wrong-object-type
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY '{}'::json) FROM customers;  -- error undefined-operator
SELECT mode() WITHIN GROUP (ORDER BY point '(1,2)') FROM customers;  -- error undefined-operator
SELECT count(DISTINCT xmin) FROM customers;  -- error undefined-operator
select count(grouping(name)) from customers group by name;  -- error grouping-error
select count(distinct $1);  -- $1: text, count bigint
select count(distinct 'a'), count(distinct null);  -- count bigint, count bigint
select array_agg(distinct $1);  -- error ambiguous-function
select count(distinct $1 order by $1);  -- $1: text, count bigint
select string_agg(distinct $1, ',');  -- $1: text, string_agg text
select pg_catalog.count(*) over () from orders;  -- count bigint
select pg_catalog.count(*) filter (where paid) over () from orders;  -- count bigint
select pg_catalog.count(*) filter (where paid) from orders;  -- count bigint
select pg_catalog.percentile_disc(0.5) within group (order by total) from orders;  -- percentile_disc numeric
select percentile_disc((select max(c.id) from customers c)) within group (order by total) from orders;  -- percentile_disc numeric
select pg_catalog.sum(total) filter (where paid) + 1, pg_catalog.max(id::text) filter (where paid) as m from orders;  -- ?column? numeric, m text
select pg_catalog.count(*) filter (where paid)::int from orders;  -- count integer
select pg_catalog.rank(1) within group (order by small) filter (where paid) from orders;  -- rank bigint
select paid from orders group by paid having pg_catalog.count(*) filter (where small > 1) > 1 order by pg_catalog.count(*) filter (where small > 1);  -- paid boolean
select 1 operator(pg_catalog.+) 2;  -- ?column? integer
select string_agg(distinct 'a'::text, ',' order by 'a');  -- error invalid-column-reference
select count(distinct 'a' order by 'a');  -- count bigint
select count(distinct $1 order by $1);  -- $1: text, count bigint
select count(distinct $1 order by $2);  -- error invalid-column-reference
select array_agg(distinct 'a'::text order by 'a'::text), string_agg(distinct name, $1 order by name) from customers;  -- $1: text, array_agg text[], string_agg text
