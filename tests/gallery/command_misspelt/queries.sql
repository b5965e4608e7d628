-- name: Bad :manny
SELECT id FROM orders;
