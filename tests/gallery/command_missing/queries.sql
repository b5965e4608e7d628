-- name: Bad
SELECT id FROM orders;
