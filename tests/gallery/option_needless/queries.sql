-- name: GetOrders :many
-- @notnull total
SELECT id, total FROM orders;
