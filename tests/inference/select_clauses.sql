-- Clauses of queries: lists, grouping, order, limits, locks.

SELECT;  -- nothing
SELECT FROM customers;  -- nothing
SELECT FROM customers WHERE id = $1;  -- $1: bigint
SELECT *;  -- error syntax-error
SELECT * FROM customers;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT customers.* FROM customers;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT c.*, c.id FROM customers c;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id bigint
SELECT public.customers.id, public.customers.* FROM public.customers;  -- id bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT c.home.street FROM customers c;  -- error undefined-table
SELECT (c.home).street, (c.home).* FROM customers c;  -- street text, street text, number integer, zip character varying
SELECT (home).zip, (customers.home).number FROM customers;  -- zip character varying, number integer
SELECT c FROM customers c;  -- c customers
SELECT (c).id, (c).* FROM customers c;  -- id bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT id AS "Odd Name", name label, mail AS select FROM customers;  -- Odd Name bigint, label text, select email
SELECT id value, name type FROM customers;  -- value bigint, type text
SELECT DISTINCT name, feeling FROM customers;  -- name text, feeling mood
SELECT DISTINCT ON (feeling) feeling, id, name FROM customers ORDER BY feeling, created_at DESC;  -- feeling mood, id bigint, name text
SELECT DISTINCT ON (feeling, name) id FROM customers;  -- id bigint
SELECT DISTINCT ON (1) id, name FROM customers ORDER BY 1;  -- id bigint, name text
SELECT DISTINCT ON (date_trunc('day', created_at)) id, created_at FROM customers ORDER BY date_trunc('day', created_at);  -- id bigint, created_at timestamp with time zone
SELECT DISTINCT id, name FROM customers ORDER BY name;  -- id bigint, name text
SELECT DISTINCT id FROM customers ORDER BY name;  -- error invalid-column-reference
SELECT DISTINCT ON (id) id, name FROM customers ORDER BY name;  -- error invalid-column-reference
SELECT DISTINCT $1 AS x;  -- $1: text, x text
SELECT DISTINCT 'a' AS x ORDER BY x;  -- x text
SELECT ALL id FROM customers;  -- id bigint
SELECT ALL FROM customers;  -- nothing
SELECT customer_id, count(*), sum(total), avg(quantity), max(placed) FROM orders GROUP BY customer_id;  -- customer_id bigint, count bigint, sum numeric, avg numeric, max timestamp without time zone
SELECT customer_id, count(*) FROM orders GROUP BY 1 HAVING count(*) > $1;  -- $1: bigint, customer_id bigint, count bigint
SELECT customer_id AS who, count(*) FROM orders GROUP BY who;  -- who bigint, count bigint
SELECT date_trunc('month', placed) AS month, sum(total) FROM orders GROUP BY month ORDER BY month;  -- month timestamp without time zone, sum numeric
SELECT date_trunc('month', placed), sum(total) FROM orders GROUP BY date_trunc('month', placed);  -- date_trunc timestamp without time zone, sum numeric
SELECT lower(note) || 'x' FROM orders GROUP BY lower(note);  -- ?column? text
SELECT c.id, c.name, c.mail, count(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;  -- id bigint, name text, mail email, count bigint
SELECT c.*, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, count bigint
SELECT c, count(*) FROM customers c GROUP BY c.id;  -- c customers, count bigint
SELECT c, count(*) FROM customers c GROUP BY c;  -- c customers, count bigint
SELECT c.name FROM customers c GROUP BY c;  -- error grouping-error
SELECT i.price, count(*) FROM shop.items i GROUP BY i.order_id, i.position;  -- price numeric, count bigint
SELECT i.price, count(*) FROM shop.items i GROUP BY i.order_id;  -- error grouping-error
SELECT name FROM customers GROUP BY mail;  -- error grouping-error
SELECT paid, feeling, count(*) FROM orders JOIN customers c ON c.id = customer_id GROUP BY GROUPING SETS ((paid, feeling), (paid), ());  -- paid boolean, feeling mood, count bigint
SELECT paid, feeling, count(*), GROUPING(paid, feeling) FROM orders JOIN customers c ON c.id = customer_id GROUP BY ROLLUP (paid, feeling);  -- paid boolean, feeling mood, count bigint, grouping integer
SELECT paid, small, count(*) FROM orders GROUP BY CUBE (paid, small);  -- paid boolean, small smallint, count bigint
SELECT paid, small, code, count(*) FROM orders GROUP BY code, CUBE (paid, small);  -- paid boolean, small smallint, code character, count bigint
SELECT paid, small, code, count(*) FROM orders GROUP BY ROLLUP ((paid, small), code);  -- paid boolean, small smallint, code character, count bigint
SELECT paid, small, code, count(*) FROM orders GROUP BY GROUPING SETS (CUBE (paid, small), ROLLUP (code), (paid, code));  -- paid boolean, small smallint, code character, count bigint
SELECT paid, count(*) FROM orders GROUP BY DISTINCT ROLLUP (paid, small), ROLLUP (paid, code);  -- paid boolean, count bigint
SELECT paid, count(*) FROM orders GROUP BY ALL ROLLUP (paid), CUBE (small);  -- paid boolean, count bigint
SELECT c.name, count(*) FROM customers c GROUP BY GROUPING SETS ((c.id), ());  -- error grouping-error
SELECT c.name, count(*) FROM customers c GROUP BY ROLLUP (c.id);  -- error grouping-error
SELECT count(*) FROM orders GROUP BY ();  -- count bigint
SELECT count(*) FROM orders GROUP BY (), paid;  -- count bigint
SELECT paid, small FROM orders GROUP BY (paid, small);  -- paid boolean, small smallint
SELECT paid, small FROM orders GROUP BY (paid), small;  -- paid boolean, small smallint
SELECT (paid, small) FROM orders GROUP BY ROW(paid, small);  -- row record
SELECT count(*) FROM orders HAVING count(*) > 1;  -- count bigint
SELECT 1 FROM orders HAVING true;  -- ?column? integer
SELECT id FROM orders HAVING true;  -- error grouping-error
SELECT count(*) FROM orders HAVING sum(total) > $1 AND bool_or(paid);  -- $1: numeric, count bigint
SELECT customer_id FROM orders GROUP BY customer_id HAVING max(total) > (SELECT avg(total) FROM orders);  -- customer_id bigint
SELECT customer_id, (SELECT name FROM customers c WHERE c.id = o.customer_id) FROM orders o GROUP BY customer_id;  -- customer_id bigint, name text
SELECT (SELECT name FROM customers c WHERE c.id = o.customer_id) FROM orders o GROUP BY total;  -- error grouping-error
SELECT (SELECT max(o.total)) FROM orders o;  -- max numeric
SELECT (SELECT max(o.total) FROM customers c WHERE c.id = 1) FROM orders o;  -- max numeric
SELECT (SELECT max(o.total + c.id) FROM customers c) FROM orders o;  -- max numeric
SELECT sum(total) OVER (PARTITION BY customer_id ORDER BY placed) FROM orders;  -- sum numeric
SELECT rank() OVER w, row_number() OVER w, lag(total) OVER w, lag(total, 1, $1) OVER w FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed);  -- $1: numeric, rank bigint, row_number bigint, lag numeric, lag numeric
SELECT first_value(id) OVER (w ORDER BY placed), ntile(4) OVER w FROM orders WINDOW w AS (PARTITION BY customer_id);  -- first_value uuid, ntile integer
SELECT sum(total) OVER (ORDER BY placed ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) FROM orders;  -- sum numeric
SELECT sum(total) OVER (ORDER BY placed ROWS BETWEEN $1 PRECEDING AND $2 FOLLOWING) FROM orders;  -- $1: bigint, $2: bigint, sum numeric
SELECT sum(total) OVER (ORDER BY placed RANGE BETWEEN '1 day' PRECEDING AND '1 day'::interval FOLLOWING) FROM orders;  -- sum numeric
SELECT sum(total) OVER (ORDER BY placed RANGE BETWEEN $1 PRECEDING AND CURRENT ROW) FROM orders;  -- $1: interval, sum numeric
SELECT sum(total) OVER (ORDER BY total RANGE BETWEEN $1 PRECEDING AND $2 FOLLOWING) FROM orders;  -- $1: numeric, $2: numeric, sum numeric
SELECT sum(total) OVER (ORDER BY quantity RANGE BETWEEN $1 PRECEDING AND $2 FOLLOWING) FROM orders;  -- $1: integer, $2: integer, sum numeric
SELECT sum(total) OVER (ORDER BY small RANGE $1 PRECEDING) FROM orders;  -- $1: smallint, sum numeric
SELECT sum(total) OVER (ORDER BY placed GROUPS BETWEEN $1 PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES) FROM orders;  -- $1: bigint, sum numeric
SELECT sum(total) OVER (ORDER BY placed ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) FROM orders;  -- sum numeric
SELECT sum(total) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE NO OTHERS) FROM orders;  -- sum numeric
SELECT customer_id, sum(sum(total)) OVER (ORDER BY customer_id), count(*) FILTER (WHERE paid) FROM orders GROUP BY customer_id;  -- customer_id bigint, sum numeric, count bigint
SELECT customer_id, rank() OVER (ORDER BY sum(total) DESC) FROM orders GROUP BY customer_id;  -- customer_id bigint, rank bigint
SELECT customer_id, rank() OVER (ORDER BY total) FROM orders GROUP BY customer_id;  -- error grouping-error
SELECT count(*) FILTER (WHERE total > $1) OVER (PARTITION BY paid) FROM orders;  -- $1: numeric, count bigint
SELECT nth_value(note, 2) OVER (ORDER BY id), cume_dist() OVER (), percent_rank() OVER (ORDER BY total) FROM orders;  -- nth_value character varying, cume_dist double precision, percent_rank double precision
SELECT sum(total) OVER w FROM orders WINDOW w AS (), v AS (w ORDER BY id);  -- sum numeric
SELECT name FROM customers ORDER BY name;  -- name text
SELECT name FROM customers ORDER BY born DESC NULLS LAST, 1;  -- name text
SELECT name AS n FROM customers ORDER BY n;  -- n text
SELECT name AS n FROM customers ORDER BY n || 'x';  -- error undefined-column
SELECT name AS born FROM customers ORDER BY born;  -- born text
SELECT id, name FROM customers ORDER BY customers.name, customers.mail COLLATE "C";  -- id bigint, name text
SELECT id FROM customers ORDER BY name USING <;  -- id bigint
SELECT id FROM customers ORDER BY name USING OPERATOR(pg_catalog.<) NULLS FIRST;  -- id bigint
SELECT name FROM customers ORDER BY CASE WHEN $1 = 'name' THEN name END, CASE WHEN $1 = 'id' THEN id END;  -- $1: text, name text
SELECT name FROM customers ORDER BY $1;  -- $1: text, name text
SELECT name FROM customers ORDER BY $1::int;  -- $1: integer, name text
SELECT name FROM customers ORDER BY 'x'::text;  -- name text
SELECT name FROM customers ORDER BY 'x';  -- error syntax-error
SELECT name FROM customers ORDER BY NULL;  -- error syntax-error
SELECT name FROM customers ORDER BY 2;  -- error invalid-column-reference
SELECT name, name FROM customers ORDER BY name;  -- name text, name text
SELECT name AS x, id AS x FROM customers ORDER BY x;  -- error ambiguous-column
SELECT id FROM customers ORDER BY count(*);  -- error grouping-error
SELECT count(*) FROM customers ORDER BY count(*) DESC;  -- count bigint
SELECT feeling FROM customers GROUP BY feeling ORDER BY max(born);  -- feeling mood
SELECT feeling FROM customers GROUP BY feeling ORDER BY born;  -- error grouping-error
SELECT id FROM customers LIMIT 10;  -- id bigint
SELECT id FROM customers LIMIT $1 OFFSET $2;  -- $1: bigint, $2: bigint, id bigint
SELECT id FROM customers OFFSET $1 LIMIT $2;  -- $1: bigint, $2: bigint, id bigint
SELECT id FROM customers OFFSET $1 ROWS FETCH NEXT $2 ROWS ONLY;  -- $1: bigint, $2: bigint, id bigint
SELECT id FROM customers FETCH FIRST $1 ROWS ONLY OFFSET $2;  -- $1: bigint, $2: bigint, id bigint
SELECT id FROM customers ORDER BY born FETCH FIRST 3 ROWS WITH TIES;  -- id bigint
SELECT id FROM customers ORDER BY born OFFSET 1 ROW FETCH NEXT ROW ONLY;  -- id bigint
SELECT id FROM customers FETCH FIRST ROW ONLY;  -- id bigint
SELECT id FROM customers FETCH FIRST (1 + $1) ROWS ONLY;  -- $1: integer, id bigint
SELECT id FROM customers FETCH FIRST 3 ROWS WITH TIES;  -- error syntax-error
SELECT id FROM customers LIMIT ALL;  -- id bigint
SELECT id FROM customers LIMIT ALL OFFSET 3;  -- id bigint
SELECT id FROM customers LIMIT NULL;  -- id bigint
SELECT id FROM customers LIMIT $1 + 1;  -- $1: integer, id bigint
SELECT id FROM customers LIMIT $1::integer;  -- $1: integer, id bigint
SELECT id FROM customers LIMIT coalesce($1, 10);  -- $1: integer, id bigint
SELECT id FROM customers LIMIT (SELECT count(*) FROM orders);  -- id bigint
SELECT id FROM customers LIMIT '3';  -- id bigint
SELECT id FROM customers LIMIT 2.5;  -- id bigint
SELECT id FROM customers LIMIT id;  -- error invalid-column-reference
SELECT id FROM customers LIMIT 'x'::text;  -- error datatype-mismatch
SELECT id FROM customers FOR UPDATE;  -- id bigint
SELECT id FROM customers FOR NO KEY UPDATE NOWAIT;  -- id bigint
SELECT id FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = $1 FOR UPDATE OF c SKIP LOCKED;  -- error ambiguous-column
SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id FOR SHARE OF c FOR KEY SHARE OF o NOWAIT;  -- id bigint
SELECT id FROM customers ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED;  -- id bigint
SELECT id FROM customers ORDER BY id FOR UPDATE SKIP LOCKED LIMIT $1;  -- $1: bigint, id bigint
SELECT id FROM customers FOR UPDATE LIMIT 1 OFFSET 2;  -- id bigint
SELECT id FROM customers FOR READ ONLY;  -- id bigint
SELECT c.id FROM customers c, orders o FOR UPDATE OF c, o;  -- id bigint
SELECT id FROM customers FOR UPDATE OF orders;  -- error undefined-table
SELECT id FROM customers c FOR UPDATE OF customers;  -- error undefined-table
SELECT DISTINCT id FROM customers FOR UPDATE;  -- error unsupported
SELECT feeling FROM customers GROUP BY feeling FOR UPDATE;  -- error unsupported
SELECT count(*) FROM customers FOR UPDATE;  -- error unsupported
SELECT rank() OVER () FROM customers FOR UPDATE;  -- error unsupported
SELECT id FROM customers UNION SELECT id FROM customers FOR UPDATE;  -- error unsupported
SELECT ctid, tableoid, xmin, xmax, cmin, cmax, id FROM customers;  -- ctid tid, tableoid oid, xmin xid, xmax xid, cmin cid, cmax cid, id bigint
SELECT tableoid::regclass, c.ctid FROM customers c WHERE ctid = '(0,1)';  -- tableoid regclass, ctid tid
SELECT ctid FROM big_orders;  -- error undefined-column
SELECT tableoid, count(*) FROM customers GROUP BY tableoid;  -- tableoid oid, count bigint
SELECT 1 AS a, a FROM customers;  -- error undefined-column
SELECT id a FROM customers WHERE a = 1;  -- error undefined-column
TABLE customers;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
TABLE shop.items ORDER BY position LIMIT $1;  -- $1: bigint, order_id uuid, position integer, sku text, price numeric, extra json, lasting interval
TABLE ONLY tree;  -- id integer, parent integer, label text
(SELECT id FROM customers);  -- id bigint
((SELECT id FROM customers)) ORDER BY id LIMIT $1;  -- $1: bigint, id bigint
(SELECT id FROM customers LIMIT 5) LIMIT $1;  -- error syntax-error
(SELECT id, name FROM customers ORDER BY name) ORDER BY id;  -- error syntax-error
SELECT 'a', NULL, $1;  -- $1: text, ?column? text, ?column? text, ?column? text
SELECT * FROM (SELECT 'a' AS a, NULL AS b, $1 AS c) s;  -- $1: text, a text, b text, c text
SELECT WHERE $1;  -- $1: boolean
SELECT 1 WHERE EXISTS (SELECT FROM customers);  -- ?column? integer
SELECT count(*), id FROM customers GROUP BY 2;  -- count bigint, id bigint
SELECT upper(name) AS name FROM customers GROUP BY name;  -- name text
SELECT upper(name) AS shout FROM customers GROUP BY shout;  -- shout text
SELECT count(*) AS n FROM customers GROUP BY n;  -- error grouping-error
SELECT max(id) FROM customers GROUP BY 1;  -- error grouping-error
SELECT name FROM customers GROUP BY 'x'::text, name;  -- name text
SELECT count(*) FROM customers GROUP BY 'x';  -- error syntax-error
SELECT count(*) FROM customers GROUP BY NULL;  -- error syntax-error
SELECT $1, count(*) FROM customers GROUP BY 1;  -- $1: text, ?column? text, count bigint
SELECT $1 + id, count(*) FROM customers GROUP BY $1 + id;  -- $1: bigint, ?column? bigint, count bigint
SELECT feeling || '' FROM customers GROUP BY feeling;  -- ?column? text
SELECT substring(name FROM 1 FOR 2), count(*) FROM customers GROUP BY substring(name FROM 1 FOR 2);  -- substring text, count bigint
SELECT substring(name FROM 1 FOR 2), count(*) FROM customers GROUP BY substring(name FROM 1 FOR 3);  -- error grouping-error
SELECT count(*) FROM customers WHERE name = $1 GROUP BY feeling HAVING feeling = $2 ORDER BY feeling LIMIT $3;  -- $1: text, $2: mood, $3: bigint, count bigint
SELECT CASE feeling WHEN 'ok' THEN 1 ELSE 2 END, count(*) FROM customers GROUP BY 1;  -- case integer, count bigint
SELECT EXTRACT(year FROM born) AS y, count(*) FROM customers GROUP BY EXTRACT(year FROM born);  -- y numeric, count bigint
SELECT customer_id, array_agg(id ORDER BY placed), string_agg(note, ',' ORDER BY note), count(DISTINCT small) FROM orders GROUP BY customer_id;  -- customer_id bigint, array_agg uuid[], string_agg text, count bigint
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY weight), mode() WITHIN GROUP (ORDER BY paid) FROM orders;  -- percentile_cont double precision, mode boolean

