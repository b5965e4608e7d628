-- name: Bad :exec
INSERT IGNORE INTO customers (id, name) VALUES (@id, @name);
