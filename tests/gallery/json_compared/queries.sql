-- name: Bad :many
SELECT '{}'::json = '{}'::json AS t;
