-- name: Bad :exec
DELETE FROM counts;
