-- name: Bad :many
SELECT "Name" FROM customers;
