-- DDL in DO blocks, guarded so that it may run more than once.
DO $$ BEGIN CREATE TYPE state AS ENUM ('on', 'off'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE TYPE state AS ENUM ('other'); EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'there'; WHEN OTHERS THEN CREATE TYPE nobody AS ENUM (); END; $$ LANGUAGE plpgsql;
DO $block$
DECLARE
  wanted CONSTANT int := 1;
  role_name text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'level') THEN
    CREATE TYPE level AS ENUM ('low', 'high');
    CREATE TABLE readings (a int, at_level level NOT NULL);
  ELSE
    DROP TYPE level;
  END IF;
  IF EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'readings' AND column_name = 'a') THEN
    ALTER TABLE readings RENAME COLUMN a TO amount;
  END IF;
  IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'readings' AND column_name = 'amount') THEN
    ALTER TABLE readings ADD COLUMN amount int;
  END IF;
  BEGIN
    ALTER TABLE readings ADD COLUMN note text;
  EXCEPTION
    WHEN duplicate_column OR duplicate_table THEN
  END;
  BEGIN
    ALTER TABLE readings ADD COLUMN note text;
  EXCEPTION
    WHEN duplicate_column THEN NULL;
  END;
  <<names>>
  FOR role_name IN SELECT rolname FROM pg_roles LOOP
    CONTINUE names WHEN role_name IS NULL;
    PERFORM CASE WHEN true THEN 1 ELSE 2 END;
  END LOOP;
  CASE wanted WHEN 1 THEN PERFORM 1; WHEN 2 THEN PERFORM 2; ELSE NULL; END CASE;
  role_name := CASE WHEN wanted = 1 THEN 'a' ELSE 'b' END;
  CREATE TABLE last_one (x state);
  COMMENT ON TABLE last_one IS 'made in a block';
END
$block$;
DO 'BEGIN CREATE TABLE in_a_string (x int); END';
-- Conditions whose answer is known: what stands under the other one is not done.
DO $$
BEGIN
  IF to_regclass('public.nowhere') IS NULL AND current_setting('server_version_num')::int >= 90500 THEN
    CREATE TABLE found_missing (a int);
  ELSIF to_regclass('last_one') IS NOT NULL THEN
    CREATE TABLE not_made_1 (a int);
  ELSE
    CREATE TABLE not_made_2 (a int);
  END IF;
  IF EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = current_schema() AND c.table_name = 'readings' AND (c.column_name = 'amount') AND c.data_type = 'text') THEN
    ALTER TABLE readings ALTER COLUMN amount TYPE int;
  ELSE
    ALTER TABLE readings ALTER COLUMN amount TYPE text;
    ALTER TABLE readings ALTER COLUMN amount SET NOT NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE tablename = 'last_one') OR (NOT EXISTS (SELECT FROM pg_type WHERE typname = 'state')) THEN
    DROP TABLE last_one;
  END IF;
  IF (SELECT current_setting('server_version_num')::integer < 100000) THEN
    CREATE TABLE not_made_3 (a int);
  END IF;
  IF EXISTS (SELECT 1 FROM readings r WHERE r.note IS NULL) AND pg_catalog.to_regclass('readings'::text) IS NULL THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'last_one_x') THEN
    CREATE INDEX last_one_x ON last_one (x);
  END IF;
  IF EXISTS (SELECT 1 FROM pg_indexes WHERE schemaname = 'public' AND indexname = 'last_one_x') THEN
    CREATE TABLE has_index (a int);
  END IF;
  IF to_regclass('public.nowhere') IS NULL THEN
    RETURN;
  END IF;
  ALTER TABLE nowhere ADD COLUMN a int;
  CREATE TABLE not_made_4 (a int);
END
$$;
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid WHERE r.relname = 'absent') THEN
    RETURN;
  END IF;
  CREATE TABLE after_a_doubtful_return (a int);
  IF EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = 'absent') THEN
    ALTER TABLE nowhere DROP CONSTRAINT absent;
  END IF;
END
$$;
DO $outer$
BEGIN
  EXECUTE 'CREATE TABLE executed (a int); CREATE INDEX executed_a ON executed (a)';
  EXECUTE $$ALTER TABLE executed ADD COLUMN b text NOT NULL DEFAULT 'x'$$;
  IF to_regclass('nowhere') IS NOT NULL THEN
    EXECUTE 'DROP TABLE executed';
  END IF;
END
$outer$;
-- A condition may be a subquery of its own.
CREATE TABLE steps (name text);
DO $$
BEGIN
  IF (SELECT to_regclass(' steps') IS NOT NULL) THEN
    ALTER TABLE steps RENAME TO steps_old;
    CREATE TABLE steps (line text NOT NULL, version bigint, PRIMARY KEY (line, version));
    INSERT INTO steps (line, version) SELECT 'main', 1 FROM steps_old;
    DROP TABLE steps_old;
  END IF;
  IF NOT (SELECT EXISTS (SELECT FROM pg_class WHERE relname = 'steps')) THEN
    CREATE TABLE not_made_again (a int);
  END IF;
END $$;
