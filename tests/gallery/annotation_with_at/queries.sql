-- @name GetOrders :many
SELECT id FROM orders;
