-- name: X :all
SELECT id FROM orders;
