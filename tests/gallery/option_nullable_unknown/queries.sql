-- name: GetOrders :many
-- @nullable totl
SELECT id, total FROM orders;
