-- name: AddList :one
INSERT INTO lists (name) VALUES (@name) RETURNING *;

-- name: AddTask :one
-- A new task at the end of a list; `due` may be None.
INSERT INTO tasks (list_id, title, due) VALUES (@list_id, @title, @due) RETURNING *;

-- name: OpenTasks :many
-- What is still to be done, the most urgent first; all lists where none is given.
SELECT tasks.*
FROM tasks
WHERE done_at IS NULL
  AND (sqlc.narg('list_id')::bigint IS NULL OR list_id = sqlc.narg('list_id'))
ORDER BY priority DESC, due NULLS LAST, id;

-- name: Progress :many
-- Every list with the number of its tasks, and how many of them are done.
SELECT lists.name, count(tasks.id) AS tasks, count(tasks.done_at) AS done
FROM lists
LEFT JOIN tasks ON tasks.list_id = lists.id
GROUP BY lists.id
ORDER BY lists.name;

-- name: FinishTask :execrows
UPDATE tasks SET done_at = now() WHERE id = @id AND done_at IS NULL;
