CREATE TABLE payments (id bigint PRIMARY KEY, status varchar(20) NOT NULL, paid_at timestamptz);
