CREATE TABLE customers (id bigint PRIMARY KEY);
DROP TABLE orders;
