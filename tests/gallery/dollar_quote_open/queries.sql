-- name: Bad :many
SELECT $$abc FROM orders;
