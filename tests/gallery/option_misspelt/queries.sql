-- name: Bad :many
-- @nulable id
SELECT id FROM customers;
