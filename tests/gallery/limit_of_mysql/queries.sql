-- name: Bad :many
SELECT id FROM orders LIMIT 10, 20;
