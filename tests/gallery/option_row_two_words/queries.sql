-- name: Bad :many
-- @row customer list
SELECT id, name FROM customers;
