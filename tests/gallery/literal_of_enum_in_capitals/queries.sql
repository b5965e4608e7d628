-- name: Bad :many
SELECT id FROM orders WHERE status = 'OPEN';
