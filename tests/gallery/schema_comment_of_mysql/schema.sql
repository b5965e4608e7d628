CREATE TABLE customers (id bigint COMMENT 'x');
