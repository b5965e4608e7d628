-- Mistakes in statements, as PostgreSQL tells them.

SELECT nosuch FROM customers;  -- error undefined-column
SELECT customers.nosuch FROM customers;  -- error undefined-column
SELECT c.nam FROM customers c;  -- error undefined-column
SELECT nosuch.id FROM customers;  -- error undefined-table
SELECT customers.id FROM customers c;  -- error undefined-table
SELECT id FROM customers, orders;  -- error ambiguous-column
SELECT id FROM customers c JOIN orders o ON c.id = o.customer_id;  -- error ambiguous-column
SELECT id FROM nosuch;  -- error undefined-table
SELECT id FROM shop.nosuch;  -- error undefined-table
SELECT id FROM nosuch.customers;  -- error undefined-schema
SELECT id FROM address;  -- error undefined-table
SELECT * FROM customers, customers;  -- error duplicate-alias
SELECT * FROM customers c, orders c;  -- error duplicate-alias
SELECT * FROM tree, shop.items, items;  -- error undefined-table
SELECT a.* FROM customers;  -- error undefined-table
SELECT (customers.id).* FROM customers;  -- error datatype-mismatch
SELECT (home).nosuch FROM customers;  -- error undefined-column
SELECT (name).x FROM customers;  -- error undefined-column
SELECT (1).x;  -- error undefined-column
SELECT name FROM customers GROUP BY feeling;  -- error grouping-error
SELECT feeling, count(*) FROM customers;  -- error grouping-error
SELECT * FROM customers GROUP BY feeling;  -- error grouping-error
SELECT max(id), name FROM customers;  -- error grouping-error
SELECT feeling FROM customers GROUP BY feeling ORDER BY name;  -- error grouping-error
SELECT feeling FROM customers GROUP BY feeling HAVING name = 'a';  -- error grouping-error
SELECT count(*) FROM customers GROUP BY count(*);  -- error grouping-error
SELECT count(*) FROM customers WHERE count(*) > 1;  -- error grouping-error
SELECT max(count(*)) FROM customers;  -- error grouping-error
SELECT count(max(id)) OVER () FROM customers;  -- count bigint
SELECT sum(rank() OVER ()) FROM customers;  -- error grouping-error
SELECT sum(sum(id) OVER ()) OVER () FROM customers;  -- error grouping-error
SELECT id FROM customers WHERE rank() OVER () = 1;  -- error grouping-error
SELECT id FROM customers GROUP BY id HAVING rank() OVER () = 1;  -- error grouping-error
SELECT id FROM customers GROUP BY rank() OVER ();  -- error grouping-error
SELECT rank() FROM customers;  -- error wrong-object-type
SELECT lower(name) OVER () FROM customers;  -- error wrong-object-type
SELECT count(*) FILTER (WHERE count(*) > 1) FROM customers;  -- error grouping-error
SELECT count(*) OVER nosuch FROM customers;  -- error undefined-object
SELECT count(*) OVER (PARTITION BY nosuch) FROM customers;  -- error undefined-column
SELECT sum(id) OVER (ORDER BY sum(id) OVER ()) FROM customers;  -- error grouping-error
SELECT id FROM customers JOIN orders ON count(*) = 1;  -- error grouping-error
SELECT id FROM customers LIMIT count(*);  -- error grouping-error
SELECT id FROM customers LIMIT 'a';  -- error datatype-mismatch
SELECT id FROM customers LIMIT -1;  -- id bigint
SELECT id FROM customers OFFSET name;  -- error datatype-mismatch
SELECT id FROM customers WHERE id;  -- error datatype-mismatch
SELECT id FROM customers WHERE name = 1;  -- error undefined-operator
SELECT id FROM customers WHERE id = 'abc';  -- error datatype-mismatch
SELECT id FROM customers HAVING id > 1;  -- error grouping-error
SELECT id FROM customers ORDER BY 3;  -- error invalid-column-reference
SELECT id FROM customers ORDER BY 0;  -- error invalid-column-reference
SELECT id FROM customers ORDER BY -1;  -- error invalid-column-reference
SELECT id FROM customers ORDER BY 1.5;  -- error syntax-error
SELECT id FROM customers ORDER BY 'a';  -- error syntax-error
SELECT id FROM customers ORDER BY true;  -- error syntax-error
SELECT id FROM customers ORDER BY (2);  -- error invalid-column-reference
SELECT id FROM customers GROUP BY 2;  -- error invalid-column-reference
SELECT id, name AS id FROM customers ORDER BY id;  -- error ambiguous-column
SELECT id AS x FROM customers WHERE x = 1;  -- error undefined-column
SELECT extra FROM shop.items ORDER BY extra;  -- error undefined-operator
SELECT DISTINCT extra FROM shop.items;  -- error undefined-operator
SELECT extra, count(*) FROM shop.items GROUP BY extra;  -- error undefined-operator
SELECT DISTINCT id FROM customers ORDER BY name;  -- error invalid-column-reference
SELECT DISTINCT ON (name) id FROM customers ORDER BY id;  -- error invalid-column-reference
SELECT extra FROM shop.items UNION SELECT extra FROM shop.items;  -- error undefined-operator
SELECT 1 UNION SELECT 'a';  -- error datatype-mismatch
SELECT 1 UNION SELECT 1, 2;  -- error column-count
SELECT id FROM customers UNION SELECT name FROM customers;  -- error datatype-mismatch
SELECT id FROM customers UNION SELECT id FROM customers ORDER BY name;  -- error undefined-column
SELECT id FROM customers EXCEPT SELECT id FROM customers ORDER BY id + 1;  -- error invalid-column-reference
SELECT ARRAY[1] UNION SELECT ARRAY['a'::text];  -- error cannot-coerce
VALUES (1), ('a'::text);  -- error datatype-mismatch
VALUES (1), (1, 2);  -- error column-count
VALUES ();  -- error syntax-error
SELECT * FROM (VALUES (1)) AS v (a, b);  -- error column-count
SELECT * FROM customers AS c (a, b, c, d, e, f, g, h, i, j, k);  -- error column-count
SELECT 1 FROM customers JOIN orders USING (nosuch);  -- error undefined-column
SELECT 1 FROM customers JOIN orders USING (name);  -- error undefined-column
SELECT 1 FROM customers c JOIN orders o USING (id);  -- error undefined-operator
SELECT 1 FROM tree a JOIN tree b USING (id) JOIN tree c USING (label);  -- error ambiguous-column
SELECT 1 FROM tree a JOIN tree b USING (id, id);  -- error duplicate-column
SELECT 1 FROM customers NATURAL JOIN orders;  -- error undefined-operator
SELECT 1 FROM customers JOIN orders;  -- error syntax-error
SELECT 1 FROM customers CROSS JOIN orders ON true;  -- error syntax-error
SELECT 1 FROM customers c, (SELECT c.id) x;  -- error undefined-table
SELECT 1 FROM customers c LEFT JOIN orders o ON o.customer_id = x.id;  -- error undefined-table
SELECT $1;  -- $1: text, ?column? text
SELECT $1 IS NULL;  -- error indeterminate-parameter
SELECT $2::int;  -- error indeterminate-parameter
SELECT $1 FROM customers WHERE $1 IS NULL OR name = $1;  -- error indeterminate-parameter
SELECT id FROM customers WHERE id = $1 AND name = $1;  -- error undefined-operator
SELECT id FROM customers WHERE $1 = $2;  -- $1: text, $2: text, id bigint
SELECT coalesce($1, $2), $1 + 1;  -- error undefined-operator
SELECT count($1), num_nulls($1);  -- error indeterminate-parameter
INSERT INTO customers (id, name) VALUES (1);  -- error column-count
INSERT INTO customers (id) VALUES (1, 'a');  -- error column-count
INSERT INTO customers (nosuch) VALUES (1);  -- error undefined-column
INSERT INTO customers (id, id) VALUES (1, 2);  -- error duplicate-column
INSERT INTO customers (name) SELECT 1, 2;  -- error column-count
INSERT INTO customers (name, id) SELECT 1;  -- error column-count
INSERT INTO customers (born) VALUES (true);  -- error datatype-mismatch
INSERT INTO customers (born) SELECT true;  -- error datatype-mismatch
INSERT INTO customers (name) VALUES ($1) RETURNING nosuch;  -- error undefined-column
INSERT INTO customers (name) VALUES ($1) ON CONFLICT (nosuch) DO NOTHING;  -- error undefined-column
INSERT INTO customers (name) VALUES ($1) ON CONFLICT DO UPDATE SET name = 'a';  -- error syntax-error
INSERT INTO customers (name) VALUES ($1) ON CONFLICT (id) DO UPDATE SET nosuch = 1;  -- error undefined-column
INSERT INTO customers (name) VALUES ($1) ON CONFLICT (id) DO UPDATE SET name = name;  -- error ambiguous-column
INSERT INTO customers (name) VALUES ($1) ON CONFLICT (id) DO UPDATE SET name = excluded.nosuch;  -- error undefined-column
INSERT INTO customers (name) VALUES ($1) ON CONFLICT ON CONSTRAINT nosuch DO NOTHING;  -- error undefined-object
INSERT INTO ledger (id, amount) VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO ledger (doubled, amount) VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO ledger (doubled, amount) OVERRIDING SYSTEM VALUE VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO big_orders (id) VALUES (gen_random_uuid());  -- error wrong-object-type
UPDATE customers SET nosuch = 1;  -- error undefined-column
UPDATE customers SET name = 'a', name = 'b';  -- error duplicate-column
UPDATE customers SET (name, id) = (1, 2, 3);  -- error column-count
UPDATE customers SET (name, id) = 1;  -- error syntax-error
UPDATE customers SET id = 'a'::text;  -- error datatype-mismatch
UPDATE customers SET customers.name = 'a';  -- error undefined-column
UPDATE customers c SET name = 'a' WHERE customers.id = 1;  -- error undefined-table
UPDATE customers SET name = 'a' FROM customers;  -- error duplicate-alias
UPDATE customers SET name = o.note FROM orders o WHERE id = 1;  -- error ambiguous-column
UPDATE customers SET name = max(name);  -- error grouping-error
UPDATE ledger SET id = 1;  -- error invalid-column-reference
UPDATE ledger SET doubled = 1;  -- error invalid-column-reference
UPDATE big_orders SET total = 1;  -- error wrong-object-type
DELETE FROM customers WHERE nosuch = 1;  -- error undefined-column
DELETE FROM customers USING customers WHERE true;  -- error duplicate-alias
DELETE FROM customers WHERE max(id) = 1;  -- error grouping-error
DELETE FROM customers RETURNING nosuch;  -- error undefined-column
DELETE FROM big_orders;  -- error wrong-object-type
DELETE FROM customers c WHERE customers.id = 1;  -- error undefined-table
MERGE INTO tree t USING tree t ON true WHEN MATCHED THEN DELETE;  -- error duplicate-alias
MERGE INTO tree t USING customers c ON t.id = c.id WHEN NOT MATCHED THEN INSERT (id) VALUES (t.id);  -- error undefined-table
MERGE INTO tree t USING customers c ON t.id = c.id WHEN MATCHED THEN UPDATE SET nosuch = 1;  -- error undefined-column
MERGE INTO tree t USING customers c ON t.id = c.nosuch WHEN MATCHED THEN DELETE;  -- error undefined-column
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1;  -- error duplicate-alias
WITH a (x, y) AS (SELECT 1) SELECT * FROM a;  -- error column-count
WITH a AS (DELETE FROM tree) SELECT * FROM a;  -- error wrong-object-type
WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT 1;  -- error undefined-table
WITH RECURSIVE a AS (SELECT 1 FROM a) SELECT 1 FROM a;  -- error unsupported
WITH RECURSIVE a (n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM a) SELECT n FROM a;  -- error datatype-mismatch
SELECT (SELECT 1, 2);  -- error column-count
SELECT 1 IN (SELECT 1, 2);  -- error column-count
SELECT (1, 2) IN (SELECT 1);  -- error column-count
SELECT (1, 2) = (SELECT 1);  -- error column-count
SELECT ARRAY(SELECT 1, 2);  -- error column-count
SELECT generate_series(1, 2) FROM customers WHERE generate_series(1, 2) > 1;  -- error wrong-object-type
SELECT CASE WHEN true THEN generate_series(1, 2) END;  -- error wrong-object-type
SELECT id FROM customers FOR UPDATE OF nosuch;  -- error undefined-table
SELECT count(*) FROM customers FOR UPDATE;  -- error unsupported
SELECT DISTINCT id FROM customers FOR UPDATE;  -- error unsupported
SELECT * FROM any_rows();  -- error syntax-error
SELECT * FROM any_rows() AS t (a, b);  -- error syntax-error
SELECT * FROM generate_series(1, 2) AS g (a, b);  -- error column-count
SELECT GROUPING(name) FROM customers GROUP BY feeling;  -- error grouping-error
SELECT GROUPING(feeling) FROM customers;  -- error grouping-error
SELECT *;  -- error syntax-error
SELECT DISTINCT c.* FROM (SELECT FROM customers) AS c;  -- error syntax-error
SELECT id, FROM customers;  -- error syntax-error
SELECT id FROM customers WHERE;  -- error syntax-error
SELECT id FORM customers;  -- error syntax-error
SELECT id FROM customers ORDER BY;  -- error syntax-error
SELECT id FROM customers LIMIT 1 LIMIT 2;  -- error syntax-error
SELECT id FROM customers GROUP id;  -- error syntax-error
SELEC id FROM customers;  -- error syntax-error
INSERT INTO customers VALUE (1);  -- error syntax-error
UPDATE customers name = 'a';  -- error syntax-error
DELETE customers;  -- error syntax-error
SELECT id FROM customers WHERE name = 'a' AND (id = 1;  -- error syntax-error
select $1::national;  -- error syntax-error
select $1::national, 1::national character varying(3), 'x'::national char;  -- error syntax-error
update plots set grid[1] = default;  -- error unsupported
update plots set home.street = default;  -- error unsupported
select sum(generate_series(1, 2)) over () from orders;  -- error grouping-error
select coalesce((home).*) from plots;  -- error syntax-error
select upper((home).*) from plots;  -- error syntax-error
select to_json((home).*) from plots;  -- error syntax-error
select array[(home).*] from plots;  -- error syntax-error
select (home).* is null from plots;  -- error syntax-error
select count((home).*) from plots;  -- error syntax-error
values (1) for update;  -- error unsupported
select 1 from orders tablesample bernoulli(10, 20);  -- error undefined-function
with x as (select 1) select * from x tablesample system(10);  -- error wrong-object-type
select * from (customers c join orders o on true) as j (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w);  -- error column-count
select * from unnest(array[1], array[2]) as t (a int, b int);  -- error syntax-error
select * from split(1) as t (a int, b int);  -- error syntax-error
select * from all_customers() as t (a int, b int);  -- error syntax-error
select 'x' from null;  -- error syntax-error
select ctid from customers, orders;  -- error ambiguous-column
merge into ledger l using orders o on true when matched and l.ctid is null then delete;  -- error invalid-column-reference
select x.* is null from customers c;  -- error undefined-table
select row(x.*) from customers c;  -- error undefined-table
select to_json(x.*) from customers c;  -- error undefined-table
select 1 from orders window w as (), w as (order by id);  -- error duplicate-object
with recursive x as (select 1 union select 2 from x) merge into ledger using x on true when matched then delete;  -- error unsupported
with recursive x(n) as (select 1 union select n from x order by 1) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union select n from x limit 1) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union select n from x for update) select * from x;  -- error unsupported
with recursive x as (insert into tree select * from x returning id) select 1;  -- error unsupported
with recursive x(n) as (select 1 intersect select n from x) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union (select 2 except select n from x)) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union select o.n from (select 1) a left join x o on true) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union select (select n from x)) select * from x;  -- error unsupported
select row(1, 2)::address;  -- error cannot-coerce
select row('a', 1)::address;  -- error cannot-coerce
select row('a', 1, 'z', 2)::address;  -- error cannot-coerce
select row('a', '2020-01-01'::date, 'z')::address;  -- error cannot-coerce
select (select row(1, 2))::address;  -- error cannot-coerce
select c::address from customers c;  -- error cannot-coerce
select 1 from customers for update of public.customers;  -- error syntax-error
select distinct on (name, id) name from customers order by name, mail, id;  -- error invalid-column-reference
select json_object('a': 1 returning record);  -- error datatype-mismatch
select json('1'::int with unique keys);  -- error datatype-mismatch
select json(1 with unique keys);  -- error datatype-mismatch
select json_array(select 1 returning anyarray);  -- error datatype-mismatch
select 1 is distinct from row(1);  -- error undefined-operator
select (select 1, 2) = (select 1, 2);  -- error column-count
select 1 in (select array[1]);  -- error undefined-operator
select * from customers natural join orders tablesample system (1);  -- error undefined-operator
select 1 from customers where (select true, false);  -- error column-count
select grouping(name) from customers group by ();  -- error grouping-error
select 'a' from customers group by (('a'));  -- error syntax-error
with recursive x(n) as (select 1 union (select 2 intersect all select n from x)) select * from x;  -- error unsupported
with recursive x(n) as (select 1 union (select n from x except all select 2)) select * from x;  -- error unsupported
select * from rows from (split(1), split(2)) as t (a int, b int, c int, d int);  -- error syntax-error
select * from rows from (unnest(array[1], array[2]) as (a int, b int)) as t;  -- error undefined-function
select nope.count(*) filter (where paid) from orders;  -- error undefined-function
select pg_catalog.lower(note) filter (where paid) from orders;  -- error wrong-object-type
select $1::customers.name%type;  -- error undefined-type
select 1::int(3);  -- error syntax-error
select 'a'::mood(3);  -- error syntax-error
select 'a'::positive(3);  -- error syntax-error
select 1::numeric(x, 2);  -- error syntax-error
select 'a'::varchar('3');  -- error syntax-error
select lower(*) from customers;  -- error undefined-function
select lower(distinct name) from customers;  -- error wrong-object-type
select lower(name order by name) from customers;  -- error wrong-object-type
select lower(name) within group (order by id) from customers;  -- error undefined-function
select lower(name) filter (where true) from customers;  -- error wrong-object-type
select percentile_disc(0.5) from orders;  -- error undefined-function
select percentile_disc(0.5 order by total) from orders;  -- error undefined-function
select sum(total) within group (order by id) from orders;  -- error undefined-function
select rank() within group (order by id) from orders;  -- error undefined-function
select rank() filter (where paid) over () from orders;  -- error wrong-object-type
select rank(distinct 1) over () from orders;  -- error wrong-object-type
select rank(order by 1) over () from orders;  -- error syntax-error
select sum(total => 1) from orders;  -- error undefined-function
select rank(total => 1) over () from orders;  -- error undefined-function
select lower(variadic array['a']);  -- error undefined-function
select make_interval(days => 1, variadic array[1]);  -- error syntax-error
select greatest(variadic array[1, 2]);  -- error syntax-error
select split(half => 1);  -- error undefined-function
select array_append(array[1], 'a'::text);  -- error undefined-function
select int4range(1, 2) + int8range(1, 2);  -- error undefined-operator
select array_fill('a', array[2]);  -- error datatype-mismatch
select enum_first('sad');  -- error undefined-function
select extract(century from 'a');  -- error ambiguous-function
select extract(nothing from now());  -- error syntax-error
select 'no_such'::regclass;  -- error undefined-table
select 'pg_class.'::regclass;  -- error syntax-error
select 'lower(nope)'::regprocedure;  -- error undefined-type
select 'nope'::regconfig;  -- error undefined-object
select '(1,2'::point;  -- error datatype-mismatch
select '{0,0,3}'::line;  -- error datatype-mismatch
select '(1,2)'::circle;  -- error datatype-mismatch
select '1,2,3'::box;  -- error datatype-mismatch
select '[1,2'::int4range;  -- error datatype-mismatch
select '{[1,2)'::int4multirange;  -- error datatype-mismatch
select '[3,1]'::int4range;  -- error datatype-mismatch
select '(a,1'::address;  -- error datatype-mismatch
select '(a,b,z)'::address;  -- error datatype-mismatch
select '\xabc'::bytea;  -- error datatype-mismatch
select 'a\b'::bytea;  -- error datatype-mismatch
select '{"a": "\u0000"}'::jsonb;  -- error datatype-mismatch
select '{"a": "\ud800"}'::jsonb;  -- error datatype-mismatch
select '1 day 1 day'::interval;  -- error datatype-mismatch
select 'nothing'::interval;  -- error datatype-mismatch
select '12:30'::date;  -- error datatype-mismatch
select '13/13/2020'::date;  -- error datatype-mismatch
select '25:00'::time;  -- error datatype-mismatch
select 'infinity2'::date;  -- error datatype-mismatch
select '1.2.3.4/33'::cidr;  -- error datatype-mismatch
select '1.2.3.4/24'::cidr;  -- error datatype-mismatch
select ':::1'::inet;  -- error datatype-mismatch
select '08:00:2b:01:02'::macaddr;  -- error datatype-mismatch
select '4294967296'::oid;  -- error datatype-mismatch
select 'a & (b'::tsquery;  -- error datatype-mismatch
select '{1,2'::int[];  -- error datatype-mismatch
select '{{1,2},{3}}'::int[];  -- error datatype-mismatch
select date('a');  -- error datatype-mismatch
select numeric(1);  -- error syntax-error
select any(array[1]);  -- error syntax-error
select row(1, 'a') = row(1, 2);  -- error datatype-mismatch
select row(1, 2) < row(1);  -- error column-count
select 1 operator(shop.+) 2;  -- error undefined-operator
select ! 5;  -- error undefined-operator
select prefs = prefs, tags || 'a', tags || tags, 'a' || tags from customers;  -- error datatype-mismatch
select array[1] = any (array[array[1]]);  -- error undefined-operator
select json '1' = json '1';  -- error undefined-operator
select point(1, 2) = point(1, 2);  -- error undefined-operator
select distinct point(1, 2);  -- error undefined-operator
select distinct prefs, extra from customers, shop.items;  -- error undefined-operator
select max(true);  -- error undefined-function
