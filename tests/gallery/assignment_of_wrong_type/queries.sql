-- name: Bad :exec
UPDATE orders SET placed_at = total;
