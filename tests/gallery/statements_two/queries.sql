-- name: Bad :exec
DELETE FROM orders WHERE id = @id;
DELETE FROM customers WHERE id = @id;
