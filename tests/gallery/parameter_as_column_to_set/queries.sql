-- name: Bad :exec
UPDATE orders SET @col = 1;
