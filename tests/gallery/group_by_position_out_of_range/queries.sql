-- name: Bad :many
SELECT customer_id FROM orders GROUP BY 3;
