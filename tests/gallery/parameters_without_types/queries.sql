-- name: Bad :many
SELECT @a + @b AS x;
