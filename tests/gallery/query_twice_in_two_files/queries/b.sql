
-- name: GetOrders :many
SELECT note FROM orders;
