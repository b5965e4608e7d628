-- What the chat daemon asks of its database.
--
-- Chats are found by id, listed per owner, and worked through as a queue: a worker acquires
-- pending chats, keeps them alive by heartbeats, and hands them back by setting their status.


-- name: ArchiveChatByID :exec
-- Archives a chat together with all of its descendants.
UPDATE chats
SET archived = true, updated_at = NOW()
WHERE id = @id OR root_chat_id = @id;


-- name: UnarchiveChatByID :exec
-- Brings one chat back. Its descendants stay archived.
UPDATE chats
SET archived = false, updated_at = NOW()
WHERE id = @id::uuid;


-- name: DeleteChatMessagesByChatID :exec
DELETE FROM chat_messages
WHERE chat_id = @chat_id::uuid;


-- name: DeleteChatMessagesAfterID :exec
-- Rewinds a chat to one of its messages, which itself stays.
DELETE FROM chat_messages
WHERE chat_id = @chat_id::uuid
    AND id > @after_id::bigint;


-- name: GetChatByID :one
SELECT *
FROM chats
WHERE id = @id::uuid;


-- name: GetChatMessageByID :one
SELECT *
FROM chat_messages
WHERE id = @id::bigint;


-- name: GetChatMessagesByChatID :many
-- What the user gets to see of a chat, from after a message on; 0 is before the first one.
SELECT *
FROM chat_messages
WHERE chat_id = @chat_id::uuid
    AND id > @after_id::bigint
    AND visibility IN ('user', 'both')
ORDER BY created_at ASC;


-- name: GetChatMessagesForPromptByChatID :many
-- What the model gets to see of a chat: the system's instructions, the latest summary, and
-- whatever was said since. Without a summary, everything.
WITH latest_compressed_summary AS (
    SELECT id
    FROM chat_messages
    WHERE chat_id = @chat_id::uuid
        AND compressed = TRUE
        AND visibility = 'model'
    ORDER BY created_at DESC, id DESC
    LIMIT 1
)
SELECT *
FROM chat_messages
WHERE chat_id = @chat_id::uuid
    AND visibility IN ('model', 'both')
    AND (
        (role = 'system' AND compressed = FALSE)
        OR (
            compressed = FALSE
            AND (
                NOT EXISTS (SELECT 1 FROM latest_compressed_summary)
                OR id > (SELECT id FROM latest_compressed_summary)
            )
        )
        OR id = (SELECT id FROM latest_compressed_summary)
    )
ORDER BY created_at ASC, id ASC;


-- name: GetChatsByOwnerID :many
-- A page of somebody's chats, the most recently used ones first. `archived` is which ones, or
-- NULL for both. `after_id` is the last chat of the page before; the zero UUID starts at the top.
SELECT *
FROM chats
WHERE owner_id = @owner_id::uuid
    AND CASE
        WHEN sqlc.narg('archived') :: boolean IS NULL THEN true
        ELSE chats.archived = sqlc.narg('archived') :: boolean
    END
    AND CASE
        -- A page starts behind a chat and not at a number of rows: chats that get used while
        -- somebody turns the pages would otherwise come twice or not at all.
        WHEN @after_id :: uuid != '00000000-0000-0000-0000-000000000000'::uuid THEN (
            -- Both parts of the sort key, because times alone may tie.
            (updated_at, id) < (
                SELECT updated_at, id
                FROM chats
                WHERE id = @after_id
            )
        )
        ELSE true
    END
ORDER BY
    -- The id decides between chats of the same moment, the same way on every page.
    (updated_at, id) DESC
OFFSET @offset_opt
LIMIT
    -- Nobody gets all chats by forgetting a limit.
    COALESCE(NULLIF(@limit_opt :: int, 0), 50);


-- name: ListChildChatsByParentID :many
SELECT *
FROM chats
WHERE parent_chat_id = @parent_chat_id::uuid
ORDER BY created_at ASC;


-- name: ListChatsByRootID :many
-- All descendants of a chat that has no parent.
SELECT *
FROM chats
WHERE root_chat_id = @root_chat_id::uuid
ORDER BY created_at ASC;


-- name: InsertChat :one
-- A new chat waits for its owner until its status is set to pending.
INSERT INTO chats (
    owner_id,
    workspace_id,
    parent_chat_id,
    root_chat_id,
    last_model_config_id,
    title
) VALUES (
    @owner_id::uuid,
    sqlc.narg('workspace_id')::uuid,
    sqlc.narg('parent_chat_id')::uuid,
    sqlc.narg('root_chat_id')::uuid,
    @last_model_config_id::uuid,
    @title::text
)
RETURNING *;


