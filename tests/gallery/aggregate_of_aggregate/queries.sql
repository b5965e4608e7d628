-- name: Bad :many
SELECT sum(count(*)) AS n FROM orders;
