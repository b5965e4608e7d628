-- name: Bad :many
SELECT id FROM orders WHERE note IS 'x';
