-- name: Bad :many
SELECT id FROM orders ORDER BY id @direction;
