CREATE EXTENSION pg_trmg;
CREATE TABLE customers (id bigint PRIMARY KEY);
