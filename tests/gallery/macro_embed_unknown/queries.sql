-- name: Bad :many
SELECT c.id, sqlc.embed(x) FROM customers c;
