CREATE TABLE customers (id bigint UNIQ);
