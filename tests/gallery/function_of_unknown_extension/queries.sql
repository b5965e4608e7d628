-- name: Points :many
SELECT id, st_makepoint(x, y) AS point FROM customers;
