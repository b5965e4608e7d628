-- name: B :one
SELECT 1 AS one;
