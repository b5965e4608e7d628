-- An example to start from: replace it with your own tables.

CREATE TYPE priority AS ENUM ('low', 'normal', 'high');

CREATE TABLE lists (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name  text NOT NULL UNIQUE
);

CREATE TABLE tasks (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list_id   bigint NOT NULL REFERENCES lists ON DELETE CASCADE,
    title     text NOT NULL,
    priority  priority NOT NULL DEFAULT 'normal',
    due       date,
    done_at   timestamptz
);
