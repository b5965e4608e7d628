-- name: Bad :execlastid
INSERT INTO customers (id, name) VALUES (@id, @name);
