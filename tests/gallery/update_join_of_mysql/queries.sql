-- name: Bad :exec
UPDATE customers c JOIN orders o ON o.customer_id = c.id SET name = 'x';
