-- name: GetOrders :many all of them
SELECT id FROM orders;
