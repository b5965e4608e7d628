-- name: Bad :many
SELECT id FROM orders WHERE id = ANY @ids;
