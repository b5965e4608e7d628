-- name: Bad :exec
INSERT OR IGNORE INTO customers (id, name) VALUES (@id, @name);
