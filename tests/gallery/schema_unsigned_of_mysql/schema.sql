CREATE TABLE customers (id int UNSIGNED);
