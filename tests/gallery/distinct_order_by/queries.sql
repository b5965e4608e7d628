-- name: Bad :many
SELECT DISTINCT customer_id FROM orders ORDER BY total;
