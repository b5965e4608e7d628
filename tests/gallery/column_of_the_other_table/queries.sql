-- name: Bad :many
SELECT c.id, c.total
FROM customers c JOIN orders o ON o.customer_id = c.id;
