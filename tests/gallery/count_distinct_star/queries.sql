-- name: Bad :one
SELECT count(DISTINCT *) FROM orders;
