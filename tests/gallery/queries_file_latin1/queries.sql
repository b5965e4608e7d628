-- name: Bad :many
SELECT 'café' AS c;
