-- name: Bad :many
SELECT id FROM orders
WHERE id = (
  SELECT id, name
  FROM customers
);
