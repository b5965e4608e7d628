-- name: Bad :many
SELECT lenght(name) AS n FROM customers;
