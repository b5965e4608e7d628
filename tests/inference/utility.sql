-- Statements that are no queries.

CALL touch(1, NULL);  -- done boolean
CALL touch($1, NULL);  -- $1: bigint, done boolean
CALL touch($1, $2);  -- $1: bigint, $2: boolean, done boolean
CALL touch(who => $1, done => NULL);  -- $1: bigint, done boolean
CALL raise_prices(10, 1);  -- changed integer
CALL raise_prices($1, $2);  -- $1: numeric, $2: integer, changed integer
CALL raise_prices(10);  -- changed integer
CALL raise_prices(changed => $1, percent => $2);  -- $1: integer, $2: numeric, changed integer
CALL forget($1);  -- $1: bigint
CALL public.forget($1::bigint);  -- $1: bigint
CALL forget('a'::text);  -- error undefined-function
CALL nosuch(1);  -- error undefined-function
CALL lower('A');  -- error wrong-object-type
CALL forget((SELECT 1));  -- error unsupported
EXPLAIN SELECT * FROM customers WHERE id = $1;  -- $1: bigint, QUERY PLAN text
EXPLAIN ANALYZE SELECT * FROM customers;  -- QUERY PLAN text
EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM customers WHERE name = $1;  -- $1: text, QUERY PLAN json
EXPLAIN (FORMAT YAML) INSERT INTO tree VALUES ($1, $2, $3);  -- $1: integer, $2: integer, $3: text, QUERY PLAN text
EXPLAIN (FORMAT XML) UPDATE tree SET label = $1;  -- $1: text, QUERY PLAN xml
EXPLAIN (FORMAT TEXT) DELETE FROM tree WHERE id = $1;  -- $1: integer, QUERY PLAN text
EXPLAIN VERBOSE WITH w AS (SELECT 1) SELECT * FROM w;  -- QUERY PLAN text
EXPLAIN (VERBOSE) (SELECT 1);  -- QUERY PLAN text
EXPLAIN SELECT nosuch FROM customers;  -- error undefined-column
SHOW search_path;  -- search_path text
SHOW ALL;  -- name text, setting text, description text
SHOW TIME ZONE;  -- TimeZone text
SHOW TRANSACTION ISOLATION LEVEL;  -- transaction_isolation text
SHOW SESSION AUTHORIZATION;  -- session_authorization text
SHOW server_version;  -- server_version text
SHOW DateStyle;  -- DateStyle text
SET search_path TO shop, public;  -- nothing
SET LOCAL statement_timeout = '1s';  -- nothing
SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;  -- nothing
SET TIME ZONE 'UTC';  -- nothing
SET CONSTRAINTS ALL DEFERRED;  -- nothing
SET ROLE postgres;  -- nothing
RESET ALL;  -- nothing
NOTIFY channel;  -- nothing
NOTIFY channel, 'payload';  -- nothing
LISTEN channel;  -- nothing
UNLISTEN *;  -- nothing
REFRESH MATERIALIZED VIEW totals;  -- nothing
REFRESH MATERIALIZED VIEW CONCURRENTLY totals WITH DATA;  -- nothing
TRUNCATE tree;  -- nothing
TRUNCATE TABLE ONLY tree, plots RESTART IDENTITY CASCADE;  -- nothing
LOCK TABLE customers IN SHARE ROW EXCLUSIVE MODE NOWAIT;  -- nothing
LOCK customers, orders;  -- nothing
DO $$ BEGIN PERFORM 1; END $$;  -- nothing
DO LANGUAGE plpgsql 'BEGIN NULL; END';  -- nothing
BEGIN;  -- nothing
START TRANSACTION ISOLATION LEVEL SERIALIZABLE;  -- nothing
COMMIT;  -- nothing
ROLLBACK;  -- nothing
ROLLBACK TO SAVEPOINT here;  -- nothing
SAVEPOINT here;  -- nothing
RELEASE SAVEPOINT here;  -- nothing
VACUUM ANALYZE customers;  -- nothing
ANALYZE customers (name);  -- nothing
CREATE TABLE made (id integer);  -- nothing
CREATE TEMP TABLE made ON COMMIT DROP AS SELECT * FROM customers;  -- nothing
CREATE INDEX ON customers (name);  -- nothing
ALTER TABLE customers ADD COLUMN more text;  -- nothing
DROP TABLE IF EXISTS made;  -- nothing
COMMENT ON TABLE customers IS 'people';  -- nothing
GRANT SELECT ON customers TO PUBLIC;  -- nothing
COPY customers TO STDOUT;  -- nothing
COPY (SELECT * FROM customers) TO STDOUT WITH (FORMAT csv);  -- nothing
DISCARD ALL;  -- nothing
CHECKPOINT;  -- nothing
CLUSTER customers;  -- nothing
REINDEX TABLE customers;  -- nothing
DEALLOCATE ALL;  -- nothing
DECLARE cur CURSOR FOR SELECT * FROM customers;  -- nothing
DECLARE cur SCROLL CURSOR WITH HOLD FOR SELECT id, name FROM customers WHERE id = 1;  -- nothing
FETCH NEXT FROM cur;  -- nothing
FETCH 10 FROM cur;  -- nothing
MOVE FORWARD ALL IN cur;  -- nothing
CLOSE cur;  -- nothing
PREPARE p AS SELECT 1;  -- nothing
EXECUTE p;  -- nothing
CREATE TABLE made AS SELECT $1 AS x;  -- $1: text
SELECT 1 INTO made FROM customers;  -- nothing
SELECT id, name INTO TEMP made FROM customers WHERE id = 1;  -- nothing
EXPLAIN EXECUTE p;  -- QUERY PLAN text
EXPLAIN CREATE TABLE made AS SELECT 1;  -- QUERY PLAN text
EXPLAIN DECLARE cur CURSOR FOR SELECT 1;  -- QUERY PLAN text
REASSIGN OWNED BY postgres TO postgres;  -- nothing
NOSUCH STATEMENT;  -- error syntax-error
DECLARE cur CURSOR FOR SELECT id FROM customers WHERE name = $1;  -- $1: text
DECLARE cur CURSOR FOR SELECT nosuch FROM customers;  -- error undefined-column
CREATE TABLE made AS SELECT nosuch FROM customers;  -- error undefined-column
CREATE TEMPORARY TABLE made (a, b) AS VALUES ($1::int, $2) WITH NO DATA;  -- $1: integer, $2: text
EXPLAIN (SELECT id FROM customers WHERE id = $1);  -- $1: bigint, QUERY PLAN text
EXPLAIN ANALYZE VERBOSE (WITH w AS (SELECT $1::int) SELECT * FROM w);  -- $1: integer, QUERY PLAN text
EXPLAIN (ANALYZE true, FORMAT 'json') SELECT 1;  -- QUERY PLAN json
CALL touch($1::bigint, $2);  -- $1: bigint, $2: boolean, done boolean
CALL touch(1);  -- error undefined-function
CALL touch(1, 2, 3);  -- error undefined-function
CALL touch('a', NULL);  -- error datatype-mismatch
CALL touch(abs($1), not exists_at(1));  -- error undefined-function
CALL touch(abs($1::bigint) + length('x'), $2 and true);  -- $1: bigint, $2: boolean, done boolean
CALL touch(touch(1, null), null);  -- error wrong-object-type
CALL touch(count(*), null);  -- error grouping-error
CREATE TEMP TABLE made ON COMMIT DROP AS SELECT name, $2 AS word FROM customers WHERE id = $1;  -- $1: bigint, $2: text
