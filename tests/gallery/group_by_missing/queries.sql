-- name: Bad :many
SELECT customer_id, status, count(*) AS n
FROM orders
GROUP BY customer_id;
