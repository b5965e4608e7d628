-- name: Bad :many
SELECT id FROM shop.customers;
