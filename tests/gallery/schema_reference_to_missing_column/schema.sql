CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
    customer_id bigint REFERENCES customers (uid)
);
