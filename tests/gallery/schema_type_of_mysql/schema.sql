CREATE TABLE customers (id bigint, at DATETIME);
