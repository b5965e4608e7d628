CREATE TABLE customers (id bigint)
GO
