-- name: Bad :many
SELECT id FROM orders ORDER BY id UNION SELECT id FROM customers;
