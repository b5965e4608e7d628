-- name: Bad :many
SELECT id FROM customers
UNION ALL
SELECT id, note FROM orders;