-- What can be sorted and grouped: types that an operator class is for, or that can be taken for such a one.
SELECT adbin, count(*) FROM pg_attrdef GROUP BY adbin ORDER BY adbin;  -- adbin pg_node_tree, count bigint
SELECT DISTINCT indkey, indexprs FROM pg_index ORDER BY indkey, indexprs;  -- indkey int2vector, indexprs pg_node_tree
SELECT DISTINCT code, note, valid FROM orders ORDER BY code, note, valid;  -- code character, note character varying, valid daterange
SELECT xmin FROM orders GROUP BY xmin;  -- xmin xid
SELECT xmin FROM orders ORDER BY xmin;  -- error undefined-operator
SELECT array[xmin] AS x FROM orders GROUP BY array[xmin];  -- x xid[]
SELECT array[xmin] FROM orders ORDER BY array[xmin];  -- error undefined-operator
SELECT most_common_vals FROM pg_stats ORDER BY most_common_vals;  -- error undefined-operator
SELECT DISTINCT s FROM pg_stats s;  -- error undefined-operator
SELECT DISTINCT row(1, note) FROM orders ORDER BY 1;  -- row record
SELECT DISTINCT home, homes FROM plots ORDER BY home, homes;  -- home address, homes address[]
SELECT extra FROM shop.items GROUP BY extra;  -- error undefined-operator
SELECT i FROM shop.items i ORDER BY i;  -- error undefined-operator

