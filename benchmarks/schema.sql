-- What the runtime benchmark runs on: a narrow table, and a wide one with enums, arrays and NULLs.

CREATE TYPE order_status AS ENUM ('draft', 'placed', 'paid', 'packed', 'shipped', 'returned');
CREATE TYPE order_flag AS ENUM ('gift', 'fragile', 'express', 'insured');

CREATE TABLE accounts (
    id         bigint      PRIMARY KEY,
    owner      text        NOT NULL,
    balance    bigint      NOT NULL,
    opened_at  timestamptz NOT NULL
);

CREATE TABLE orders (
    id             bigint       PRIMARY KEY,
    public_id      uuid         NOT NULL,
    account_id     bigint       NOT NULL,
    status         order_status NOT NULL,
    flags          order_flag[] NOT NULL,
    title          text         NOT NULL,
    note           text,
    tags           text[]       NOT NULL,
    item_ids       bigint[]     NOT NULL,
    weights        double precision[],
    total          numeric      NOT NULL,
    discount       numeric,
    currency       text         NOT NULL,
    express        boolean      NOT NULL,
    coupon         text,
    referrer_id    uuid,
    previous       order_status,
    created_at     timestamptz  NOT NULL,
    paid_at        timestamptz,
    shipped_at     timestamptz,
    delivery_date  date,
    attempts       integer      NOT NULL
);
