-- name: Bad :many
-- @row Customer
SELECT id, name FROM customers;
