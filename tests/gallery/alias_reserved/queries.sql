-- name: Bad :many
SELECT user.id FROM customers user;
