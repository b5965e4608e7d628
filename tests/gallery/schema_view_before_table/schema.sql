CREATE VIEW v AS SELECT id FROM customers;
CREATE TABLE customers (id bigint PRIMARY KEY);

