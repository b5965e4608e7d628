-- name: Bad :many
SELECT 1 AS one FROM customers c JOIN orders c ON true;
