-- name: Bad :many
SELECT DISTINCT ON (customer_id) id FROM orders ORDER BY id;
