-- name: Some :many
SELECT id, name FROM customers WHERE id NOT IN %(ids)s;
