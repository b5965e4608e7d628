-- name: Bad :exec
INSERT INTO orders (@cols) VALUES (1);
