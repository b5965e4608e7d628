-- name: Bad :exec
DELETE orders WHERE id = @id;
