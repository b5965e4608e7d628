-- name: Bad :many
SELECT ifnull(email, '') AS e FROM customers;
