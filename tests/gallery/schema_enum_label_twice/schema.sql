CREATE TYPE status AS ENUM ('open', 'paid', 'open');
CREATE TABLE customers (id bigint PRIMARY KEY);
