-- name: Bad :many
SELECT jsonb_build_object('a', @a) AS x;
