-- name: Bad :many
\d orders
