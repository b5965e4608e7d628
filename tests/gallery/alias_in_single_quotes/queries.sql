-- name: Bad :many
SELECT id AS 'total' FROM orders;
