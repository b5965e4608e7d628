-- name: Bad :exec
MERGE INTO customers USING orders ON true WHEN MATCHED THEN INSERT VALUES (1);
