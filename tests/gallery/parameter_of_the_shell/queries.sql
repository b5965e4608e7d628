-- name: Bad :many
SELECT id FROM orders WHERE id = ${id};
