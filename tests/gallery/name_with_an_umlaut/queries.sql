-- name: GetÄpfel :many
SELECT id FROM orders;
