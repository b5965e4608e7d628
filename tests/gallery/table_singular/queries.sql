-- name: Bad :many
SELECT id FROM customer;
