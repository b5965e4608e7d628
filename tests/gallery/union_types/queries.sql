-- name: Bad :many
SELECT id FROM customers
UNION ALL
SELECT note FROM orders;
