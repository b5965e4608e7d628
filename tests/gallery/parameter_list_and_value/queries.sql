-- name: Bad :many
SELECT id FROM customers WHERE id = ANY(@ids) AND name = @ids;
