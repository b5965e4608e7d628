-- nmae: GetOrders :many
SELECT id FROM orders;
