-- name: Bad :exec
INSERT INTO boxes (side, area) VALUES (@side, @area);
