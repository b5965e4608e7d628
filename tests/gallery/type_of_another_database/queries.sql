-- name: Bad :many
SELECT total::double AS t FROM orders;
