-- name: Bad :many
SELECT c.id, t.n
FROM customers c,
     (SELECT count(*) AS n FROM orders WHERE customer_id = c.id) AS t;
