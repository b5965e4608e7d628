-- name: Bad :many
SELECT CURRENT_TIMESTAMP() AS t;
