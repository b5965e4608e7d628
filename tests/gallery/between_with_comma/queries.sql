-- name: Bad :many
SELECT id FROM orders WHERE id BETWEEN 1, 2;
