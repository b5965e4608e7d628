-- name: Bad :many
SELECT id FROM orders # all of them
;
