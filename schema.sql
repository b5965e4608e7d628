-- The schema of the living example: a daemon that works through a queue of chats.
--
-- People own chats. A chat holds messages, may be worked on by one worker at a time, may have
-- child chats (the work it hands to subagents), and may follow one pull request.


-- Neighbours ---------------------------------------------------------------------------------------
-- Tables that the chats only point to; their own columns don't matter here.

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid()
);

CREATE TABLE workspaces (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid()
);

CREATE TABLE dbcrypt_keys (
    active_key_digest text PRIMARY KEY
);

COMMENT ON TABLE dbcrypt_keys IS 'Keys that secrets in other tables are encrypted with.';


-- Language models ----------------------------------------------------------------------------------

CREATE TABLE chat_providers (
    id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    provider       text        NOT NULL UNIQUE,
    display_name   text        NOT NULL DEFAULT '',
    api_key        text        NOT NULL DEFAULT '',
    base_url       text        NOT NULL DEFAULT '',
    api_key_key_id text        REFERENCES dbcrypt_keys (active_key_digest),
    created_by     uuid        REFERENCES users (id),
    enabled        boolean     NOT NULL DEFAULT true,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT chat_providers_provider_check CHECK (provider IN (
        'anthropic', 'azure', 'bedrock', 'google', 'openai', 'openai-compat', 'openrouter', 'vercel'
    ))
);

COMMENT ON TABLE chat_providers IS 'A company or service that runs language models.';
COMMENT ON COLUMN chat_providers.api_key_key_id IS
    'The key that api_key is encrypted with; NULL where it is stored in the clear.';

CREATE TABLE chat_model_configs (
    id                    uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    provider              text        NOT NULL REFERENCES chat_providers (provider) ON DELETE CASCADE,
    model                 text        NOT NULL,
    display_name          text        NOT NULL DEFAULT '',
    created_by            uuid        REFERENCES users (id),
    updated_by            uuid        REFERENCES users (id),
    enabled               boolean     NOT NULL DEFAULT true,
    is_default            boolean     NOT NULL DEFAULT false,
    deleted               boolean     NOT NULL DEFAULT false,
    deleted_at            timestamptz,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now(),
    context_limit         bigint      NOT NULL,
    compression_threshold integer     NOT NULL,
    options               jsonb       NOT NULL DEFAULT '{}',

    CONSTRAINT chat_model_configs_context_limit_check CHECK (context_limit > 0),
    CONSTRAINT chat_model_configs_compression_threshold_check
        CHECK (compression_threshold BETWEEN 0 AND 100)
);

COMMENT ON TABLE chat_model_configs IS 'A model of a provider, set up for chats.';
COMMENT ON COLUMN chat_model_configs.context_limit IS 'How many tokens fit into the context.';
COMMENT ON COLUMN chat_model_configs.compression_threshold IS
    'How full the context may get, in percent, before older messages are summarised.';

CREATE INDEX idx_chat_model_configs_enabled ON chat_model_configs (enabled);
CREATE INDEX idx_chat_model_configs_provider ON chat_model_configs (provider);
CREATE INDEX idx_chat_model_configs_provider_model ON chat_model_configs (provider, model);

-- At most one default. All its rows have the same key, so that a second one collides.
CREATE UNIQUE INDEX idx_chat_model_configs_single_default
    ON chat_model_configs ((1))
    WHERE is_default AND NOT deleted;


-- Chats --------------------------------------------------------------------------------------------

CREATE TYPE chat_status AS ENUM ('waiting', 'pending', 'running', 'paused', 'completed', 'error');

COMMENT ON TYPE chat_status IS
    'Where a chat stands: waiting for its owner, pending for a worker, running on one, or over.';

CREATE TABLE chats (
    id                   uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    owner_id             uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    workspace_id         uuid        REFERENCES workspaces (id) ON DELETE SET NULL,
    title                text        NOT NULL DEFAULT 'New Chat',
    status               chat_status NOT NULL DEFAULT 'waiting',
    worker_id            uuid,
    started_at           timestamptz,
    heartbeat_at         timestamptz,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    parent_chat_id       uuid        REFERENCES chats (id) ON DELETE SET NULL,
    root_chat_id         uuid        REFERENCES chats (id) ON DELETE SET NULL,
    last_model_config_id uuid        NOT NULL REFERENCES chat_model_configs (id),
    archived             boolean     NOT NULL DEFAULT false,
    last_error           text
);

