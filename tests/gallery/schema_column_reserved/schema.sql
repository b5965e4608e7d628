CREATE TABLE customers (id bigint, user text);
