CREATE TABLE customers (id bigint PRIMARY KEY);
ALTER TABLE customers DROP COLUMN nme;
