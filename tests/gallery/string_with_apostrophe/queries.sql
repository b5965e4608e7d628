-- name: Bad :many
SELECT id FROM orders WHERE note = 'it's';
