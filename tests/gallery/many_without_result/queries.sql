-- name: Bad :many
DELETE FROM orders WHERE id = @id;
