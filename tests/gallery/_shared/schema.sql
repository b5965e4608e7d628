CREATE TYPE status AS ENUM ('open', 'paid', 'shipped');

CREATE TABLE customers (
    id         bigint PRIMARY KEY,
    name       text NOT NULL,
    email      text UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
    id          bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers,
    status      status NOT NULL DEFAULT 'open',
    total       numeric(10, 2) NOT NULL,
    note        text,
    placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE VIEW open_orders AS
SELECT id, customer_id, total FROM orders WHERE status = 'open';

CREATE FUNCTION discount(price numeric, percent integer) RETURNS numeric
LANGUAGE sql IMMUTABLE AS $$ SELECT price * (100 - percent) / 100 $$;
