-- name: Bad :many
SELECT customer_id FROM orders WHERE count(*) > 1 GROUP BY customer_id;
