-- name: Bad :exec
INSERT INTO customers (id, name) VALUES (1 + DEFAULT, 'x');
