-- name: :many
SELECT id FROM orders;
