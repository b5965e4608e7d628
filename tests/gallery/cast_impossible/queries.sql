-- name: Bad :many
SELECT placed_at::integer AS t FROM orders;
