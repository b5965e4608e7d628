-- name: Bad :exec
INSERT INTO custmers (id, name) VALUES (@id, @name);
