-- name: Bad :many
SELECT sum(total) OVER w AS s FROM orders;
