-- name: Bad :copyfrom
SELECT id FROM orders;
