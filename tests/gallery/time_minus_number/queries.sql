-- name: Bad :many
SELECT placed_at - 7 AS t FROM orders;
