-- name: Bad :many
SELECT TOP 10 id FROM orders;
