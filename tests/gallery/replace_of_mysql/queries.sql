-- name: Bad :exec
REPLACE INTO customers (id, name) VALUES (@id, @name);
