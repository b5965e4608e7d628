-- VALUES on its own, in FROM, in subqueries.

VALUES (1, 'a'), (2, 'b');  -- column1 integer, column2 text
VALUES (1, 'a', NULL, true);  -- column1 integer, column2 text, column3 text, column4 boolean
VALUES ($1, $2);  -- $1: text, $2: text, column1 text, column2 text
VALUES ($1::int, $2::text), (3, 'c');  -- $1: integer, $2: text, column1 integer, column2 text
VALUES (1), ($1), (2.5);  -- $1: numeric, column1 numeric
VALUES (NULL), (NULL);  -- column1 text
VALUES (1), (NULL), ('3');  -- column1 integer
VALUES (1), ('a');  -- error datatype-mismatch
VALUES (1, 2), (3);  -- error column-count
VALUES (1), (true);  -- error datatype-mismatch
VALUES (1), (2) ORDER BY 1 DESC LIMIT $1;  -- $1: bigint, column1 integer
VALUES (1), (2) ORDER BY column1;  -- column1 integer
VALUES (1), (2) ORDER BY column1 + 1;  -- column1 integer
VALUES (1), (2) ORDER BY nosuch;  -- error undefined-column
VALUES (1), (2) OFFSET $1;  -- $1: bigint, column1 integer
VALUES (now(), current_date, 1.5, ARRAY[1], ROW(1, 2));  -- column1 timestamp with time zone, column2 date, column3 numeric, column4 integer[], column5 record
VALUES ((SELECT max(id) FROM customers), (SELECT 1));  -- column1 bigint, column2 integer
VALUES (1, DEFAULT);  -- error syntax-error
VALUES (count(*));  -- error grouping-error
VALUES (1), (generate_series(1, 3));  -- error wrong-object-type
SELECT * FROM (VALUES (1, 'a'), (2, $1)) AS t (n, s);  -- $1: text, n integer, s text
SELECT * FROM (VALUES (1, 'a'), (2, $1)) t;  -- $1: text, column1 integer, column2 text
SELECT * FROM (VALUES (1, 'a'));  -- column1 integer, column2 text
SELECT t.column1 FROM (VALUES (1, 'a')) AS t WHERE column2 = $1;  -- $1: text, column1 integer
SELECT t.n + $1 FROM (VALUES (1), (2)) AS t (n);  -- $1: integer, ?column? integer
SELECT n FROM (VALUES ('a'), (NULL)) AS t (n);  -- n text
SELECT n FROM (VALUES ($1), ($2)) AS t (n);  -- $1: text, $2: text, n text
SELECT n FROM (VALUES ($1), ($2::date)) AS t (n);  -- $1: date, $2: date, n date
SELECT n, m FROM (VALUES ($1::int, $2), (NULL, NULL)) AS t (n, m);  -- $1: integer, $2: text, n integer, m text
SELECT c.name, v.rank FROM customers c JOIN (VALUES ('sad'::mood, 1), ('ok', 2)) AS v (feeling, rank) ON v.feeling = c.feeling;  -- name text, rank integer
SELECT c.name FROM customers c WHERE (c.id, c.name) IN (VALUES (1, 'a'), (2, $1));  -- $1: text, name text
SELECT c.name FROM customers c WHERE c.id IN (VALUES (1), ($1));  -- $1: integer, name text
SELECT c.name FROM customers c WHERE c.id = ANY (VALUES (1), ($1));  -- $1: integer, name text
SELECT c.name FROM customers c WHERE c.id = (VALUES (1));  -- name text
SELECT c.name FROM customers c WHERE EXISTS (VALUES (1));  -- name text
SELECT (VALUES (1));  -- column1 integer
SELECT ARRAY(VALUES (1), (2));  -- array integer[]
SELECT max(n) FROM (VALUES (1), (2.5)) t (n);  -- max numeric
SELECT * FROM customers c, LATERAL (VALUES (c.id, c.name), (1, 'x')) v (a, b);  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, a bigint, b text
SELECT * FROM customers c, (VALUES (c.id)) v (a);  -- error undefined-table
SELECT * FROM (VALUES (1, 2)) AS t (a, b, c);  -- error column-count
SELECT t FROM (VALUES (1, 2)) AS t (a, b);  -- t record
SELECT * FROM (VALUES (1), (2) ORDER BY 1 LIMIT 1) t;  -- column1 integer
SELECT * FROM (VALUES (1), (2)) t UNION ALL VALUES (3);  -- column1 integer
WITH v (a, b) AS (VALUES (1, 'x'), (2, NULL)) SELECT a, b FROM v WHERE b = $1;  -- $1: text, a integer, b text
INSERT INTO tree VALUES (1, NULL, 'a'), ($1, $2, $3);  -- $1: integer, $2: integer, $3: text
INSERT INTO tree (id, label) SELECT * FROM (VALUES (1, 'a'), ($1, $2)) v;  -- $1: integer, $2: text
INSERT INTO tree (id, label) SELECT a, b FROM (VALUES (1, 'a'), ($1, $2)) v (a, b);  -- $1: integer, $2: text
INSERT INTO customers (name, born) SELECT a, b::date FROM (VALUES ($1, $2), ('a', 'b')) v (a, b);  -- $1: text, $2: text
UPDATE tree SET label = v.l FROM (VALUES (1, 'a'), ($1, $2)) v (i, l) WHERE tree.id = v.i;  -- $1: integer, $2: text
UPDATE tree t SET label = v.l, parent = v.p FROM (VALUES ($1::int, $2, $3::int)) AS v (i, l, p) WHERE t.id = v.i RETURNING t.*;  -- $1: integer, $2: text, $3: integer, id integer, parent integer, label text
VALUES (1, 2), (3, 4) EXCEPT VALUES (1, 2);  -- column1 integer, column2 integer
VALUES ('2020-01-01'::date), ('2021-01-01'), ($1);  -- $1: date, column1 date
VALUES ('{1}'::int[]), ('{2}'), (ARRAY[$1]);  -- error cannot-coerce
VALUES (1::smallint), (2::bigint), (3::real);  -- column1 real
VALUES ('a'::varchar(3)), ('b');  -- column1 character varying
VALUES (1::positive), (2);  -- column1 integer
VALUES ('ok'::mood), ('sad');  -- column1 mood
VALUES (ROW(1, 'a')), (ROW(2, 'b'));  -- column1 record
VALUES (interval '1 day'), ('1 hour');  -- column1 interval
VALUES ((1, 2));  -- column1 record
VALUES (1) LIMIT 1 OFFSET 2;  -- column1 integer
VALUES (1) FETCH FIRST ROW ONLY;  -- column1 integer
(VALUES (1), (2)) ORDER BY 1;  -- column1 integer
