-- name: GetCustomer :one
SELECT * FROM customers WHERE id = @id;
