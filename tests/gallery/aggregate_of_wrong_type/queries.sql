-- name: Bad :many
SELECT sum(name) AS s FROM customers;
