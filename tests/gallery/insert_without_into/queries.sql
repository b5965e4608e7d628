-- name: Bad :exec
INSERT customers (id, name) VALUES (@id, @name);
