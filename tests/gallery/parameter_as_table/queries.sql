-- name: Bad :many
SELECT id FROM @tbl;
