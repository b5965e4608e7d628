-- name: Bad :exec
INSERT INTO customers (id, name) VALUES @id, @name;
