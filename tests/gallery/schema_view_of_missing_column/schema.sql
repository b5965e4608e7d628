CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE VIEW names AS SELECT id, nmae FROM customers;
