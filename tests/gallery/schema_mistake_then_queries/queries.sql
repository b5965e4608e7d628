-- name: GetCustomer :one
SELECT name FROM customers WHERE id = @id;
