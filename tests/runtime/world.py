"""Rows for the chats to point to, and short ways to write chats and messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection, sql
from psycopg.types.json import Jsonb


@dataclass(slots=True, kw_only=True)
class World:
    """What exists before a test, and inserts by hand-written SQL, so that tests of one generated
    function need no other."""

    connection: Connection
    owner: UUID
    workspace: UUID
    model: UUID
    other_model: UUID

    def chat(self, **columns: Any) -> UUID:
        """The id of a new chat, with defaults for what is not given."""
        required = {"owner_id": self.owner, "last_model_config_id": self.model}
        return self.insert("chats", **required | columns)

    def message(self, chat: UUID, **columns: Any) -> int:
        """The id of a new message."""
        return self.insert("chat_messages", **{"chat_id": chat, "role": "user"} | columns)

    def queued(self, chat: UUID, content: object = "hello") -> int:
        """The id of a new queued message."""
        return self.insert("chat_queued_messages", chat_id=chat, content=Jsonb(content))

    def diff_status(self, chat: UUID, **columns: Any) -> None:
        """Gives a chat a diff status."""
        self.insert("chat_diff_statuses", returning="chat_id", chat_id=chat, **columns)

    def insert(self, table: str, *, returning: str = "id", **columns: Any) -> Any:
        """Inserts a row; what its column ``returning`` became."""
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING {}").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.SQL(", ").join([sql.Placeholder()] * len(columns)),
            sql.Identifier(returning),
        )
        return self.value(statement, list(columns.values()))

    def value(self, query: Any, arguments: list[Any] | None = None) -> Any:
        """The first column of a query's first row."""
        row = self.connection.execute(query, arguments).fetchone()
        assert row is not None
        return row[0]

    def column(self, query: Any, *arguments: Any) -> list[Any]:
        """The first column of all rows of a query."""
        return [row[0] for row in self.connection.execute(query, arguments)]


def build_world(connection: Connection) -> World:
    """Inserts what a chat needs."""
    owner = _id(connection, "INSERT INTO users DEFAULT VALUES RETURNING id")
    connection.execute("INSERT INTO chat_providers (provider) VALUES ('anthropic')")
    return World(
        connection=connection,
        owner=owner,
        workspace=_id(connection, "INSERT INTO workspaces DEFAULT VALUES RETURNING id"),
        model=_model(connection, "large"),
        other_model=_model(connection, "small"),
    )


def _model(connection: Connection, name: str) -> UUID:
    return _id(
        connection,
        "INSERT INTO chat_model_configs (provider, model, context_limit, compression_threshold)"
        " VALUES ('anthropic', %s, 200000, 70) RETURNING id",
        name,
    )


def _id(connection: Connection, query: Any, *arguments: Any) -> UUID:
    row = connection.execute(query, arguments).fetchone()
    assert row is not None
    return row[0]
