-- name: Bad :many
SELECT discount(placed_at, 3) AS t FROM orders;
