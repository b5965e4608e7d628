-- name: Bad :many
SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id HAVING n > 1;
