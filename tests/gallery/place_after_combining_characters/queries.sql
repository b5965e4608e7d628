-- name: Bad :many
SELECT 'café' AS label, nmae FROM customers;
