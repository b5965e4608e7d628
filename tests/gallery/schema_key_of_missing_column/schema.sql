CREATE TABLE customers (
    id bigint,
    PRIMARY KEY (uid)
);
