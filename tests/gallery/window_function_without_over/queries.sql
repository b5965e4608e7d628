-- name: Bad :many
SELECT row_number() AS n FROM orders;
