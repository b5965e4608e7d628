-- name: Bad :exec
UPDATE customers name = @name WHERE id = @id;
