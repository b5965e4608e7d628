-- name: Bad :many
SELECT id FROM orders HAVING count(*) > 1;
