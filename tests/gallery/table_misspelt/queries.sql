-- name: Bad :many
SELECT id
FROM custmers;
