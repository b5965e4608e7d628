-- name: Bad :many
SELECT name + ' x' AS t FROM customers;
