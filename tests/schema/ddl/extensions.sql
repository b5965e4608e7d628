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
CREATE SCHEMA elsewhere;
CREATE EXTENSION isn;
ALTER EXTENSION isn SET SCHEMA elsewhere;
CREATE TABLE books (isbn elsewhere.isbn13, isbns elsewhere.isbn[]);
CREATE VIEW same_book AS SELECT isbn OPERATOR(elsewhere.=) isbn AS a, elsewhere.is_valid(isbn) AS b FROM books;
