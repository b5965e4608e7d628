-- name: GetOrders :many
SELECT id FROM orders;

-- name: GetOrders :many
SELECT note FROM orders;
