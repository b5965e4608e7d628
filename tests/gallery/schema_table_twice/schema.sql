CREATE TABLE customers (id bigint);

CREATE TABLE customers (id bigint, name text);
