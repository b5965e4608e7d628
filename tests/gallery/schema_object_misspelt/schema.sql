CREATE TABEL customers (id bigint PRIMARY KEY);
