-- name: Bad :many
SELECT substr(name) AS t FROM customers;
