-- name: Bad :many
SELECT id FROM orders WHERE @x IS NULL;
