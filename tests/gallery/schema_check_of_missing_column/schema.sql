CREATE TABLE customers (
    id bigint PRIMARY KEY,
    CHECK (age > 0)
);