-- name: InsertChatMessage :one
-- Adds a message; the chat remembers its model, if it has one.
WITH updated_chat AS (
    UPDATE chats
    SET last_model_config_id = sqlc.narg('model_config_id')::uuid
    WHERE id = @chat_id::uuid
        AND sqlc.narg('model_config_id')::uuid IS NOT NULL
)
INSERT INTO chat_messages (
    chat_id,
    created_by,
    model_config_id,
    role,
    content,
    visibility,
    input_tokens,
    output_tokens,
    total_tokens,
    reasoning_tokens,
    cache_creation_tokens,
    cache_read_tokens,
    context_limit,
    compressed
) VALUES (
    @chat_id::uuid,
    sqlc.narg('created_by')::uuid,
    sqlc.narg('model_config_id')::uuid,
    @role::text,
    sqlc.narg('content')::jsonb,
    @visibility::chat_message_visibility,
    sqlc.narg('input_tokens')::bigint,
    sqlc.narg('output_tokens')::bigint,
    sqlc.narg('total_tokens')::bigint,
    sqlc.narg('reasoning_tokens')::bigint,
    sqlc.narg('cache_creation_tokens')::bigint,
    sqlc.narg('cache_read_tokens')::bigint,
    sqlc.narg('context_limit')::bigint,
    COALESCE(sqlc.narg('compressed')::boolean, FALSE)
)
RETURNING *;


-- name: UpdateChatMessageByID :one
-- Rewrites a message. NULL keeps the model that it has, but empties the content.
UPDATE chat_messages
SET
    model_config_id = COALESCE(sqlc.narg('model_config_id')::uuid, model_config_id),
    content = sqlc.narg('content')::jsonb
WHERE id = @id::bigint
RETURNING *;


-- name: UpdateChatByID :one
-- Renames a chat.
UPDATE chats
SET
    title = @title::text,
    updated_at = NOW()
WHERE id = @id::uuid
RETURNING *;


-- name: UpdateChatWorkspace :one
-- Puts a chat into a workspace; NULL takes it out.
UPDATE chats
SET
    workspace_id = sqlc.narg('workspace_id')::uuid,
    updated_at = NOW()
WHERE id = @id::uuid
RETURNING *;


-- name: AcquireChats :many
-- Hands at most @num_chats pending chats to a worker, those that have waited longest. Chats
-- that another worker is acquiring at this moment are skipped, so that no two get the same.
UPDATE chats
SET
    status = 'running'::chat_status,
    started_at = @started_at::timestamptz,
    heartbeat_at = @started_at::timestamptz,
    updated_at = @started_at::timestamptz,
    worker_id = @worker_id::uuid
WHERE id = ANY(
    SELECT id
    FROM chats
    WHERE status = 'pending'::chat_status
    ORDER BY updated_at ASC
    FOR UPDATE SKIP LOCKED
    LIMIT @num_chats::int
)
RETURNING *;


-- name: UpdateChatStatus :one
-- Sets all that is said about the work on a chat. What is NULL is cleared, not kept.
UPDATE chats
SET
    status = @status::chat_status,
    worker_id = sqlc.narg('worker_id')::uuid,
    started_at = sqlc.narg('started_at')::timestamptz,
    heartbeat_at = sqlc.narg('heartbeat_at')::timestamptz,
    last_error = sqlc.narg('last_error')::text,
    updated_at = NOW()
WHERE id = @id::uuid
RETURNING *;


-- name: GetStaleChats :many
-- Running chats whose worker has been silent since before a moment: it crashed, or hangs.
SELECT *
FROM chats
WHERE status = 'running'::chat_status
    AND heartbeat_at < @stale_threshold::timestamptz;


-- name: UpdateChatHeartbeat :execrows
-- Tells the other workers that this one is alive. No row means that the chat isn't its any more.
UPDATE chats
SET heartbeat_at = NOW()
WHERE id = @id::uuid
    AND worker_id = @worker_id::uuid
    AND status = 'running'::chat_status;


-- name: GetChatDiffStatusByChatID :one
SELECT *
FROM chat_diff_statuses
WHERE chat_id = @chat_id::uuid;


-- name: GetChatDiffStatusesByChatIDs :many
SELECT *
FROM chat_diff_statuses
WHERE chat_id = ANY(@chat_ids::uuid[]);


-- name: UpsertChatDiffStatusReference :one
-- Notes which branch a chat works on. What is NULL or '' leaves the stored value as it is.
INSERT INTO chat_diff_statuses (
    chat_id,
    url,
    git_branch,
    git_remote_origin,
    stale_at
) VALUES (
    @chat_id::uuid,
    sqlc.narg('url')::text,
    @git_branch::text,
    @git_remote_origin::text,
    @stale_at::timestamptz
)
ON CONFLICT (chat_id) DO UPDATE
SET
    url = CASE
        WHEN EXCLUDED.url IS NOT NULL THEN EXCLUDED.url
        ELSE chat_diff_statuses.url
    END,
    git_branch = CASE
        WHEN EXCLUDED.git_branch != '' THEN EXCLUDED.git_branch
        ELSE chat_diff_statuses.git_branch
    END,
    git_remote_origin = CASE
        WHEN EXCLUDED.git_remote_origin != '' THEN EXCLUDED.git_remote_origin
        ELSE chat_diff_statuses.git_remote_origin
    END,
    stale_at = EXCLUDED.stale_at,
    updated_at = NOW()
