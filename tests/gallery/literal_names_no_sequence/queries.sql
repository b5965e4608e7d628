-- name: Bad :one
SELECT nextval('order_id_seq');
