-- name: Bad :many
SELECT lower(total) AS t FROM orders;
