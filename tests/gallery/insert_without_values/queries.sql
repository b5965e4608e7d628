-- name: Bad :exec
INSERT INTO customers (id, name) (@id, @name);
