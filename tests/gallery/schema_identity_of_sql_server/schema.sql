CREATE TABLE customers (id bigint IDENTITY(1,1));
