-- name: Bad :many
SELECT id FROM orders WHERE note LIKE %s AND id = %d;
