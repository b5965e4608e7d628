-- name: Bad :many
SELECT id FROM order;
