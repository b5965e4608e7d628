-- name: Bad :exec
UPDATE customers SET name = @a, name = @b;
