-- name: Bad :many
SELECT o.id FROM (orders o) WHERE o.id > 1;
