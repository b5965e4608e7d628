-- name: Bad :many
SELECT nmae FROM customers;
