-- name: Get Orders :many
SELECT id FROM orders;
