-- UNION, INTERSECT, EXCEPT.

SELECT id FROM customers UNION SELECT customer_id FROM orders;  -- id bigint
SELECT id, name FROM customers UNION ALL SELECT 1, 'x';  -- id bigint, name text
SELECT 1 UNION SELECT 2.5;  -- ?column? numeric
SELECT 1 UNION SELECT NULL;  -- ?column? integer
SELECT NULL UNION SELECT 1;  -- ?column? integer
SELECT NULL UNION SELECT NULL;  -- ?column? text
SELECT NULL UNION SELECT NULL UNION SELECT 1;  -- error datatype-mismatch
SELECT NULL UNION (SELECT NULL UNION SELECT 1);  -- ?column? integer
SELECT (SELECT NULL) UNION SELECT 1;  -- error datatype-mismatch
SELECT 'a' UNION SELECT 'b';  -- ?column? text
SELECT 'a' UNION SELECT name FROM customers;  -- ?column? text
SELECT '1' UNION SELECT 2;  -- ?column? integer
SELECT 'a' UNION SELECT 2;  -- error datatype-mismatch
SELECT '2020-01-01' UNION SELECT born FROM customers;  -- ?column? date
SELECT 1 UNION SELECT 'a';  -- error datatype-mismatch
SELECT 1 UNION SELECT 'a'::text;  -- error datatype-mismatch
SELECT 1 UNION ALL SELECT true;  -- error datatype-mismatch
SELECT id FROM customers UNION SELECT name FROM customers;  -- error datatype-mismatch
SELECT 1, 2 UNION SELECT 3;  -- error column-count
SELECT 1 UNION SELECT 3, 4;  -- error column-count
SELECT 1 INTERSECT SELECT 3, 4;  -- error column-count
SELECT 1 EXCEPT ALL SELECT 3, 4;  -- error column-count
SELECT $1 UNION SELECT 1;  -- $1: integer, ?column? integer
SELECT 1 UNION SELECT $1;  -- $1: integer, ?column? integer
SELECT $1 UNION SELECT $2;  -- $1: text, $2: text, ?column? text
SELECT $1 UNION SELECT $2 UNION SELECT 1;  -- error datatype-mismatch
SELECT $1 UNION (SELECT $2 UNION SELECT 1);  -- $1: integer, $2: integer, ?column? integer
SELECT $1 UNION ALL SELECT name FROM customers;  -- $1: text, ?column? text
SELECT $1, $2 UNION ALL SELECT id, mail FROM customers;  -- $1: bigint, $2: text, ?column? bigint, ?column? text
SELECT id FROM orders WHERE id = $1 UNION SELECT $2;  -- $1: uuid, $2: uuid, id uuid
SELECT $1::text UNION SELECT NULL;  -- $1: text, text text
SELECT $1 AS x UNION SELECT $1;  -- $1: text, x text
SELECT id AS a FROM customers UNION SELECT customer_id AS b FROM orders ORDER BY a;  -- a bigint
SELECT id AS a FROM customers UNION SELECT customer_id AS b FROM orders ORDER BY b;  -- error undefined-column
SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY 1 DESC LIMIT $1 OFFSET $2;  -- $1: bigint, $2: bigint, id bigint
SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY id + 1;  -- error invalid-column-reference
SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY customers.id;  -- error undefined-table
SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY 2;  -- error invalid-column-reference
SELECT id FROM customers UNION SELECT customer_id FROM orders ORDER BY nosuch;  -- error undefined-column
SELECT 'a' AS x UNION SELECT 'b' ORDER BY x;  -- x text
SELECT id FROM customers INTERSECT SELECT customer_id FROM orders;  -- id bigint
SELECT id FROM customers EXCEPT SELECT customer_id FROM orders WHERE paid = $1;  -- $1: boolean, id bigint
SELECT id FROM customers INTERSECT ALL SELECT customer_id FROM orders;  -- id bigint
SELECT id FROM customers UNION DISTINCT SELECT customer_id FROM orders;  -- id bigint
SELECT id FROM customers UNION SELECT customer_id FROM orders EXCEPT SELECT 1;  -- id bigint
SELECT 1 UNION SELECT 2 INTERSECT SELECT 2.5;  -- ?column? numeric
SELECT 1 UNION ALL SELECT 2 UNION SELECT 3 EXCEPT SELECT 4 INTERSECT SELECT 5::bigint;  -- ?column? bigint
(SELECT id FROM customers ORDER BY id LIMIT 1) UNION ALL (SELECT customer_id FROM orders ORDER BY placed LIMIT 1);  -- id bigint
(SELECT id FROM customers ORDER BY id LIMIT $1) UNION ALL (SELECT customer_id FROM orders ORDER BY placed LIMIT $2) ORDER BY 1 LIMIT $3;  -- $1: bigint, $2: bigint, $3: bigint, id bigint
((SELECT 1) UNION (SELECT 2)) EXCEPT ((SELECT 3));  -- ?column? integer
((SELECT 1 AS a) UNION (SELECT 2)) ORDER BY a;  -- a integer
(SELECT 1 UNION SELECT 2) UNION ALL SELECT 3 LIMIT 1;  -- ?column? integer
VALUES (1), (2) UNION SELECT 3.5;  -- column1 numeric
VALUES (1) UNION ALL VALUES ($1);  -- error datatype-mismatch
SELECT 1 UNION VALUES (2);  -- ?column? integer
SELECT 'x' UNION VALUES ($1), ('y');  -- $1: text, ?column? text
VALUES ($1) UNION SELECT id FROM customers;  -- error datatype-mismatch
VALUES (NULL) UNION SELECT born FROM customers;  -- error datatype-mismatch
VALUES ('a', 1), (NULL, NULL) EXCEPT SELECT name, id FROM customers;  -- column1 text, column2 bigint
TABLE tree UNION ALL TABLE tree;  -- id integer, parent integer, label text
TABLE tree EXCEPT SELECT 1, 2, 'a';  -- id integer, parent integer, label text
SELECT FROM customers UNION SELECT FROM orders;  -- nothing
SELECT UNION SELECT;  -- nothing
SELECT * FROM tree UNION SELECT id, 1, '' FROM tree;  -- id integer, parent integer, label text
SELECT feeling FROM customers UNION SELECT 'ok';  -- feeling mood
SELECT feeling FROM customers UNION SELECT 'nosuch';  -- error datatype-mismatch
SELECT quantity FROM orders UNION SELECT 1;  -- quantity integer
SELECT quantity FROM orders UNION SELECT quantity FROM orders;  -- quantity positive
SELECT quantity FROM orders UNION SELECT NULL;  -- quantity integer
SELECT mail FROM customers UNION SELECT name FROM customers;  -- mail text
SELECT mail FROM customers UNION SELECT 'x';  -- mail text
SELECT mail FROM customers UNION ALL SELECT mail FROM customers;  -- mail email
SELECT note FROM orders UNION SELECT code FROM orders;  -- note character varying
SELECT note FROM orders UNION SELECT 'text';  -- note character varying
SELECT note FROM orders UNION SELECT note FROM orders;  -- note character varying
SELECT total FROM orders UNION SELECT discount FROM orders;  -- total real
SELECT small FROM orders UNION SELECT quantity FROM orders;  -- small integer
SELECT born FROM customers UNION SELECT created_at FROM customers;  -- born timestamp with time zone
SELECT placed FROM orders UNION SELECT created_at FROM customers;  -- placed timestamp with time zone
SELECT created_at FROM customers UNION SELECT placed FROM orders;  -- created_at timestamp with time zone
SELECT extra FROM shop.items UNION ALL SELECT prefs FROM customers;  -- error cannot-coerce
SELECT extra FROM shop.items UNION SELECT extra FROM shop.items;  -- error undefined-operator
SELECT extra FROM shop.items UNION ALL SELECT '{}';  -- extra json
SELECT prefs FROM customers UNION ALL SELECT '{}';  -- prefs jsonb
SELECT tags FROM customers UNION SELECT '{}';  -- tags text[]
SELECT tags FROM customers UNION SELECT ARRAY['a'];  -- tags text[]
SELECT tags FROM customers UNION SELECT ARRAY[1];  -- error cannot-coerce
SELECT home FROM customers UNION SELECT ROW('a', 1, 'b');  -- error datatype-mismatch
SELECT home FROM customers UNION SELECT ROW('a', 1, 'b')::address;  -- home address
SELECT ROW(1, 2) UNION SELECT ROW(3, 4);  -- row record
SELECT ARRAY[1] UNION SELECT ARRAY[2.5];  -- array numeric[]
SELECT ARRAY[1] UNION SELECT '{3}';  -- array integer[]
SELECT ARRAY[1] UNION SELECT NULL;  -- array integer[]
SELECT c FROM customers c UNION SELECT d FROM customers d;  -- c customers
SELECT count(*) FROM customers UNION ALL SELECT 1;  -- count bigint
SELECT now() UNION SELECT $1;  -- $1: timestamp with time zone, now timestamp with time zone
SELECT 'a', 1, NULL, $1 UNION ALL SELECT NULL, NULL, 1, now();  -- $1: timestamp with time zone, ?column? text, ?column? integer, ?column? integer, ?column? timestamp with time zone
SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, $1 UNION ALL SELECT $2, 'y';  -- $1: text, $2: integer, a integer, b text
SELECT x FROM (SELECT 1 AS x UNION SELECT $1) s WHERE x > $2;  -- $1: integer, $2: integer, x integer
SELECT x FROM (SELECT $1 AS x UNION SELECT $2) s;  -- $1: text, $2: text, x text
SELECT x FROM (SELECT 'a' AS x UNION SELECT 'b') s WHERE x = $1;  -- $1: text, x text
SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders UNION SELECT $1);  -- $1: bigint, id bigint
SELECT id FROM customers WHERE EXISTS (SELECT 1 UNION SELECT 2);  -- id bigint
SELECT ARRAY(SELECT 1 UNION SELECT $1);  -- $1: integer, array integer[]
SELECT (SELECT 1 UNION SELECT 2 LIMIT 1);  -- ?column? integer
SELECT (SELECT NULL UNION SELECT 'x');  -- ?column? text
SELECT id FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id UNION SELECT c.id);  -- id bigint
SELECT * FROM customers c, LATERAL (SELECT c.id UNION SELECT $1) s (x);  -- $1: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, x bigint
SELECT * FROM customers c, (SELECT c.id UNION SELECT $1) s (x);  -- error undefined-table
INSERT INTO tree (id, label) SELECT 1, 'a' UNION SELECT 2, 'b';  -- nothing
INSERT INTO tree (id, label) SELECT $1, $2 UNION ALL SELECT $3, $4;  -- error datatype-mismatch
INSERT INTO tree (id, label) SELECT id, NULL FROM tree UNION SELECT 2, $1;  -- $1: text
INSERT INTO customers (name, feeling) SELECT 'a', 'ok' UNION SELECT 'b', 'sad';  -- error datatype-mismatch
INSERT INTO customers (name, born) SELECT 'a', NULL UNION SELECT 'b', NULL;  -- error datatype-mismatch
INSERT INTO customers (name, born) VALUES ('a', NULL), ('b', '2020-01-01') RETURNING id;  -- id bigint
SELECT sum(total) FROM orders GROUP BY paid UNION SELECT 0 ORDER BY 1;  -- sum numeric
SELECT id FROM customers UNION SELECT id FROM nosuch;  -- error undefined-table
SELECT 1 UNION SELECT 2 ORDER BY 1 FETCH FIRST $1 ROWS ONLY;  -- $1: bigint, ?column? integer
SELECT 1 AS a UNION SELECT 2 AS a ORDER BY a LIMIT 1 OFFSET $1;  -- $1: bigint, a integer
SELECT 1 WHERE $1 UNION SELECT 2 WHERE $2 = 'x';  -- $1: boolean, $2: text, ?column? integer
SELECT 'a'::text UNION SELECT 'b'::varchar UNION SELECT 'c'::char;  -- text text
SELECT '1'::varchar UNION SELECT '2'::bpchar;  -- varchar character varying
SELECT 'a'::name UNION SELECT 'b'::text;  -- name name
SELECT 1::oid UNION SELECT 2;  -- oid oid
SELECT 1::money UNION SELECT 2.0;  -- error cannot-coerce
SELECT '10.0.0.1'::inet UNION SELECT '10.0.0.0/8'::cidr;  -- inet inet
SELECT B'1' UNION SELECT B'10';  -- ?column? bit
SELECT date '2020-01-01' UNION SELECT time '10:00';  -- error cannot-coerce
SELECT 1 UNION (SELECT 2 ORDER BY 1 LIMIT 1) UNION ALL (VALUES (3) ORDER BY 1 LIMIT 1);  -- ?column? integer
SELECT point '(1,2)' UNION ALL SELECT point '(1,2)' ORDER BY 1;  -- error undefined-operator
SELECT small AS a FROM orders UNION SELECT 2 ORDER BY a USING >;  -- a integer
VALUES (1), (2) ORDER BY column1 USING ~;  -- error undefined-operator
select $1 collate "C" union select 'a';  -- error indeterminate-parameter
select $1 collate "C" union select 1;  -- error indeterminate-parameter
select 'a' union select $1 collate "C";  -- error indeterminate-parameter
select 'a' collate "C" union select 'a';  -- ?column? text
select 'a' collate "C" union select 'a' collate "C";  -- ?column? text
select 1 union select 'a' collate "C";  -- ?column? integer
select '{}'::json union all select '{}';  -- json json
select '{}'::json intersect all select '{}';  -- error undefined-operator
select '{}'::json except all select '{}';  -- error undefined-operator
select point '(1,2)' except all select '(1,2)';  -- error undefined-operator
select xmin from tree except all select xmin from tree;  -- xmin xid
