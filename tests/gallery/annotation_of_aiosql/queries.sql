-- name: get_orders^
SELECT id FROM orders;