COMMENT ON TABLE chats IS 'A conversation of its owner with a language model.';
COMMENT ON COLUMN chats.worker_id IS 'The worker that holds the chat while it is running.';
COMMENT ON COLUMN chats.heartbeat_at IS
    'When the worker last said that it is alive; a running chat whose heartbeat is old is stuck.';
COMMENT ON COLUMN chats.updated_at IS 'Set by the queries themselves; there is no trigger.';
COMMENT ON COLUMN chats.parent_chat_id IS 'The chat that started this one as a subagent.';
COMMENT ON COLUMN chats.root_chat_id IS 'The chat at the top of the chain of parents.';

CREATE INDEX idx_chats_owner ON chats (owner_id);
CREATE INDEX idx_chats_owner_updated_id ON chats (owner_id, updated_at DESC, id DESC);
CREATE INDEX idx_chats_workspace ON chats (workspace_id);
CREATE INDEX idx_chats_parent_chat_id ON chats (parent_chat_id);
CREATE INDEX idx_chats_root_chat_id ON chats (root_chat_id);
CREATE INDEX idx_chats_last_model_config_id ON chats (last_model_config_id);

-- The queue: AcquireChats looks only here, however many chats are done.
CREATE INDEX idx_chats_pending ON chats (status) WHERE status = 'pending';


-- Messages -----------------------------------------------------------------------------------------

CREATE TYPE chat_message_visibility AS ENUM ('user', 'model', 'both');

COMMENT ON TYPE chat_message_visibility IS 'Who gets to see a message.';

CREATE TABLE chat_messages (
    id                    bigserial               PRIMARY KEY,
    chat_id               uuid                    NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    model_config_id       uuid                    REFERENCES chat_model_configs (id),
    created_at            timestamptz             NOT NULL DEFAULT now(),
    role                  text                    NOT NULL,
    content               jsonb,
    visibility            chat_message_visibility NOT NULL DEFAULT 'both',
    input_tokens          bigint,
    output_tokens         bigint,
    total_tokens          bigint,
    reasoning_tokens      bigint,
    cache_creation_tokens bigint,
    cache_read_tokens     bigint,
    context_limit         bigint,
    compressed            boolean                 NOT NULL DEFAULT false,
    created_by            uuid
);

COMMENT ON TABLE chat_messages IS 'What was said in a chat.';
COMMENT ON COLUMN chat_messages.created_at IS
    'The start of the transaction, so that messages of one transaction share it.';
COMMENT ON COLUMN chat_messages.role IS 'By convention one of system, user, assistant, tool.';
COMMENT ON COLUMN chat_messages.compressed IS 'Whether the message stands for earlier ones.';

CREATE INDEX idx_chat_messages_chat ON chat_messages (chat_id);
CREATE INDEX idx_chat_messages_chat_created ON chat_messages (chat_id, created_at);
CREATE INDEX idx_chat_messages_compressed_summary_boundary
    ON chat_messages (chat_id, created_at DESC, id DESC)
    WHERE compressed AND role = 'system' AND visibility IN ('model', 'both');

CREATE TABLE chat_queued_messages (
    id         bigserial   PRIMARY KEY,
    chat_id    uuid        NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    content    jsonb       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE chat_queued_messages IS 'What a user said while the chat was busy.';

CREATE INDEX idx_chat_queued_messages_chat_id ON chat_queued_messages (chat_id);


-- Pull requests ------------------------------------------------------------------------------------

CREATE TABLE chat_diff_statuses (
    chat_id            uuid        PRIMARY KEY REFERENCES chats (id) ON DELETE CASCADE,
    url                text,
    pull_request_state text,
    changes_requested  boolean     NOT NULL DEFAULT false,
    additions          integer     NOT NULL DEFAULT 0,
    deletions          integer     NOT NULL DEFAULT 0,
    changed_files      integer     NOT NULL DEFAULT 0,
    refreshed_at       timestamptz,
    stale_at           timestamptz NOT NULL DEFAULT now(),
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    git_branch         text        NOT NULL DEFAULT '',
    git_remote_origin  text        NOT NULL DEFAULT '',
    pull_request_title text        NOT NULL DEFAULT '',
    pull_request_draft boolean     NOT NULL DEFAULT false
);

COMMENT ON TABLE chat_diff_statuses IS 'The branch or pull request that a chat works on.';
COMMENT ON COLUMN chat_diff_statuses.stale_at IS 'When the row has to be refreshed.';

CREATE INDEX idx_chat_diff_statuses_stale_at ON chat_diff_statuses (stale_at);
