-- name: Bad :many
SELECT similarity(name, @other) AS s FROM customers;
