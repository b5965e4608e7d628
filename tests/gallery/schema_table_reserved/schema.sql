CREATE TABLE order (id bigint);
