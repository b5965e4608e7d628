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
