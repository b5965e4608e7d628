-- name: Bad :many
WITH recent AS (SELECT id FROM orders)
SELECT id FROM recnt;
