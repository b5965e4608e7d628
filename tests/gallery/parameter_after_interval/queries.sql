-- name: Bad :many
SELECT id FROM orders WHERE placed_at > now() - interval @days;
