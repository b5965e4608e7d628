-- name: Bad :exec
INSERT INTO customers (id, name, email)
VALUES (@id, @name);
