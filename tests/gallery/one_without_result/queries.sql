-- name: Bad :one
UPDATE orders SET note = @note WHERE id = @id;
