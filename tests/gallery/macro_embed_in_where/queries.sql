-- name: Bad :many
SELECT id FROM customers c WHERE sqlc.embed(c) IS NULL;
