-- name: Bad :many
SELECT id FROM invoices;
