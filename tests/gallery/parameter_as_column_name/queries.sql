-- name: Bad :many
SELECT id FROM orders ORDER BY o.@col;
