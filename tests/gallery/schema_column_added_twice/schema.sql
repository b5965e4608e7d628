CREATE TABLE customers (id bigint PRIMARY KEY);
ALTER TABLE customers ADD COLUMN id int;
