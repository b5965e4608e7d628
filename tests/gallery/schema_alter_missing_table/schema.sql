CREATE TABLE customers (id bigint PRIMARY KEY);
ALTER TABLE custmers ADD COLUMN name text;
