-- name: Bad :many
SELECT ('{}'::jsonb ->> 'a') > 5 AS t;
