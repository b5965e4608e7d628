-- name: Bad :exec
INSERT INTO customers (id, name, mail)
VALUES (@id, @name, @mail);
