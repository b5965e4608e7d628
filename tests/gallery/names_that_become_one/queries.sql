-- name: GetOrders :many
SELECT id FROM orders;

-- name: get_orders :many
SELECT note FROM orders;
