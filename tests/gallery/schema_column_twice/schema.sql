CREATE TABLE customers (
    id bigint,
    id text
);
