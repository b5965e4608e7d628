-- name: Bad :many
SELECT id, zip_code FROM customers;
