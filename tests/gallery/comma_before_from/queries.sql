-- name: Bad :many
SELECT id, note,
FROM orders;
