-- WITH: plain, recursive, SEARCH and CYCLE, data-modifying, nested.

WITH w AS (SELECT id, name FROM customers) SELECT * FROM w;  -- id bigint, name text
WITH w (a) AS (SELECT id, name FROM customers) SELECT a, name FROM w;  -- a bigint, name text
WITH w (a, b, c) AS (SELECT id, name FROM customers) SELECT * FROM w;  -- error column-count
WITH w AS MATERIALIZED (SELECT 1 AS one), v AS NOT MATERIALIZED (SELECT one + $1 AS two FROM w) SELECT * FROM v, w;  -- $1: integer, two integer, one integer
WITH w AS (SELECT 1 AS x), w AS (SELECT 2) SELECT 1;  -- error duplicate-alias
WITH a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT * FROM a;  -- error undefined-table
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT * FROM a;  -- x integer
WITH RECURSIVE a AS (SELECT x FROM b), b AS (SELECT x FROM a) SELECT * FROM a;  -- error unsupported
WITH tree AS (SELECT 1 AS one) SELECT * FROM tree;  -- one integer
WITH tree AS (SELECT 1 AS one) SELECT * FROM public.tree;  -- id integer, parent integer, label text
WITH w AS (SELECT $1 AS p, 'x' AS q, NULL AS r) SELECT p, q, r FROM w;  -- $1: text, p text, q text, r text
WITH w AS (SELECT $1::int AS p) SELECT p + $2 FROM w;  -- $1: integer, $2: integer, ?column? integer
WITH w AS (VALUES (1, 'a'), (2, $1)) SELECT column1, column2 FROM w;  -- $1: text, column1 integer, column2 text
WITH w (n, t) AS (VALUES (1, 'a'), (2, $1)) SELECT n, t FROM w WHERE n = $2;  -- $1: text, $2: integer, n integer, t text
WITH w AS (TABLE tree) SELECT id FROM w;  -- id integer
WITH w AS (SELECT 1 AS x UNION ALL SELECT 2.5) SELECT x FROM w;  -- x numeric
WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT sum(n) FROM t;  -- sum bigint
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < $1) SELECT n FROM t;  -- $1: integer, n integer
WITH RECURSIVE t (n) AS (SELECT $1 UNION ALL SELECT n || 'x' FROM t) SELECT n FROM t;  -- $1: text, n text
WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM t) SELECT n FROM t;  -- error datatype-mismatch
WITH RECURSIVE t (n) AS (SELECT 'a' UNION ALL SELECT n || 'b' FROM t) SELECT n FROM t;  -- n text
WITH RECURSIVE sub AS (SELECT id, parent, label FROM tree WHERE id = $1 UNION ALL SELECT c.id, c.parent, c.label FROM tree c JOIN sub s ON c.parent = s.id) SELECT * FROM sub;  -- $1: integer, id integer, parent integer, label text
WITH RECURSIVE sub AS (SELECT id, 1 AS depth, ARRAY[id] AS path FROM tree WHERE parent IS NULL UNION SELECT c.id, s.depth + 1, s.path || c.id FROM tree c, sub s WHERE c.parent = s.id AND s.depth < $1) SELECT id, depth, path FROM sub ORDER BY path;  -- $1: integer, id integer, depth integer, path integer[]
WITH RECURSIVE sub AS (SELECT tree.* FROM tree WHERE parent IS NULL UNION ALL (SELECT c.* FROM tree c, sub s WHERE c.parent = s.id)) SELECT * FROM sub;  -- id integer, parent integer, label text
WITH RECURSIVE sub (id, up) AS ((SELECT id, parent FROM tree) UNION ALL (SELECT c.id, s.up FROM tree c JOIN sub s ON c.parent = s.id)) SELECT id, up FROM sub;  -- id integer, up integer
WITH RECURSIVE t AS (SELECT n + 1 AS n FROM t) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT n FROM t UNION ALL SELECT 1 AS n) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT a.n FROM t a, t b) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT 1 AS n EXCEPT SELECT n FROM t) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT (SELECT n FROM t)) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT count(*) FROM t) SELECT n FROM t;  -- error grouping-error
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT a.id FROM tree a LEFT JOIN t ON true) SELECT n FROM t;  -- error unsupported
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT x.n + 1 FROM (SELECT n FROM t) x) SELECT n FROM t;  -- n integer
WITH RECURSIVE t (a, b) AS (SELECT 1, 2 UNION ALL SELECT a FROM t) SELECT * FROM t;  -- error column-count
WITH RECURSIVE x AS (SELECT 1 AS a), y AS (SELECT a + 1 AS b FROM x UNION ALL SELECT b + 1 FROM y WHERE b < 5) SELECT a, b FROM x, y;  -- a integer, b integer
WITH RECURSIVE y AS (SELECT a + 1 AS b FROM x UNION ALL SELECT b + 1 FROM y WHERE b < 5), x AS (SELECT 1 AS a) SELECT a, b FROM x, y;  -- a integer, b integer
WITH RECURSIVE t AS (WITH RECURSIVE s (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM s WHERE i < 3) SELECT i AS n FROM s UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n FROM t;  -- n integer
WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t LIMIT $1;  -- $1: bigint, n integer
WITH RECURSIVE t (n, m) AS (SELECT 1, NULL UNION ALL SELECT n + 1, n::text FROM t) SELECT n, m FROM t;  -- n integer, m text
WITH RECURSIVE t (n, m) AS (SELECT 1, NULL UNION ALL SELECT n + 1, n FROM t) SELECT n, m FROM t;  -- error datatype-mismatch
WITH RECURSIVE t (n) AS (SELECT id FROM tree WHERE id = ANY ($1) UNION ALL SELECT tree.id FROM tree, t WHERE tree.parent = n) SELECT array_agg(n) FROM t;  -- $1: integer[], array_agg integer[]
SELECT * FROM (WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < $1) SELECT n FROM t) s;  -- $1: integer, n integer
SELECT id FROM tree WHERE id IN (WITH RECURSIVE t (n) AS (SELECT $1::int UNION ALL SELECT parent FROM tree JOIN t ON id = n) SELECT n FROM t);  -- $1: integer, id integer
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH DEPTH FIRST BY id SET ordering SELECT * FROM s ORDER BY ordering;  -- id integer, parent integer, ordering record[]
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH BREADTH FIRST BY id, parent SET ordering SELECT id, ordering FROM s ORDER BY ordering;  -- id integer, ordering record
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE id SET looped USING path SELECT * FROM s;  -- id integer, parent integer, looped boolean, path record[]
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE id, parent SET looped TO 'Y' DEFAULT 'N' USING path SELECT looped, path, id FROM s;  -- looped text, path record[], id integer
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE id SET looped TO 1 DEFAULT 0 USING path SELECT looped, path, id FROM s;  -- looped integer, path record[], id integer
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE id SET looped TO 1::bigint DEFAULT 2.5 USING path SELECT looped FROM s;  -- error syntax-error
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH DEPTH FIRST BY id SET ordering CYCLE id SET looped USING path SELECT * FROM s;  -- id integer, parent integer, ordering record[], looped boolean, path record[]
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH DEPTH FIRST BY nosuch SET ordering SELECT * FROM s;  -- error undefined-column
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH DEPTH FIRST BY id SET parent SELECT * FROM s;  -- error duplicate-column
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE nosuch SET looped USING path SELECT * FROM s;  -- error undefined-column
WITH RECURSIVE s AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id WHERE NOT looped) CYCLE id SET looped USING path SELECT * FROM s WHERE NOT looped;  -- id integer, parent integer, looped boolean, path record[]
WITH s AS (SELECT 1 AS id) SEARCH DEPTH FIRST BY id SET o SELECT * FROM s;  -- error syntax-error
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) SEARCH DEPTH FIRST BY id SET ordering UPDATE tree SET label = $1 FROM s WHERE tree.id = s.id RETURNING s.ordering, tree.label;  -- $1: text, ordering record[], label text
WITH RECURSIVE s (id, parent) AS (SELECT id, parent FROM tree UNION ALL SELECT t.id, t.parent FROM tree t JOIN s ON t.parent = s.id) CYCLE id SET looped USING path DELETE FROM tree USING s WHERE tree.id = s.id AND s.looped;  -- nothing
WITH RECURSIVE s (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM s WHERE id < $1) INSERT INTO tree (id, label) SELECT id, $2 FROM s RETURNING id;  -- $1: integer, $2: text, id integer
WITH gone AS (DELETE FROM tree WHERE parent = $1 RETURNING *) SELECT count(*) FROM gone;  -- $1: integer, count bigint
WITH gone AS (DELETE FROM tree WHERE parent = $1 RETURNING id, label AS was) INSERT INTO tree (id, label) SELECT id, was || $2 FROM gone RETURNING id;  -- $1: integer, $2: text, id integer
WITH gone AS (DELETE FROM tree WHERE parent = $1) SELECT 1;  -- $1: integer, ?column? integer
WITH gone AS (DELETE FROM tree WHERE parent = $1) SELECT * FROM gone;  -- error wrong-object-type
WITH made AS (INSERT INTO tree (id, label) VALUES ($1, $2) RETURNING id) UPDATE plots SET x = made.id FROM made RETURNING plots.x, made.id;  -- $1: integer, $2: text, x double precision, id integer
WITH made AS (INSERT INTO customers (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id), seen AS (SELECT id FROM made UNION ALL SELECT id FROM customers WHERE name = $1) SELECT id FROM seen LIMIT 1;  -- $1: text, id bigint
WITH changed AS (UPDATE tree SET label = $1 WHERE id = $2 RETURNING old.label AS was, new.label AS is_now) SELECT was, is_now FROM changed;  -- $1: text, $2: integer, was text, is_now text
WITH merged AS (MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE RETURNING merge_action() AS act, t.id) SELECT act, id FROM merged;  -- act text, id integer
WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a), c AS (SELECT a.x, b.x AS y FROM a JOIN b USING (x)) SELECT * FROM c;  -- x integer, y integer
WITH outer_ AS (WITH inner_ AS (SELECT 1 AS x) SELECT x FROM inner_) SELECT x FROM outer_;  -- x integer
WITH outer_ AS (WITH inner_ AS (SELECT 1 AS x) SELECT x FROM inner_) SELECT x FROM inner_;  -- error undefined-table
WITH w AS (SELECT 1 AS x) (SELECT x FROM w);  -- x integer
WITH w AS (SELECT 1 AS x) (SELECT x FROM w) UNION (SELECT x + 1 FROM w) ORDER BY x;  -- x integer
WITH w AS (SELECT 1 AS x) (WITH w AS (SELECT 'a' AS x) SELECT x FROM w);  -- error duplicate-alias
(WITH w AS (SELECT 1 AS x) SELECT x FROM w) UNION ALL SELECT $1;  -- $1: integer, x integer
WITH w AS (SELECT 1 AS x) VALUES ((SELECT x FROM w));  -- column1 integer
WITH w AS (SELECT 1 AS x) TABLE w;  -- x integer
SELECT (WITH w AS (SELECT 1 AS x) SELECT x FROM w);  -- x integer
SELECT 1 WHERE EXISTS (WITH w AS (SELECT 1 AS x) SELECT FROM w);  -- ?column? integer
SELECT ARRAY(WITH w AS (SELECT id FROM tree) SELECT id FROM w);  -- array integer[]
SELECT c.id FROM customers c WHERE c.id IN (WITH w AS (SELECT c.id AS x) SELECT x FROM w);  -- id bigint
INSERT INTO tree (id, label) WITH w AS (SELECT 1 AS x, 'a' AS y) SELECT x, y FROM w;  -- nothing
INSERT INTO tree (id, label) WITH w AS (SELECT $1 AS x, 'a' AS y) SELECT 1, x FROM w;  -- $1: text
WITH w AS (SELECT 1 AS x) INSERT INTO tree (id, label) WITH v AS (SELECT x, 'l' AS l FROM w) SELECT x, l FROM v;  -- nothing
WITH w AS (SELECT id FROM tree) DELETE FROM plots WHERE x IN (SELECT id FROM w) RETURNING *;  -- x double precision, y real, grid integer[], homes address[], home address, doc jsonb, owner bigint
WITH w AS (SELECT id FROM tree) UPDATE plots SET x = (SELECT max(id) FROM w) WHERE y = $1;  -- $1: real
WITH w AS (SELECT id, label FROM tree) MERGE INTO tree t USING w ON w.id = t.id WHEN MATCHED THEN UPDATE SET label = w.label || $1;  -- $1: text
WITH "Mixed" AS (SELECT 1 AS "A b") SELECT "A b" FROM "Mixed";  -- A b integer
WITH w AS (SELECT t FROM tree t) SELECT (w.t).label, w.t FROM w;  -- label text, t tree
WITH w AS (SELECT ROW(1, 'a') AS r) SELECT r FROM w;  -- r record
WITH w AS (SELECT home FROM customers) SELECT (w.home).street FROM w;  -- street text
WITH w AS (SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id) SELECT name, total FROM w;  -- name text, total numeric
WITH w AS (SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id) SELECT id FROM w;  -- error ambiguous-column
WITH w AS (SELECT 1 AS x) SELECT x FROM w a JOIN w b USING (x);  -- x integer
WITH w AS (SELECT 1 AS x) SELECT w.x FROM w AS v;  -- error undefined-table
WITH w AS (SELECT 1 AS x) SELECT * FROM s.w;  -- error undefined-schema
WITH w AS (SELECT 1) SELECT * FROM w WHERE "?column?" = $1;  -- $1: integer, ?column? integer
WITH w AS (SELECT count(*) FROM tree) SELECT count FROM w;  -- count bigint
WITH w AS (SELECT id FROM tree) SELECT (SELECT count(*) FROM w), EXISTS (SELECT 1 FROM w WHERE id = $1);  -- $1: integer, count bigint, exists boolean
WITH w AS (INSERT INTO tree VALUES (1, 2, 'a') RETURNING *), v AS (INSERT INTO tree SELECT id + 1, parent, label FROM w RETURNING tree.*) SELECT * FROM v;  -- id integer, parent integer, label text
SELECT * FROM (WITH w AS (DELETE FROM tree RETURNING id) SELECT id FROM w) s;  -- error unsupported
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT x FROM tree, LATERAL (SELECT n + 1 AS x FROM r) q) SELECT * FROM r;  -- n integer
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 'b' default '2020-01-01'::date using p SELECT * FROM r;  -- error syntax-error
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to interval '1' day default interval '2 days' using p SELECT * FROM r;  -- n integer, c interval, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to interval(3) '1' default '2 days' using p SELECT * FROM r;  -- n integer, c interval, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to interval 'x' default '2 days' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to numeric(3,2) '1.5' default 1.234567 using p SELECT * FROM r;  -- n integer, c numeric, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to point '(1,2)' default '(1,2)' using p SELECT * FROM r;  -- error undefined-operator
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to json '{}' default '{}' using p SELECT * FROM r;  -- error undefined-operator
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to mood 'ok' default 'sad' using p SELECT * FROM r;  -- n integer, c mood, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to mood 'ok' default 'sadder' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to xid '1' default '2' using p SELECT * FROM r;  -- n integer, c xid, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to X'1F' default B'1' using p SELECT * FROM r;  -- n integer, c bit, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to '1' default 1.5 using p SELECT * FROM r;  -- n integer, c numeric, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 0x1F default 1_000 using p SELECT * FROM r;  -- n integer, c integer, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to -1 default 1 using p SELECT * FROM r;  -- error syntax-error
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to E'a\n' default U&'b' using p SELECT * FROM r;  -- n integer, c text, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to true default 1 using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to null default 1 using p SELECT * FROM r;  -- n integer, c integer, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to lower 'a' default 1 using p SELECT * FROM r;  -- error undefined-type
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to nosuch 'a' default 1 using p SELECT * FROM r;  -- error undefined-type
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to timestamp with time zone '2020-01-01' default '2021-01-01' using p SELECT * FROM r;  -- n integer, c timestamp with time zone, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 1 default 2 using p SELECT * FROM r;  -- n integer, c integer, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 'a' default 2 using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 1 default 'b' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to true default 'b' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to date '2020-01-01' default 'b' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 'b' default date '2020-01-01' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 'b' default '2020-01-01'::date using p SELECT * FROM r;  -- error syntax-error
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to '(1,2)'::point default '(1,2)'::point using p SELECT * FROM r;  -- error syntax-error
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to null default true using p SELECT * FROM r;  -- n integer, c boolean, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to null default null using p SELECT * FROM r;  -- n integer, c text, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to $1 default true using p SELECT * FROM r;  -- error syntax-error
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to B'1' default '2' using p SELECT * FROM r;  -- error datatype-mismatch
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to 1 default 2.5 using p SELECT * FROM r;  -- n integer, c numeric, p record[]
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) cycle n set c to integer 'x' default 2 using p SELECT * FROM r;  -- error datatype-mismatch
with recursive x(n) as (select 1 union (select 2 intersect select n from x)) select * from x;  -- n integer
with recursive x(n) as (select 1 union select a.a from (select 1 as a) a right join x o on true) select * from x;  -- n integer
with recursive x(n) as ((select 1 union select n from x)) select * from x;  -- n integer
with recursive x(n) as (with x as (select 1 as n) select n from x) select * from x;  -- n integer
with recursive x(n) as (select 1 union (select n from x except select 2)) select * from x;  -- n integer
with recursive x(n) as (select 1 union all (select n from x intersect select 2)) select * from x;  -- n integer
with recursive as (select 1 as a) select a from recursive;  -- a integer
