-- name: Bad :many
SELECT @fn(id) FROM orders;
