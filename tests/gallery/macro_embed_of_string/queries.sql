-- name: Bad :many
SELECT sqlc.embed('c c') FROM customers c;
