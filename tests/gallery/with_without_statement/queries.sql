-- name: Bad :many
WITH x AS (SELECT 1 AS a);
