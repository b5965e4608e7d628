CREATE TABLE customers (
    id   bigint PRIMARY KEY,
    name txt NOT NULL
);
