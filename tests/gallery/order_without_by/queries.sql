-- name: Bad :many
SELECT id FROM orders ORDER id;
