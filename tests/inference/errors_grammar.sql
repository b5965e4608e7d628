-- What a lenient parser takes and PostgreSQL's grammar doesn't, with its valid neighbours.

SELECT id FROM customers WHERE id IN $1;  -- error syntax-error
SELECT id FROM customers WHERE id NOT IN $1;  -- error syntax-error
SELECT id FROM customers WHERE id IN id;  -- error syntax-error
SELECT id FROM customers WHERE id IN ARRAY[1, 2];  -- error syntax-error
SELECT id FROM customers WHERE id IN ($1);  -- $1: bigint, id bigint
SELECT position($1 IN name) FROM customers;  -- $1: text, position integer
SELECT position(lower($1) IN (name)) FROM customers;  -- $1: text, position integer
SELECT id FROM customers WHERE id = ANY $1;  -- error syntax-error
SELECT id FROM customers WHERE name LIKE ANY $1;  -- error syntax-error
SELECT id FROM customers WHERE id <> ALL ARRAY[1];  -- error syntax-error
SELECT id FROM customers WHERE id = ANY ($1);  -- $1: bigint[], id bigint
SELECT 1 AS one UNION ALL SELECT 2;  -- one integer
SELECT ALL id FROM customers;  -- id bigint
SELECT 2 * 3 AS "all" FROM customers;  -- all integer
SELECT id FROM customers ORDER BY id WHERE id = 1;  -- error syntax-error
SELECT id FROM customers WHERE id = 1 FROM orders;  -- error syntax-error
SELECT id FROM customers GROUP BY id WHERE id = 1;  -- error syntax-error
SELECT id FROM customers ORDER BY id GROUP BY id;  -- error syntax-error
SELECT id FROM customers HAVING true GROUP BY id;  -- error syntax-error
SELECT id FROM customers LIMIT 1 ORDER BY id;  -- error syntax-error
SELECT id FROM customers ORDER BY id UNION SELECT 1;  -- error syntax-error
SELECT id FROM customers LIMIT 1 UNION ALL SELECT 1;  -- error syntax-error
SELECT (SELECT id FROM customers ORDER BY id WHERE id = 1);  -- error syntax-error
(SELECT id FROM customers ORDER BY id) UNION (SELECT 1) ORDER BY 1 LIMIT 3;  -- id bigint
SELECT id FROM customers UNION SELECT 1 ORDER BY 1 OFFSET 1 LIMIT 2;  -- id bigint
SELECT id FROM customers WHERE id = 1 ORDER BY id FOR UPDATE LIMIT 1;  -- id bigint
SELECT id FROM customers WHERE id IS DISTINCT FROM 1 ORDER BY id;  -- id bigint
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY id) FROM customers WHERE id > 1;  -- percentile_disc bigint
SELECT count(*) FILTER (WHERE id > 1) FROM customers WHERE true GROUP BY feeling;  -- count bigint
SELECT rank() OVER (PARTITION BY feeling ORDER BY id) FROM customers WHERE true ORDER BY id;  -- rank bigint
SELECT extract(year FROM born), substring(name FROM 1 FOR 2) FROM customers WHERE true;  -- extract numeric, substring text
SELECT sum(id) OVER w FROM customers WINDOW w AS (ORDER BY id ROWS UNBOUNDED PRECEDING EXCLUDE GROUP) ORDER BY id;  -- sum numeric
INSERT INTO ledger (amount) SELECT 1 FROM customers ORDER BY id ON CONFLICT (id) DO UPDATE SET memo = 'a' WHERE ledger.amount > 1 RETURNING ledger.id;  -- id integer
SELECT id AS "where" FROM customers ORDER BY id;  -- where bigint
SELECT id AS 'one' FROM customers;  -- error syntax-error
SELECT id AS order FROM customers;  -- order bigint
SELECT current_timestamp();  -- error syntax-error
SELECT current_date();  -- error syntax-error
SELECT user();  -- error syntax-error
SELECT current_timestamp(3), current_schema();  -- current_timestamp timestamp with time zone, current_schema name
SELECT id FROM customers WHERE mail NOT NULL;  -- error syntax-error
SELECT (name) NOT NULL FROM customers;  -- error syntax-error
SELECT mail NOTNULL, mail IS NOT NULL, NOT NULL FROM customers;  -- ?column? boolean, ?column? boolean, ?column? boolean
INSERT customers (name) VALUES ('a');  -- error syntax-error
INSERT IGNORE INTO customers (name) VALUES ('a');  -- error syntax-error
INSERT OR REPLACE INTO customers (name) VALUES ('a');  -- error syntax-error
INSERT INTO customers (name) VALUES ('a') ON DUPLICATE KEY UPDATE name = 'b';  -- error syntax-error
INSERT INTO customers (name) VALUES $1;  -- error syntax-error
INSERT INTO customers (name) ('a');  -- error syntax-error
REPLACE INTO customers (name) VALUES ('a');  -- error syntax-error
SELECT TOP 3 id FROM customers;  -- error syntax-error
UPDATE customers name = 'a';  -- error syntax-error
UPDATE customers c SET c.name = 'a';  -- error undefined-column
UPDATE customers c JOIN orders o ON true SET name = 'a';  -- error syntax-error
DELETE customers WHERE id = 1;  -- error syntax-error
SELECT name::$1 FROM customers;  -- error syntax-error
SELECT $1(name) FROM customers;  -- error syntax-error
SELECT CASE WHEN true THEN 1 FROM customers;  -- error syntax-error
WITH a AS (SELECT 1 AS n);  -- error syntax-error
WITH a AS SELECT 1 AS n SELECT n FROM a;  -- error syntax-error
WITH a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a) SELECT n FROM a;  -- error undefined-table
SELECT id FROM customers WHERE EXISTS SELECT 1;  -- error syntax-error
SELECT id FROM customers WHERE id BETWEEN 1, 2;  -- error syntax-error
SELECT id FROM customers WHERE name IS 'a';  -- error syntax-error
SELECT name NOT SIMILAR TO 'a' ESCAPE FROM customers;  -- error syntax-error
SELECT name LIKE 'a' || 'b' ESCAPE, 1 FROM customers;  -- error syntax-error
