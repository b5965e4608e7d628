-- name: Bad :many
SELECT id FROM orders WHERE placed_at < '2024-02-30';
