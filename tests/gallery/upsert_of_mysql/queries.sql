-- name: Bad :exec
INSERT INTO customers (id, name) VALUES (@id, @name) ON DUPLICATE KEY UPDATE name = @name;
