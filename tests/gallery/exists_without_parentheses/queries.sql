-- name: Bad :many
SELECT id FROM orders WHERE EXISTS SELECT 1 FROM customers;
