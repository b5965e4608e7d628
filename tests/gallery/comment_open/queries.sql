-- name: Bad :many
SELECT id /* which
FROM orders;
