-- name: Bad :MANY
SELECT id FROM orders;
