SELCT 1;
CREATE TABLE customers (id bigint PRIMARY KEY);

