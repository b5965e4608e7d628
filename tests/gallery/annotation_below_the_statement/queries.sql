SELECT id FROM orders;
-- name: GetOrders :many
