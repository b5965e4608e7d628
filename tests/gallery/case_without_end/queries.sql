-- name: Bad :many
SELECT CASE WHEN id > 3 THEN 1 ELSE 2 AS x FROM orders;
