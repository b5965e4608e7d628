-- name: Bad :many
SELECT id::@type FROM orders;
