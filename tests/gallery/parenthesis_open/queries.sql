-- name: Bad :many
SELECT id FROM orders WHERE (total > 10;
