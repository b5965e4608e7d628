-- name: Bad :many
SELECT id FROM customers LIMIT @n OFFSET @n::text;
