-- name: Bad :many
SELECT coalesce(note, total) AS x FROM orders;
