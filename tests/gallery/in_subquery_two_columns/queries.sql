-- name: Bad :many
SELECT id FROM customers WHERE id IN (SELECT id, customer_id FROM orders);
