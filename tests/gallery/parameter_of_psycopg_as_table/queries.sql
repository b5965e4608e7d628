-- name: All :many
SELECT id FROM %s;
