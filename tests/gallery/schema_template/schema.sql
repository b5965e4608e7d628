CREATE TABLE {{ schema }}.customers (id bigint);
