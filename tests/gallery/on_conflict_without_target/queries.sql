-- name: Bad :exec
INSERT INTO customers (id, name) VALUES (@id, @name) ON CONFLICT DO UPDATE SET name = @name;
