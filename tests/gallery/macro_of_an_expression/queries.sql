-- name: Bad :many
SELECT id FROM customers c WHERE id = sqlc.arg(id + 1);
