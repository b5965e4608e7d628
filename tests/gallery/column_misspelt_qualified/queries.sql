-- name: Bad :many
SELECT c.id, c.emial FROM customers AS c;
