CREATE TABLE customers (id bigint PRIMARY KEY) ENGINE=InnoDB;
