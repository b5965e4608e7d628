-- name: Bad :many
SELECT id note total FROM orders;
