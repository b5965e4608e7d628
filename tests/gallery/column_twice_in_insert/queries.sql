-- name: Bad :exec
INSERT INTO customers (id, name, id) VALUES (@a, @b, @c);
