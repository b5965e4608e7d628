-- name: 1stOrders :many
SELECT id FROM orders;
