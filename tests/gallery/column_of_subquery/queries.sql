-- name: Bad :many
SELECT t.n, t.total FROM (SELECT count(*) AS n FROM orders) AS t;
