-- name: Bad :many
SELECT '注文番号' AS label, nmae FROM customers;
