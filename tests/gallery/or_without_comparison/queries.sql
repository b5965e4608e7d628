-- name: Bad :many
SELECT id FROM customers WHERE name = 'a' OR 'b';
