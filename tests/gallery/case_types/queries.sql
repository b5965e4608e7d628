-- name: Bad :many
SELECT CASE WHEN total > 10 THEN id ELSE note END AS x FROM orders;
