-- name: Bad :many
SELECT id FROM orders WHERE id = sqlc.slice('ids');
