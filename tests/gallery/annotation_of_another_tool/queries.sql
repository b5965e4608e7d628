-- :name get-orders :many
SELECT id FROM orders;
