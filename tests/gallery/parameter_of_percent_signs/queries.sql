-- name: Sorted :many
SELECT id, name FROM customers ORDER BY %order%;
