-- name: Bad :one
DELETE FROM orders WHERE id = @id RETURNING totl;
