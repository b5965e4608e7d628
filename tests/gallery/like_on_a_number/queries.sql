-- name: Bad :many
SELECT id FROM orders WHERE id LIKE '1%';
