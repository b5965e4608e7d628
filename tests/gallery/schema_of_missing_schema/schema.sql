CREATE TABLE shop.customers (id bigint);
