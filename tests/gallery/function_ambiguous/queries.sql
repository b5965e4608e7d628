-- name: Bad :many
SELECT generate_series(@a, @b) AS n;
