-- name: GetOrders :many

-- name: GetCustomers :many
SELECT id FROM customers;
