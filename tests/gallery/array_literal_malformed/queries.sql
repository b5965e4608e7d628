-- name: Bad :many
SELECT id FROM orders WHERE id = ANY('1,2');
