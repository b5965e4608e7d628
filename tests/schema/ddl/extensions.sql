-- Extensions bring types, and the schema they go to.
CREATE EXTENSION IF NOT EXISTS plpgsql;
CREATE EXTENSION citext;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE EXTENSION "vector";
CREATE TABLE t (a citext NOT NULL, b ext.hstore, c vector(3), d citext[]);
CREATE EXTENSION ltree;
DROP EXTENSION ltree;
CREATE EXTENSION pg_trgm CASCADE;
COMMENT ON EXTENSION citext IS 'words';
