-- name: X :execute
SELECT id FROM orders;
