CRATE TABLE customers (id bigint PRIMARY KEY);
