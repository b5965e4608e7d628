CREATE TABLE customers (
    id     bigint PRIMARY KEY,
    status text NOT NULL DEFAULT active
);
