CREATE TABLE customers (
    id     bigint PRIMARY KEY,
    visits integer NOT NULL DEFAULT now()
);
