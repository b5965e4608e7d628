-- Subqueries in expressions: scalar, EXISTS, IN, ANY, ALL, ARRAY, rows, correlated.

SELECT (SELECT name FROM customers WHERE id = $1);  -- $1: bigint, name text
SELECT (SELECT name FROM customers WHERE id = $1) AS n, (SELECT 1), (SELECT count(*) FROM orders);  -- $1: bigint, n text, ?column? integer, count bigint
SELECT (SELECT 1, 2);  -- error column-count
SELECT (SELECT FROM customers);  -- error column-count
SELECT (SELECT NULL), (SELECT 'a'), (SELECT $1);  -- $1: text, ?column? text, ?column? text, ?column? text
SELECT (SELECT $1) + 1;  -- error undefined-operator
SELECT (SELECT $1::int) + $2;  -- $1: integer, $2: integer, ?column? integer
SELECT (SELECT id FROM customers LIMIT 1) = $1;  -- $1: bigint, ?column? boolean
SELECT ((SELECT 1)), ((SELECT id FROM customers LIMIT 1) + 1);  -- ?column? integer, ?column? bigint
SELECT (SELECT c FROM customers c LIMIT 1), ((SELECT c FROM customers c LIMIT 1)).name;  -- c customers, name text
SELECT (SELECT ROW(1, 2)), (SELECT home FROM customers LIMIT 1), ((SELECT home FROM customers LIMIT 1)).street;  -- row record, home address, street text
SELECT c.id, (SELECT max(total) FROM orders o WHERE o.customer_id = c.id) AS most FROM customers c;  -- id bigint, most numeric
SELECT c.id, (SELECT o.total FROM orders o WHERE o.customer_id = c.id AND o.note = c.name || $1 LIMIT 1) FROM customers c;  -- $1: text, id bigint, total numeric
SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE total > $1);  -- $1: numeric, id bigint
SELECT id FROM customers WHERE id NOT IN (SELECT customer_id FROM orders);  -- id bigint
SELECT id FROM customers WHERE name IN (SELECT customer_id FROM orders);  -- error undefined-operator
SELECT id FROM customers WHERE id IN (SELECT id, name FROM customers);  -- error column-count
SELECT id FROM customers WHERE (id, name) IN (SELECT customer_id, note FROM orders);  -- id bigint
SELECT id FROM customers WHERE (id, name) NOT IN (SELECT customer_id, note FROM orders WHERE paid = $1);  -- $1: boolean, id bigint
SELECT id FROM customers WHERE (id, name) IN (SELECT customer_id FROM orders);  -- error column-count
SELECT id FROM customers WHERE ROW(id, name) = ANY (SELECT customer_id, note FROM orders);  -- id bigint
SELECT id FROM customers WHERE $1 IN (SELECT customer_id FROM orders);  -- $1: bigint, id bigint
SELECT id FROM customers WHERE ($1, $2) IN (SELECT customer_id, note FROM orders);  -- $1: bigint, $2: text, id bigint
SELECT id FROM customers WHERE id IN (SELECT $1);  -- error undefined-operator
SELECT id FROM customers WHERE id IN (SELECT $1::bigint);  -- $1: bigint, id bigint
SELECT id FROM customers WHERE 'a' IN (SELECT name FROM customers);  -- id bigint
SELECT id FROM customers WHERE id = ANY (SELECT customer_id FROM orders);  -- id bigint
SELECT id FROM customers WHERE id > ALL (SELECT customer_id FROM orders);  -- id bigint
SELECT id FROM customers WHERE id < SOME (SELECT customer_id FROM orders);  -- id bigint
SELECT id FROM customers WHERE id <> ALL (SELECT customer_id FROM orders);  -- id bigint
SELECT id FROM customers WHERE name LIKE ANY (SELECT note FROM orders);  -- id bigint
SELECT id FROM customers WHERE name NOT LIKE ALL (SELECT note FROM orders);  -- id bigint
SELECT id FROM customers WHERE name ILIKE ANY ($1);  -- $1: text[], id bigint
SELECT id FROM customers WHERE name ~ ANY (ARRAY['a', $1]);  -- $1: text, id bigint
SELECT id FROM customers WHERE (id, name) < ALL (SELECT customer_id, note FROM orders);  -- id bigint
SELECT id FROM customers WHERE (id, name) = (SELECT customer_id, note FROM orders LIMIT 1);  -- id bigint
SELECT id FROM customers WHERE (id, name) > (SELECT $1::bigint, $2::text);  -- $1: bigint, $2: text, id bigint
SELECT id FROM customers WHERE (id, name) = (SELECT customer_id FROM orders);  -- error column-count
SELECT id FROM customers WHERE id = (SELECT customer_id FROM orders LIMIT 1);  -- id bigint
SELECT id FROM customers WHERE id = (SELECT note FROM orders LIMIT 1);  -- error undefined-operator
SELECT id FROM customers WHERE (SELECT count(*) FROM orders o WHERE o.customer_id = customers.id) > $1;  -- $1: bigint, id bigint
SELECT id FROM customers WHERE (SELECT paid FROM orders LIMIT 1);  -- id bigint
SELECT id FROM customers WHERE (SELECT 1);  -- error datatype-mismatch
SELECT id FROM customers WHERE EXISTS (SELECT * FROM orders WHERE customer_id = customers.id AND total > $1);  -- $1: numeric, id bigint
SELECT id FROM customers WHERE NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = id);  -- error undefined-operator
SELECT id FROM customers WHERE EXISTS (TABLE orders);  -- id bigint
SELECT id FROM customers WHERE EXISTS ((SELECT 1));  -- id bigint
SELECT EXISTS (SELECT 1 FROM customers WHERE mail = $1), EXISTS (SELECT 1) AS yes, NOT EXISTS (SELECT 1);  -- $1: text, exists boolean, yes boolean, ?column? boolean
SELECT ARRAY(SELECT id FROM customers WHERE name = $1), ARRAY(SELECT home FROM customers), ARRAY(SELECT tags FROM customers);  -- $1: text, array bigint[], array address[], array text[]
SELECT ARRAY(SELECT name FROM customers ORDER BY id LIMIT $1) || $2;  -- $1: bigint, $2: text[], ?column? text[]
SELECT ARRAY(SELECT 'a'), ARRAY(SELECT NULL), ARRAY(SELECT $1);  -- $1: text, array text[], array text[], array text[]
SELECT ARRAY(SELECT id, name FROM customers);  -- error column-count
SELECT ARRAY(SELECT c FROM customers c), ARRAY(SELECT ROW(1, 2));  -- array customers[], array record[]
SELECT array_length(ARRAY(SELECT id FROM customers), 1), (ARRAY(SELECT id FROM customers))[1];  -- array_length integer, array bigint
SELECT coalesce((SELECT name FROM customers WHERE id = $1), $2, 'none');  -- $1: bigint, $2: text, coalesce text
SELECT CASE WHEN EXISTS (SELECT 1 FROM customers) THEN (SELECT 1) ELSE (SELECT 2.5) END;  -- ?column? numeric
SELECT (SELECT id FROM customers ORDER BY (SELECT count(*) FROM orders o WHERE o.customer_id = customers.id) DESC LIMIT 1);  -- id bigint
SELECT id FROM customers ORDER BY (SELECT max(total) FROM orders o WHERE o.customer_id = customers.id) DESC NULLS LAST;  -- id bigint
SELECT count(*) FILTER (WHERE id IN (SELECT customer_id FROM orders)) FROM customers;  -- count bigint
SELECT sum((SELECT max(total) FROM orders o WHERE o.customer_id = c.id)) FROM customers c;  -- sum numeric
SELECT max(id) FROM customers HAVING max(id) > (SELECT $1::bigint);  -- $1: bigint, max bigint
SELECT id FROM customers GROUP BY id HAVING EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = id);  -- error undefined-operator
SELECT id FROM customers GROUP BY id HAVING EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = customers.id);  -- id bigint
SELECT (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) FROM customers c GROUP BY c.id;  -- count bigint
SELECT (SELECT count(*) FROM orders o WHERE o.note = c.name) FROM customers c GROUP BY c.id;  -- count bigint
SELECT (SELECT count(*) FROM orders o WHERE o.note = c.name) FROM customers c GROUP BY c.feeling;  -- error grouping-error
SELECT (SELECT count(c.id)) FROM customers c;  -- count bigint
SELECT (SELECT count(c.id) FROM orders) FROM customers c GROUP BY c.feeling;  -- count bigint
SELECT (SELECT count(o.id + c.id) FROM orders o) FROM customers c;  -- error undefined-operator
SELECT (SELECT sum(c.id) OVER () FROM orders o LIMIT 1) FROM customers c;  -- sum numeric
SELECT (SELECT (SELECT c.name)) FROM customers c;  -- name text
SELECT (SELECT (SELECT d.name FROM customers d WHERE d.id = c.id AND d.name = $1)) FROM customers c;  -- $1: text, name text
SELECT (SELECT nosuch FROM customers);  -- error undefined-column
SELECT (SELECT c.nosuch FROM customers) FROM tree c;  -- error undefined-column
SELECT (SELECT id FROM customers UNION SELECT $1 LIMIT 1);  -- $1: bigint, id bigint
SELECT (VALUES (1)), (TABLE tree LIMIT 1);  -- error column-count
SELECT (TABLE totals);  -- error column-count
SELECT * FROM customers WHERE id = (SELECT id) AND name = (SELECT tags[1]);  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT * FROM (SELECT id FROM customers WHERE id > $1) a, (SELECT id FROM orders WHERE id = $2) b;  -- $1: bigint, $2: uuid, id bigint, id uuid
SELECT a.x + b.x FROM (SELECT 1 AS x) a, (SELECT (SELECT 2.5) AS x) b;  -- ?column? numeric
SELECT s.name FROM (SELECT c.*, row_number() OVER (PARTITION BY feeling ORDER BY id) AS n FROM customers c) s WHERE s.n <= $1;  -- $1: bigint, name text
SELECT json_agg(t) FROM (SELECT id, name FROM customers WHERE id = $1) t;  -- $1: bigint, json_agg json
SELECT row_to_json(t), to_jsonb(t.*), t FROM (SELECT id, name FROM customers) t;  -- row_to_json json, to_jsonb jsonb, t record
SELECT (SELECT json_agg(o) FROM orders o WHERE o.customer_id = c.id) AS orders, (SELECT jsonb_object_agg(o.id, o.total) FROM orders o) FROM customers c;  -- orders json, jsonb_object_agg jsonb
SELECT (SELECT array_agg(o.id ORDER BY o.placed) FROM orders o WHERE o.customer_id = c.id) FROM customers c;  -- array_agg uuid[]
SELECT c.id FROM customers c WHERE c.id = ANY (SELECT unnest($1::bigint[]));  -- $1: bigint[], id bigint
SELECT c.id FROM customers c WHERE c.id = ANY ((SELECT array_agg(customer_id) FROM orders)::bigint[]);  -- id bigint
SELECT c.id FROM customers c WHERE c.id = ANY ((SELECT array_agg(customer_id) FROM orders));  -- error undefined-operator
SELECT c.id FROM customers c WHERE c.tags[1] = ANY ((SELECT tags FROM customers LIMIT 1)::text[]);  -- id bigint
SELECT c.id FROM customers c WHERE (SELECT $1 = c.name);  -- $1: text, id bigint
SELECT c.id FROM customers c WHERE 1 = (SELECT 1 WHERE c.name = $1);  -- $1: text, id bigint
SELECT c.id, x.n FROM customers c, LATERAL (SELECT count(*) AS n FROM orders o WHERE o.customer_id = c.id) x WHERE x.n > $1;  -- $1: bigint, id bigint, n bigint
SELECT (SELECT x FROM (SELECT c.id AS x) s) FROM customers c;  -- x bigint
SELECT (SELECT x FROM (SELECT c.id AS x) s WHERE x = $1) FROM customers c;  -- $1: bigint, x bigint
SELECT 1 IN (SELECT 1), 1 IN (SELECT '1'), '1' IN (SELECT 1), NULL IN (SELECT 1), $1 IN (SELECT $2);  -- error undefined-operator
SELECT (1, 'a') IN (SELECT 1, 'a'), (1, 2) = (SELECT 1, 2);  -- ?column? boolean, ?column? boolean
SELECT 1 = ALL (SELECT 2.5), $1 > ANY (SELECT born FROM customers), (SELECT 1) IN (SELECT 1);  -- $1: date, ?column? boolean, ?column? boolean, ?column? boolean
SELECT 1 + ANY (SELECT 1);  -- error datatype-mismatch
SELECT 1 IN ((SELECT 1)), 1 IN ((SELECT 1), 2), 1 = ((SELECT 1));  -- ?column? boolean, ?column? boolean, ?column? boolean
SELECT GREATEST((SELECT 1), (SELECT 2.5), $1), LEAST((SELECT born FROM customers), $2);  -- $1: numeric, $2: date, greatest numeric, least date
SELECT (SELECT array_agg(x) FROM unnest(c.tags) x), (SELECT count(*) FROM jsonb_each(c.prefs)) FROM customers c;  -- array_agg text[], count bigint
-- subqueries that are grouped by are the same as those in the list
select case when exists (select 1 from orders o where o.customer_id = c.id) then 1 else 2 end as buys, count(*) from customers c group by case when exists (select 1 from orders o where o.customer_id = c.id) then 1 else 2 end;  -- buys integer, count bigint
select (select max(o.total) from orders o where o.customer_id = c.id) + 1 as next from customers c group by (select max(o.total) from orders o where o.customer_id = c.id);  -- next numeric
select array(select o.note from orders o where o.customer_id = c.id union select 'x' order by 1) as notes from customers c group by array(select o.note from orders o where o.customer_id = c.id union select 'x' order by 1);  -- notes character varying[]
select (with q as (select 1 as x) select q.x + c.id from q) as y from customers c group by (with q as (select 1 as x) select q.x + c.id from q);  -- y bigint
select distinct (select max(o.total) from orders o where o.customer_id = c.id) as most from customers c order by (select max(o.total) from orders o where o.customer_id = c.id);  -- most numeric
select exists (select 1 from orders o where o.customer_id = c.id) from customers c group by exists (select 1 from orders p where p.customer_id = c.id);  -- error grouping-error
select exists (select 1 from orders o where o.customer_id = c.id) from customers c, customers d group by exists (select 1 from orders o where o.customer_id = d.id);  -- error grouping-error
select (select o.id from tree q limit 1) from tree o group by (select o.id from tree limit 1);  -- error grouping-error
select (select o.id from tree q limit 1) from tree o group by (select o.id from tree q limit 1);  -- id integer
select (select o.id from tree limit 1) from tree o group by (select o.id from tree tree limit 1);  -- error grouping-error
select (select o.id from (select 2) q) from tree o group by (select o.id from (select 2) r);  -- error grouping-error
select (select o.id from (select 2) q) from tree o group by (select o.id from (select 2) q(a));  -- error grouping-error
select (select o.id from (select 2) q(a)) from tree o group by (select o.id from (select 2) q(a));  -- id integer
select (select o.id from (select 2 as a) q) from tree o group by (select o.id from (select 2) q(a));  -- error grouping-error
select (select o.id from generate_series(1,2) g) from tree o group by (select o.id from generate_series(1,2) h);  -- error grouping-error
select (select o.id from generate_series(1,2) generate_series) from tree o group by (select o.id from generate_series(1,2));  -- error grouping-error
select (with w as (select 1) select o.id from w) from tree o group by (with v as (select 1) select o.id from v);  -- error grouping-error
select (with w as (select 1) select o.id from w) from tree o group by (with w as (select 1) select o.id from w w);  -- error grouping-error
select (with w as (select 1) select o.id from w) from tree o group by (with w as (select 1) select o.id from w);  -- id integer
select (with w as (select 1) select o.id from w) from tree o group by (with w as materialized (select 1) select o.id from w);  -- error grouping-error
select (with w(a) as (select 1) select o.id from w) from tree o group by (with w as (select 1 as a) select o.id from w);  -- error grouping-error
select (select o.id as a) from tree o group by (select o.id as b);  -- error grouping-error
select (select o.id as a) from tree o group by (select o.id);  -- error grouping-error
select (select o.id from tree join orders on true) from tree o group by (select o.id from tree inner join orders on true);  -- id integer
select (select o.id from tree a join orders b on true) from tree o group by (select o.id from (tree a join orders b on true));  -- id integer
select (select o.id from (tree a join orders b on true) as j) from tree o group by (select o.id from (tree a join orders b on true));  -- error grouping-error
select (select o.id from orders, tree) from tree o group by (select o.id from tree, orders);  -- error grouping-error
select (select o.id from orders cross join tree) from tree o group by (select o.id from orders join tree on true);  -- error grouping-error
select (select o.id from orders order by 1) from tree o group by (select o.id from orders order by o.id);  -- id integer
select (select o.id from orders order by orders.id) from tree o group by (select o.id from orders order by orders.id desc);  -- error grouping-error
select (select o.id from orders for update) from tree o group by (select o.id from orders);  -- error grouping-error
select (select o.id from orders a for update of a) from tree o group by (select o.id from orders a for update);  -- id integer
select (select o.id from orders limit 1) from tree o group by (select o.id from orders fetch first row only);  -- id integer
select (select sum(o.id) over w from orders window w as ()) from tree o group by (select sum(o.id) over () from orders);  -- error grouping-error
select (select sum(o.id) over w from orders window w as ()) from tree o group by (select sum(o.id) over v from orders window v as ());  -- error grouping-error
select (select o.id + x from (values (1)) v(x)) from tree o group by (select o.id + x from (values (1)) v(x));  -- ?column? integer
select (select o.id + 1) from tree o group by (select o.id+1);  -- ?column? integer
select (select o.id in (1,2)) from tree o group by (select o.id = any (array[1,2]));  -- ?column? boolean
select (select o.id from orders where note = 'a') from tree o group by (select o.id from orders where orders.note = 'a');  -- id integer
select (select o.id union select 2) from tree o group by (select o.id union select 2);  -- id integer
select (select distinct o.id) from tree o group by (select distinct on (1) o.id);  -- error grouping-error
select (select o.id from orders group by orders.id) from tree o group by (select o.id from orders group by rollup(orders.id));  -- error grouping-error
select (select o.id from orders tablesample system (1)) from tree o group by (select o.id from orders);  -- error grouping-error
select (select o.id from unnest(array[1]) with ordinality q) from tree o group by (select o.id from unnest(array[1]) q);  -- error grouping-error
select (select o.id from json_table('[]', '$' columns (a int path '$.a')) q) from tree o group by (select o.id from json_table('[]', '$' columns (a int path '$.a')) q);  -- id integer
select (select o.id from json_table('[]', '$' columns (a int path '$.a')) q) from tree o group by (select o.id from json_table('[]', '$' columns (a int path '$.b')) q);  -- error grouping-error
select (select o.id from any_row() as r(a int, b text)) from tree o group by (select o.id from any_row() as r(a int, b text));  -- id integer
select (select o.id from any_row() as r(a int, b text)) from tree o group by (select o.id from any_row() as r(a int, c text));  -- error grouping-error
select (select o.id::text collate "C") from tree o group by (select o.id::text);  -- error grouping-error
select (select cast(o.id as text)) from tree o group by (select o.id::text);  -- id text
select (select o.id from only tree a) from tree o group by (select o.id from tree a);  -- error grouping-error
select exists ((select 1) offset 1), array((select 1) order by 1), exists ((select 1) union (select 2)), array((select 1)), array((select 1) union (select 2) limit 1);  -- exists boolean, array integer[], exists boolean, array integer[], array integer[]
