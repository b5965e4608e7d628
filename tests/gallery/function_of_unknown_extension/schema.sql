CREATE EXTENSION postgis;

CREATE TABLE customers (id bigint PRIMARY KEY, x double precision NOT NULL, y double precision NOT NULL);
