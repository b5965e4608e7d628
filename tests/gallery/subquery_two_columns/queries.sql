-- name: Bad :many
SELECT (SELECT id, name FROM customers LIMIT 1) AS c;
