-- name: SetStatus :exec
UPDATE payments
SET status = $2, paid_at = CASE WHEN $2 = 'paid' THEN now() ELSE paid_at END
WHERE id = $1;
