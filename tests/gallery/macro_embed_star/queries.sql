-- name: Bad :many
SELECT sqlc.embed(c.*) FROM customers c;
