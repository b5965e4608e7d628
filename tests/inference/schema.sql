CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE address AS (street text, number integer, zip character varying(10));
CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN email AS text;
CREATE SCHEMA shop;
CREATE TABLE customers (
    id bigserial PRIMARY KEY,
    name text NOT NULL,
    mail email,
    born date,
    feeling mood NOT NULL DEFAULT 'ok',
    home address,
    tags text[] NOT NULL DEFAULT '{}',
    prefs jsonb,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    UNIQUE (mail)
);
CREATE TABLE orders (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id bigint NOT NULL REFERENCES customers (id),
    total numeric(12, 2) NOT NULL,
    discount real,
    quantity positive,
    note character varying(80),
    placed timestamp without time zone,
    paid boolean NOT NULL DEFAULT false,
    valid daterange,
    raw bytea,
    code character(4),
    weight double precision,
    small smallint
);
CREATE TABLE shop.items (
    order_id uuid NOT NULL REFERENCES orders (id),
    position integer NOT NULL,
    sku text NOT NULL,
    price numeric NOT NULL,
    extra json,
    lasting interval,
    PRIMARY KEY (order_id, position)
);
CREATE VIEW big_orders AS SELECT o.id, c.name, o.total FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE o.total > 1000;
CREATE FUNCTION add_tax(amount numeric, rate numeric DEFAULT 0.19) RETURNS numeric LANGUAGE sql AS 'SELECT amount * (1 + rate)';
CREATE FUNCTION top_customers(n integer) RETURNS TABLE (id bigint, name text) LANGUAGE sql AS 'SELECT id, name FROM customers LIMIT n';
CREATE FUNCTION all_customers() RETURNS SETOF customers LANGUAGE sql AS 'SELECT * FROM customers';
CREATE FUNCTION split(x integer, OUT half integer, OUT rest integer) LANGUAGE sql AS 'SELECT x / 2, x % 2';
CREATE PROCEDURE touch(IN who bigint, OUT done boolean) LANGUAGE sql AS 'SELECT true';
