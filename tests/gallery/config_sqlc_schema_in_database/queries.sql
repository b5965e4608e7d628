-- name: GetOne :one
SELECT 1 AS one;
