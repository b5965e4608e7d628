-- name: Bad :copyfrom
INSERT INTO customers (id, name) VALUES (@id, @name) RETURNING id;
