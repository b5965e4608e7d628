-- FROM: joins of all kinds, aliases, LATERAL, subqueries, samples.

SELECT c.id, o.id FROM customers c JOIN orders o ON c.id = o.customer_id;  -- id bigint, id uuid
SELECT c.id, o.id FROM customers c INNER JOIN orders o ON c.id = o.customer_id AND o.paid = $1;  -- $1: boolean, id bigint, id uuid
SELECT c.id, o.id FROM customers c LEFT OUTER JOIN orders o ON c.id = o.customer_id WHERE o.id IS NULL;  -- id bigint, id uuid
SELECT c.id, o.id FROM customers c RIGHT JOIN orders o ON c.id = o.customer_id;  -- id bigint, id uuid
SELECT c.id, o.id FROM customers c FULL OUTER JOIN orders o ON c.id = o.customer_id;  -- id bigint, id uuid
SELECT c.id, o.id FROM customers c CROSS JOIN orders o;  -- id bigint, id uuid
SELECT c.id, o.id FROM customers c, orders o WHERE c.id = o.customer_id;  -- id bigint, id uuid
SELECT * FROM tree a JOIN tree b USING (id);  -- id integer, parent integer, label text, parent integer, label text
SELECT * FROM tree JOIN tree b USING (id, label);  -- id integer, label text, parent integer, parent integer
SELECT id, a.id, b.id FROM tree a FULL JOIN tree b USING (id);  -- id integer, id integer, id integer
SELECT * FROM tree a LEFT JOIN tree b USING (id) AS j;  -- id integer, parent integer, label text, parent integer, label text
SELECT j.id, a.label, j.* FROM tree a JOIN tree b USING (id) AS j;  -- id integer, label text, id integer
SELECT j.label FROM tree a JOIN tree b USING (id) AS j;  -- error undefined-column
SELECT j FROM tree a JOIN tree b USING (id) AS j;  -- j record
SELECT a.label AS x FROM tree a JOIN tree b USING (id) JOIN tree c USING (id);  -- x text
SELECT id FROM tree a JOIN tree b USING (id) JOIN tree c USING (id);  -- id integer
SELECT label FROM tree a JOIN tree b USING (id);  -- error ambiguous-column
SELECT * FROM orders o JOIN shop.items i USING (id);  -- error undefined-column
SELECT * FROM orders o JOIN shop.items i USING (order_id);  -- error undefined-column
SELECT * FROM customers NATURAL JOIN orders;  -- error undefined-operator
SELECT * FROM tree NATURAL JOIN tree b;  -- id integer, parent integer, label text
SELECT * FROM tree NATURAL LEFT JOIN (SELECT id, 1 AS extra FROM orders o WHERE false) x;  -- error undefined-operator
SELECT * FROM tree NATURAL LEFT JOIN (SELECT 1 AS id, 2 AS extra) x;  -- id integer, parent integer, label text, extra integer
SELECT * FROM tree NATURAL FULL JOIN (SELECT 1::bigint AS id) x;  -- id bigint, parent integer, label text
SELECT * FROM tree NATURAL RIGHT JOIN (SELECT 1::smallint AS id, 'a' AS label) x;  -- id integer, label text, parent integer
SELECT * FROM tree NATURAL JOIN (SELECT 1 AS other) x;  -- id integer, parent integer, label text, other integer
SELECT * FROM (SELECT 1::smallint AS k) a JOIN (SELECT 2::numeric AS k) b USING (k);  -- k numeric
SELECT * FROM (SELECT 1::smallint AS k) a RIGHT JOIN (SELECT 2::bigint AS k) b USING (k);  -- k bigint
SELECT k FROM (SELECT 'x'::varchar(3) AS k) a FULL JOIN (SELECT 'x'::text AS k) b USING (k);  -- k character varying
SELECT * FROM customers c JOIN (orders o JOIN shop.items i ON i.order_id = o.id) ON o.customer_id = c.id;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint, order_id uuid, position integer, sku text, price numeric, extra json, lasting interval
SELECT c.id, i.sku FROM customers c LEFT JOIN (orders o JOIN shop.items i ON i.order_id = o.id) ON o.customer_id = c.id;  -- id bigint, sku text
SELECT c.id, i.sku FROM customers c LEFT JOIN orders o LEFT JOIN shop.items i ON i.order_id = o.id ON o.customer_id = c.id;  -- id bigint, sku text
SELECT j.* FROM (customers c JOIN orders o ON o.customer_id = c.id) AS j;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
SELECT j.a, j.b, j.name FROM (tree t JOIN (SELECT 1 AS one, 2 AS name) u ON true) AS j (a, b);  -- a integer, b integer, name integer
SELECT a, b FROM (tree t CROSS JOIN plots p) AS j (a, b, c, d);  -- a integer, b integer
SELECT t.id FROM (tree t CROSS JOIN plots p) AS j;  -- error undefined-table
SELECT j FROM (tree t CROSS JOIN (SELECT 1 AS one) p) AS j;  -- j record
SELECT * FROM (tree);  -- error syntax-error
SELECT * FROM ((tree a JOIN tree b USING (id)));  -- id integer, parent integer, label text, parent integer, label text
SELECT * FROM (tree a JOIN tree b USING (id)) JOIN tree c USING (id);  -- id integer, parent integer, label text, parent integer, label text, parent integer, label text
SELECT * FROM customers c, orders o JOIN shop.items i ON i.order_id = o.id WHERE c.id = o.customer_id;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint, order_id uuid, position integer, sku text, price numeric, extra json, lasting interval
SELECT * FROM customers c, orders o JOIN shop.items i ON c.id = o.customer_id;  -- error undefined-table
SELECT * FROM customers c JOIN orders o ON true, shop.items i WHERE i.order_id = o.id;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint, order_id uuid, position integer, sku text, price numeric, extra json, lasting interval
SELECT * FROM customers c, LATERAL (SELECT o.id AS oid, c.name AS who FROM orders o WHERE o.customer_id = c.id LIMIT 1) l;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, oid uuid, who text
SELECT * FROM tree c LEFT JOIN LATERAL (SELECT o.total FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed LIMIT $1) l ON true;  -- $1: bigint, id integer, parent integer, label text, total numeric
SELECT * FROM tree c CROSS JOIN LATERAL (SELECT c.id + $1 AS plus) l;  -- $1: integer, id integer, parent integer, label text, plus integer
SELECT * FROM tree c JOIN LATERAL (VALUES (c.id), (c.parent)) v (n) ON v.n > $1;  -- $1: integer, id integer, parent integer, label text, n integer
SELECT * FROM tree c, (SELECT c.id) s;  -- error undefined-table
SELECT * FROM tree c JOIN (SELECT c.id AS x) s ON true;  -- error undefined-table
SELECT * FROM tree c RIGHT JOIN LATERAL (SELECT c.id AS x) s ON true;  -- error undefined-table
SELECT * FROM tree c FULL JOIN LATERAL (SELECT c.id AS x) s ON true;  -- error undefined-table
SELECT l.n FROM plots p, LATERAL unnest(p.grid) AS l (n);  -- n integer
SELECT n FROM plots p, unnest(p.grid) n;  -- n integer
SELECT n FROM plots p LEFT JOIN unnest(p.grid) n ON true;  -- n integer
SELECT t.key, t.value FROM plots p CROSS JOIN jsonb_each(p.doc) t;  -- key text, value jsonb
SELECT * FROM tree AS t (a, b, c);  -- a integer, b integer, c text
SELECT t.a, t.label FROM tree t (a);  -- a integer, label text
SELECT id FROM tree t (a);  -- error undefined-column
SELECT * FROM tree t (a, b, c, d);  -- error column-count
SELECT * FROM (SELECT 1, 2) AS s (a, b);  -- a integer, b integer
SELECT * FROM (SELECT 1 AS x, 2 AS y) s (a);  -- a integer, y integer
SELECT * FROM (SELECT 1, 2);  -- ?column? integer, ?column? integer
SELECT s.* FROM (SELECT * FROM (SELECT id, name FROM customers) x) s;  -- id bigint, name text
SELECT s FROM (SELECT 1 AS a, 'b' AS b) s;  -- s record
SELECT (s).a, (s).b FROM (SELECT 1 AS a, 'b' AS b) s;  -- a integer, b text
SELECT s.a FROM (SELECT $1 AS a) s;  -- $1: text, a text
SELECT s.a + 1 FROM (SELECT $1 AS a) s;  -- error undefined-operator
SELECT s.a + 1 FROM (SELECT $1::int AS a) s;  -- $1: integer, ?column? integer
SELECT * FROM ONLY tree;  -- id integer, parent integer, label text
SELECT * FROM ONLY (tree);  -- id integer, parent integer, label text
SELECT * FROM tree *;  -- id integer, parent integer, label text
SELECT * FROM ONLY tree AS t JOIN ONLY tree u ON t.id = u.parent;  -- id integer, parent integer, label text, id integer, parent integer, label text
SELECT id FROM tree TABLESAMPLE SYSTEM (10);  -- id integer
SELECT id FROM tree t TABLESAMPLE BERNOULLI ($1) REPEATABLE (42) WHERE t.id = $2;  -- $1: real, $2: integer, id integer
SELECT id FROM tree TABLESAMPLE bernoulli (1.5) REPEATABLE ($1);  -- $1: double precision, id integer
SELECT id FROM tree TABLESAMPLE nosuch (1);  -- error undefined-object
SELECT * FROM big_orders;  -- id uuid, name text, total numeric
SELECT b.name, t.total FROM big_orders b JOIN totals t ON t.total = b.total;  -- name text, total numeric
SELECT b FROM big_orders b;  -- b big_orders
SELECT * FROM totals WHERE total > $1;  -- $1: numeric, customer_id bigint, total numeric
SELECT * FROM measures WHERE at > $1;  -- $1: timestamp with time zone, at timestamp with time zone, value double precision
SELECT last_value, log_cnt, is_called FROM counter;  -- last_value bigint, log_cnt bigint, is_called boolean
SELECT customers.id FROM customers, shop.items;  -- id bigint
SELECT items.sku, shop.items.price FROM shop.items;  -- sku text, price numeric
SELECT shop.items.* FROM shop.items;  -- order_id uuid, position integer, sku text, price numeric, extra json, lasting interval
SELECT shop.items FROM shop.items;  -- error undefined-table
SELECT items FROM shop.items;  -- items shop.items
SELECT a.id, b.id FROM tree a, tree b WHERE a.parent = b.id AND b.label = $1;  -- $1: text, id integer, id integer
SELECT * FROM tree, tree;  -- error duplicate-alias
SELECT * FROM tree a, tree a;  -- error duplicate-alias
SELECT * FROM tree JOIN tree ON true;  -- error duplicate-alias
SELECT * FROM customers c, (SELECT 1) c;  -- error duplicate-alias
SELECT 1 FROM tree, shop.items, public.customers;  -- ?column? integer
SELECT a.id FROM tree a JOIN tree b ON a.id = b.parent AND b.label = ANY ($1);  -- $1: text[], id integer
SELECT a.id FROM tree a JOIN tree b ON (a.id, a.label) = (b.parent, $1);  -- $1: text, id integer
SELECT a.id FROM tree a JOIN tree b ON a.id;  -- error datatype-mismatch
SELECT a.id FROM tree a JOIN tree b ON $1;  -- $1: boolean, id integer
SELECT a.id FROM tree a JOIN tree b ON c.id = 1 JOIN tree c ON true;  -- error undefined-table
SELECT * FROM tree a LEFT JOIN tree b ON b.id = a.parent LEFT JOIN tree c ON c.id = b.parent;  -- id integer, parent integer, label text, id integer, parent integer, label text, id integer, parent integer, label text
SELECT * FROM tree a LEFT JOIN (tree b LEFT JOIN tree c USING (id)) USING (id);  -- id integer, parent integer, label text, parent integer, label text, parent integer, label text
SELECT a.* FROM (tree a LEFT JOIN tree b ON b.id = a.parent) WHERE b.id IS NULL;  -- id integer, parent integer, label text
SELECT x.id FROM ((SELECT id FROM tree) UNION (SELECT owner FROM plots)) x;  -- id bigint
SELECT x.id FROM (((SELECT id FROM tree))) x;  -- id integer
SELECT x.column1 FROM (VALUES (1, 'a'), (2, 'b')) x;  -- column1 integer
SELECT x.n, x.t FROM (VALUES (1, 'a'), ($1, $2)) AS x (n, t);  -- $1: integer, $2: text, n integer, t text
SELECT * FROM (TABLE tree) t;  -- id integer, parent integer, label text
SELECT * FROM (WITH w AS (SELECT 1 AS one) SELECT one + $1 AS two FROM w) s;  -- $1: integer, two integer
SELECT * FROM tree, LATERAL ((SELECT tree.id AS a) UNION (SELECT tree.parent)) q(b);  -- id integer, parent integer, label text, b integer
SELECT * FROM tree CROSS JOIN LATERAL (WITH w AS (SELECT tree.id) SELECT * FROM w);  -- id integer, parent integer, label text, id integer
SELECT * FROM (LATERAL (SELECT 1 AS a) a JOIN tree ON tree.id = a) AS j;  -- a integer, id integer, parent integer, label text
SELECT * FROM customers c, LATERAL unnest(c.tags) WITH ORDINALITY t(a, n);  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, a text, n bigint
SELECT * FROM customers c, LATERAL jsonb_to_record(c.prefs) AS t(a integer, b text);  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, a integer, b text
SELECT * FROM customers c JOIN LATERAL current_date x ON x = c.born;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, x date
select s.b from (select 1 as b, 2 as b) s;  -- error ambiguous-column
select b from (select 1 as b, 2 as b) s;  -- error ambiguous-column
select s.b from (select name as b, id as b from customers) s;  -- error ambiguous-column
select (s).b from (select name as b, id as b from customers) s;  -- error ambiguous-column
select s.* from (select name as b, id as b from customers) s;  -- b text, b bigint
select s.b from (select name as b, id as b from customers) s(b);  -- error ambiguous-column
select s.b from (select name as b, id as b from customers) s(a);  -- b bigint
select s.b from (select name as b, id as b from customers) s(a, c);  -- error undefined-column
with s as (select 1 as b, 2 as b) select s.b from s;  -- error ambiguous-column
select s.a, s.b from (select u.id as a, (select name from customers limit 1) as b, 1 as b from tree u) s;  -- error ambiguous-column
select s.a from (select u.id as a, 1 as b, 1 as b from tree u) s order by s.b;  -- error ambiguous-column
select s.a from (select u.id as a, 1 as b, 1 as b from tree u) s where s.b is not null;  -- error ambiguous-column
select j.id from (tree a join tree b on true) as j;  -- error ambiguous-column
select j.id from tree a join tree b using (id) as j;  -- id integer
select j.id, j.label from (tree a join tree b using (id)) as j;  -- error ambiguous-column
select a.id from tree a join tree b using (id);  -- id integer
select (row(1, 2)).f1, (s.r).f1 from (select row(1, 2) as r) s;  -- f1 integer, f1 integer
select s.b from (values (1, 2)) s(b, b);  -- error ambiguous-column
select s.b from json_table('{}', '$' columns (a int, c int)) s(b, b);  -- error ambiguous-column
select t.id from tree t(id, id);  -- error ambiguous-column
update tree t set label = s.b from (select 1 as b, 2 as b) s;  -- error ambiguous-column
merge into tree t using (select 1 as b, 2 as b) s on t.id = s.b when matched then do nothing;  -- error ambiguous-column
merge into tree t using (select 1 as b, 2 as b) s on true when matched then do nothing;  -- nothing
select array(select s.a from (select 1 as b, 2 as b, 3 as a) s);  -- array integer[]
select exists (select s from (select 1 as b, 2 as b, 3 as a) s where s is null);  -- exists boolean
select 1 from (select 1 as b, 2 as b) s join tree on s.b = tree.id;  -- error ambiguous-column
select 1 from (select 1 as b, 2 as b) s join (select 1 as b) x using (b);  -- error ambiguous-column
select 1 from (select 1 as b, 2 as b) s natural join (select 1 as c) x;  -- ?column? integer
select 1 from (select 1 as b, 2 as b) s natural join (select 1 as b) x;  -- error ambiguous-column
