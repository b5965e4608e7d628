-- name: Bad :many
SELECT '🎉👩‍👩‍👧' AS label, nmae FROM customers;
