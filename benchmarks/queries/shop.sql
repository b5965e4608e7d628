-- name: GetAccount :one
SELECT * FROM accounts WHERE id = @id;

-- name: GetOrder :one
SELECT * FROM orders WHERE id = @id;

-- name: ListAccounts :many
SELECT * FROM accounts ORDER BY id LIMIT @count;

-- name: ListOrders :many
SELECT * FROM orders ORDER BY id LIMIT @count;

-- name: StreamAccounts :iter
SELECT accounts.* FROM accounts, generate_series(1, @times::integer);

-- name: AddAccount :exec
INSERT INTO accounts (id, owner, balance, opened_at) VALUES (@id, @owner, @balance, @opened_at);

-- name: AddAccounts :batchexec
INSERT INTO accounts (id, owner, balance, opened_at) VALUES (@id, @owner, @balance, @opened_at);

-- name: CopyAccounts :copyfrom
INSERT INTO accounts (id, owner, balance, opened_at) VALUES (@id, @owner, @balance, @opened_at);
