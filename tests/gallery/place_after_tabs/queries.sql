-- name: Bad :many
SELECT
	id,		nmae
FROM	customers;
