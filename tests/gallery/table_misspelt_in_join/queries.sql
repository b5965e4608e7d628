-- name: Bad :many
SELECT c.name, o.total
FROM customers c
JOIN ordres o ON o.customer_id = c.id;
