-- name: Bad :batchexec
DELETE FROM orders;
