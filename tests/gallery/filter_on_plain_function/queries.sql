-- name: Bad :many
SELECT lower(name) FILTER (WHERE true) AS s FROM customers;
