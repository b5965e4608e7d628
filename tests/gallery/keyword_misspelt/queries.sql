-- name: Bad :many
SELCT id FROM orders;
