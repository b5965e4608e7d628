-- name: Bad :exec
UPDATE customers SET nme = @name WHERE id = @id;
