-- name: Bad :exec
INSERT INTO customers (id, name) VALUES (@id, @name) ON CONFLICT (nme) DO NOTHING;