-- Temporary tables are found before all others; temporary functions only by their full name.
SELECT * FROM shadowed;  -- b text
SELECT * FROM public.shadowed;  -- a integer
SELECT * FROM pg_temp.shadowed;  -- b text
SELECT * FROM glimpse, copied, chosen;  -- b text, a integer, n bigint
SELECT pg_temp.helper(1);  -- helper integer
SELECT helper(1);  -- error undefined-function
SELECT s, NULL::shadowed FROM shadowed s;  -- s shadowed, shadowed shadowed
select 1 from plots p, tree tablesample bernoulli (p.x);  -- error undefined-table
select (select count(*) from tree tablesample bernoulli (p.x)) from plots p;  -- count bigint
SELECT LIMIT 1;  -- nothing
SELECT ALL OFFSET $1 LIMIT 2;  -- $1: bigint
SELECT WINDOW w AS () LIMIT 1;  -- nothing
(SELECT LIMIT 1) UNION (SELECT OFFSET 1);  -- nothing
SELECT 1 WHERE EXISTS (SELECT LIMIT 1);  -- ?column? integer
SELECT a.select FROM (SELECT 1 AS select) a ORDER BY a.select LIMIT 1;  -- select integer
SELECT name FROM customers ORDER BY name USING ~>~ NULLS LAST, id USING >, feeling USING operator(pg_catalog.<) NULLS FIRST;  -- name text
SELECT name FROM customers ORDER BY id USING <>;  -- error wrong-object-type
SELECT name FROM customers ORDER BY id USING =;  -- error wrong-object-type
SELECT home FROM customers ORDER BY home USING *<;  -- home address
SELECT 1 ORDER BY array[point '(1,2)'] USING <;  -- ?column? integer
SELECT 1 ORDER BY point '(1,2)' USING <^;  -- error wrong-object-type
SELECT relname FROM pg_class ORDER BY relname USING ~<~;  -- error undefined-operator
SELECT small FROM orders ORDER BY small USING operator(public.<);  -- error undefined-operator
SELECT small FROM orders ORDER BY small USING <<<;  -- error undefined-operator
SELECT (top_customers(1)).* true;  -- id bigint, name text
SELECT (top_customers(1)).* x;  -- id bigint, name text
SELECT (top_customers(1)).* as x;  -- id bigint, name text
SELECT (top_customers(1)).* "x";  -- id bigint, name text
SELECT c.* true from customers c;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT (c).* true from customers c;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT (top_customers(1)).* + 1;  -- error syntax-error
SELECT note::varchar(3) FROM orders GROUP BY note::varchar(4);  -- error grouping-error
SELECT note::varchar(80) FROM orders GROUP BY note;  -- note character varying
SELECT note FROM orders GROUP BY note::varchar(3);  -- error grouping-error
SELECT total::numeric(3) FROM orders GROUP BY total::numeric(3, 0);  -- total numeric
SELECT total::numeric(12, 2) FROM orders GROUP BY total;  -- total numeric
SELECT note::char FROM orders GROUP BY note::char(1);  -- note character
SELECT tags[1:] FROM customers GROUP BY tags[:1];  -- error grouping-error
SELECT current_timestamp(3) - created_at FROM customers GROUP BY current_timestamp(2) - created_at;  -- error grouping-error
SELECT json_query(prefs, '$.a') FROM customers GROUP BY json_query(prefs, '$.a' WITH WRAPPER);  -- error grouping-error
SELECT json_query(prefs, '$.a') FROM customers GROUP BY json_query(prefs, '$.a' KEEP QUOTES WITHOUT WRAPPER);  -- error syntax-error
SELECT json_object('a': prefs) FROM customers GROUP BY json_object('a': prefs ABSENT ON NULL);  -- error grouping-error
SELECT json_object('a': prefs) FROM customers GROUP BY json_object('a' VALUE prefs NULL ON NULL);  -- json_object jsonb
SELECT json_array(prefs) FROM customers GROUP BY json_array(prefs ABSENT ON NULL);  -- json_array jsonb
SELECT json_value(prefs, '$.a' PASSING 1 AS x) FROM customers GROUP BY json_value(prefs, '$.a' PASSING 1 AS y);  -- error grouping-error
SELECT small + 0xA FROM orders GROUP BY small + 10;  -- ?column? integer
select id into local temp table some_customers from customers;  -- nothing
select id into global temporary some_customers from customers;  -- nothing
select name collate nowhere."C" from customers;  -- error undefined-schema
select id from tree group by rollup(id is null, id), cube(id = 1), grouping sets ((id), id is null);  -- id integer
table tree offset 1 is null;  -- error datatype-mismatch
select 1 fetch first + 1.5 row only;  -- ?column? integer
select exists (with x as (select 1) select from x where true limit 1), exists (with x as (select 1) select all);  -- exists boolean, exists boolean
select 1 as a into united union select 2;  -- nothing
(select 1 as a into united) union select 2;  -- nothing
select 1 as a union select 2 into united;  -- error syntax-error
select t.id from tree t left join (select 1 as p union all select 2) r on true for update of t;  -- id integer
select t.id from tree t join (select id from orders limit 1) r on true for share;  -- id integer
select t.id from tree t join (values (1)) r on true for share;  -- id integer
with w as (select distinct id from tree) select * from w for update;  -- id integer
with w as (select distinct id from tree) select * from w for update of w;  -- error wrong-object-type
select * from big_orders for update;  -- id uuid, name text, total numeric
select * from tree_twice for update;  -- id integer, label text
select t.id from tree t where id in (select distinct id from tree) for update;  -- id integer
select t.id from tree t left join (select 1 as p union all select 2) r on true for update;  -- error unsupported
select t.id from tree t left join (select 1 as p union all select 2) r on true for update of r;  -- error unsupported
select t.id from tree t join (select distinct id from orders) r on true for share;  -- error unsupported
select t.id from tree t join (select count(*) from orders) r on true for share;  -- error unsupported
select t.id from tree t join (select id from (select id from orders group by id) q) r on true for share;  -- error unsupported
select t.id from tree t join (select row_number() over () from orders) r on true for share;  -- error unsupported
select t.id from tree t join (select unnest(array[1])) r on true for share;  -- error unsupported
select t.id from tree t, lateral (select 1 having true) r for share;  -- error unsupported
select count(*) from tree for update;  -- error unsupported
select 1 from tree group by cube(id)::text;  -- error syntax-error
select cube(id) from tree order by cube(id);  -- error undefined-function
select 1 from tree group by +cube(id);  -- error undefined-function
select id, label from tree group by cube(id), rollup(label, parent), grouping sets (cube(id), (), (id, label), grouping sets (rollup(id))), distinct_on(id);  -- error undefined-function
select id, label from tree group by all cube(id), rollup(label, parent), grouping sets (cube(id), (), (id, label), grouping sets (rollup(id))), ();  -- id integer, label text
select id from tree group by distinct rollup(id), cube(id);  -- id integer
select sum(case when rollup(id) then 1 end) from tree;  -- error undefined-function
select id into temporary from customers;  -- nothing
select id into unlogged from customers;  -- nothing
select id into local temp table x2 from customers;  -- nothing
table tree fetch first (array[1, $1])[1] rows only;  -- $1: integer, id integer, parent integer, label text
