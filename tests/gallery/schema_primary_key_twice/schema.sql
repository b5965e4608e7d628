CREATE TABLE customers (id bigint PRIMARY KEY, n text PRIMARY KEY);
