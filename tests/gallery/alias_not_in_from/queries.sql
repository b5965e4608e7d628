-- name: Bad :many
SELECT x.id FROM customers c;
