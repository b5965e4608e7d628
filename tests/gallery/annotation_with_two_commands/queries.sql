-- name: GetOrders :many :one
SELECT id FROM orders;
