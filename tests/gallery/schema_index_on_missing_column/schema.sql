CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE UNIQUE INDEX ON customers (email);
