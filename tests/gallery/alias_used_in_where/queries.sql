-- name: Bad :many
SELECT total * 2 AS twice FROM orders WHERE twice > 10;