RETURNING *;


-- name: UpsertChatDiffStatus :one
-- Stores what the forge says about a chat's pull request, over whatever was known before.
INSERT INTO chat_diff_statuses (
    chat_id,
    url,
    pull_request_state,
    pull_request_title,
    pull_request_draft,
    changes_requested,
    additions,
    deletions,
    changed_files,
    refreshed_at,
    stale_at
) VALUES (
    @chat_id::uuid,
    sqlc.narg('url')::text,
    sqlc.narg('pull_request_state')::text,
    @pull_request_title::text,
    @pull_request_draft::boolean,
    @changes_requested::boolean,
    @additions::integer,
    @deletions::integer,
    @changed_files::integer,
    @refreshed_at::timestamptz,
    @stale_at::timestamptz
)
ON CONFLICT (chat_id) DO UPDATE
SET
    url = EXCLUDED.url,
    pull_request_state = EXCLUDED.pull_request_state,
    pull_request_title = EXCLUDED.pull_request_title,
    pull_request_draft = EXCLUDED.pull_request_draft,
    changes_requested = EXCLUDED.changes_requested,
    additions = EXCLUDED.additions,
    deletions = EXCLUDED.deletions,
    changed_files = EXCLUDED.changed_files,
    refreshed_at = EXCLUDED.refreshed_at,
    stale_at = EXCLUDED.stale_at,
    updated_at = NOW()
RETURNING *;


-- name: InsertChatQueuedMessage :one
INSERT INTO chat_queued_messages (chat_id, content)
VALUES (@chat_id, @content)
RETURNING *;


-- name: GetChatQueuedMessages :many
SELECT *
FROM chat_queued_messages
WHERE chat_id = @chat_id
ORDER BY id ASC;


-- name: DeleteChatQueuedMessage :exec
DELETE FROM chat_queued_messages
WHERE id = @id AND chat_id = @chat_id;


-- name: DeleteAllChatQueuedMessages :exec
DELETE FROM chat_queued_messages
WHERE chat_id = @chat_id;


-- name: PopNextQueuedMessage :one
-- Takes the oldest message out of a chat's queue. Call it under the chat's row lock
-- (GetChatByIDForUpdate): of two unguarded calls, one may come back empty-handed.
DELETE FROM chat_queued_messages
WHERE id = (
    SELECT cqm.id
    FROM chat_queued_messages cqm
    WHERE cqm.chat_id = @chat_id
    ORDER BY cqm.id ASC
    LIMIT 1
)
RETURNING *;


-- name: GetLastChatMessageByRole :one
SELECT *
FROM chat_messages
WHERE chat_id = @chat_id::uuid
    AND role = @role::text
ORDER BY created_at DESC, id DESC
LIMIT 1;


-- name: GetChatByIDForUpdate :one
-- Locks a chat until the end of the transaction.
SELECT *
FROM chats
WHERE id = @id::uuid
FOR UPDATE;


-- name: AcquireStaleChatDiffStatuses :many
-- Claims statuses that have to be refreshed, together with the owners whose credentials it takes.
WITH acquired AS (
    UPDATE chat_diff_statuses
    SET
        -- A lease: whoever refreshes the row sets the real time, and if nobody does, because
        -- the worker crashed, the row comes up again when the lease is over.
        stale_at = NOW() + INTERVAL '5 minutes',
        updated_at = NOW()
    WHERE chat_id IN (
        SELECT cds.chat_id
        FROM chat_diff_statuses cds
        INNER JOIN chats c ON c.id = cds.chat_id
        WHERE cds.stale_at <= NOW()
            AND cds.git_remote_origin != ''
            AND cds.git_branch != ''
            AND c.archived = FALSE
        ORDER BY cds.stale_at ASC
        FOR UPDATE OF cds SKIP LOCKED
        LIMIT @limit_val::int
    )
    RETURNING *
)
SELECT acquired.*, c.owner_id
FROM acquired
INNER JOIN chats c ON c.id = acquired.chat_id;


-- name: BackoffChatDiffStatus :exec
-- Puts off the next refresh, say because the forge refused this one.
UPDATE chat_diff_statuses
SET
    stale_at = @stale_at::timestamptz,
    updated_at = NOW()
WHERE chat_id = @chat_id::uuid;
