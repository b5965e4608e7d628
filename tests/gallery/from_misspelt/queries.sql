-- name: Bad :many
SELECT id FORM orders;
