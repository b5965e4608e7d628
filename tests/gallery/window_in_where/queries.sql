-- name: Bad :many
SELECT id FROM orders WHERE row_number() OVER (ORDER BY id) = 1;
