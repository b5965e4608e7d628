-- name: Bad :many
SELECT o.id FROM orders o JOIN customers c USING (customer_id);
