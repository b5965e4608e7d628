CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE "Customers" (id bigint PRIMARY KEY);
