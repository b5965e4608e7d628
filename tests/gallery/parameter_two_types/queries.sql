-- name: Bad :many
SELECT id
FROM orders
WHERE id = @x
  AND note = @x;
