-- name: Bad :many
SELECT customers.id FROM customers AS c;
