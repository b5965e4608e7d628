-- name: Bad :exec
UPDATE customers c SET c.name = @name WHERE c.id = @id;
