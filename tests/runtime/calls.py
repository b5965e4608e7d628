"""A good call of every function, and what the 33 queries have to be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from generated import models
from tests.runtime.world import World

FACTS = Path(__file__).parent.parent / "data" / "chats_facts.json"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
WORKER = UUID(int=1)


@cache
def facts() -> list[dict[str, Any]]:
    """The 33 queries as they have to come out, in the form of ``codegen inspect``.

    A parameter's ``when_null`` is what the server does when that one is NULL in a call that is
    otherwise good: "no rows", "error" (a NOT NULL column is violated), or "accepted".
    """
    queries: list[dict[str, Any]] = json.loads(FACTS.read_text())["queries"]
    return queries


@dataclass(slots=True, kw_only=True)
class Rows:
    """The rows that the good calls find."""

    world: World
    root: UUID
    running: UUID
    message: int
    queued: int


def populate(world: World) -> Rows:
    """Inserts rows so that every function finds some."""
    root = world.chat(status="pending")
    running = world.chat(
        status="running",
        worker_id=WORKER,
        heartbeat_at=NOON,
        parent_chat_id=root,
        root_chat_id=root,
    )
    rows = Rows(
        world=world,
        root=root,
        running=running,
        message=world.message(root, role="assistant"),
        queued=world.queued(root),
    )
    world.diff_status(root, git_branch="main", git_remote_origin="origin", stale_at=NOON)
    return rows


#: Query name to function name, in the order of the query file.
FUNCTIONS = {
    "ArchiveChatByID": "archive_chat_by_id",
    "UnarchiveChatByID": "unarchive_chat_by_id",
    "DeleteChatMessagesByChatID": "delete_chat_messages_by_chat_id",
    "DeleteChatMessagesAfterID": "delete_chat_messages_after_id",
    "GetChatByID": "get_chat_by_id",
    "GetChatMessageByID": "get_chat_message_by_id",
    "GetChatMessagesByChatID": "get_chat_messages_by_chat_id",
    "GetChatMessagesForPromptByChatID": "get_chat_messages_for_prompt_by_chat_id",
    "GetChatsByOwnerID": "get_chats_by_owner_id",
    "ListChildChatsByParentID": "list_child_chats_by_parent_id",
    "ListChatsByRootID": "list_chats_by_root_id",
    "InsertChat": "insert_chat",
    "InsertChatMessage": "insert_chat_message",
    "UpdateChatMessageByID": "update_chat_message_by_id",
    "UpdateChatByID": "update_chat_by_id",
    "UpdateChatWorkspace": "update_chat_workspace",
    "AcquireChats": "acquire_chats",
    "UpdateChatStatus": "update_chat_status",
    "GetStaleChats": "get_stale_chats",
    "UpdateChatHeartbeat": "update_chat_heartbeat",
    "GetChatDiffStatusByChatID": "get_chat_diff_status_by_chat_id",
    "GetChatDiffStatusesByChatIDs": "get_chat_diff_statuses_by_chat_ids",
    "UpsertChatDiffStatusReference": "upsert_chat_diff_status_reference",
    "UpsertChatDiffStatus": "upsert_chat_diff_status",
    "InsertChatQueuedMessage": "insert_chat_queued_message",
    "GetChatQueuedMessages": "get_chat_queued_messages",
    "DeleteChatQueuedMessage": "delete_chat_queued_message",
    "DeleteAllChatQueuedMessages": "delete_all_chat_queued_messages",
    "PopNextQueuedMessage": "pop_next_queued_message",
    "GetLastChatMessageByRole": "get_last_chat_message_by_role",
    "GetChatByIDForUpdate": "get_chat_by_id_for_update",
    "AcquireStaleChatDiffStatuses": "acquire_stale_chat_diff_statuses",
    "BackoffChatDiffStatus": "backoff_chat_diff_status",
}


def good_arguments(query: str, rows: Rows) -> dict[str, Any]:
    """Arguments with which the query's function returns or changes rows."""
    parameters = next(q["parameters"] for q in facts() if q["name"] == query)
    values = _values(rows) | _values_of_messages(rows) | _values_of_one(query, rows)
    return {parameter["name"]: values[parameter["name"]] for parameter in parameters}


def _values(rows: Rows) -> dict[str, Any]:
    return {
        "id": rows.root,
        "chat_id": rows.root,
        "owner_id": rows.world.owner,
        "workspace_id": rows.world.workspace,
        "parent_chat_id": rows.root,
        "root_chat_id": rows.root,
        "last_model_config_id": rows.world.other_model,
        "title": "title",
        "archived": False,
        "after_id": 0,
        "offset_opt": 0,
        "limit_opt": 10,
        "num_chats": 10,
        "started_at": NOON,
        "heartbeat_at": NOON,
        "worker_id": WORKER,
        "status": models.ChatStatus.PAUSED,
        "last_error": "broken",
        "stale_threshold": NOON + timedelta(minutes=5),
        "stale_at": NOON,
        "refreshed_at": NOON,
        "chat_ids": [rows.root, rows.running],
        "url": "url",
        "git_branch": "branch",
        "git_remote_origin": "origin",
        "pull_request_state": "open",
        "pull_request_title": "title",
        "pull_request_draft": True,
        "changes_requested": True,
        "additions": 1,
        "deletions": 2,
        "changed_files": 3,
        "limit_val": 10,
    }


def _values_of_messages(rows: Rows) -> dict[str, Any]:
    return {
        "model_config_id": rows.world.other_model,
        "created_by": rows.world.owner,
        "role": "assistant",
        "content": {"text": "hello"},
        "visibility": models.ChatMessageVisibility.BOTH,
        "input_tokens": 1,
        "output_tokens": 2,
        "total_tokens": 3,
        "reasoning_tokens": 4,
        "cache_creation_tokens": 5,
        "cache_read_tokens": 6,
        "context_limit": 7,
        "compressed": False,
    }


def _values_of_one(query: str, rows: Rows) -> dict[str, Any]:
    """Where the same name means something else than in the other queries."""
    match query:
        case "GetChatMessageByID" | "UpdateChatMessageByID":
            return {"id": rows.message}
        case "DeleteChatQueuedMessage":
            return {"id": rows.queued}
        case "UpdateChatHeartbeat":
            return {"id": rows.running}
        case "GetChatsByOwnerID":
            return {"after_id": UUID(int=0)}
        case _:
            return {}
