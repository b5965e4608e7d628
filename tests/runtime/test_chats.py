"""Chats: insert, read, list, page, change, archive."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from generated import chats, models
from tests.runtime.conftest import Functions
from tests.runtime.world import World

ZERO = UUID(int=0)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def _page(db: Functions, world: World, **arguments: object) -> list[UUID]:
    every = {"archived": None, "after_id": ZERO, "offset_opt": 0, "limit_opt": 0}
    return [c.id for c in db.get_chats_by_owner_id(owner_id=world.owner, **every | arguments)]


def test_a_new_chat_is_filled_in_by_defaults(db: Functions, world: World) -> None:
    chat = db.insert_chat(
        owner_id=world.owner,
        workspace_id=None,
        parent_chat_id=None,
        root_chat_id=None,
        last_model_config_id=world.model,
        title="Hello",
    )
    assert isinstance(chat, models.Chat)
    assert isinstance(chat.id, UUID)
    assert (chat.owner_id, chat.title, chat.archived) == (world.owner, "Hello", False)
    assert chat.status is models.ChatStatus.WAITING
    assert chat.created_at.tzinfo is not None
    assert (chat.worker_id, chat.started_at, chat.heartbeat_at, chat.last_error) == (None,) * 4


def test_a_new_chat_takes_all_its_references(db: Functions, world: World) -> None:
    root = world.chat()
    chat = db.insert_chat(
        owner_id=world.owner,
        workspace_id=world.workspace,
        parent_chat_id=root,
        root_chat_id=root,
        last_model_config_id=world.model,
        title="",
    )
    assert (chat.workspace_id, chat.parent_chat_id, chat.root_chat_id) == (
        world.workspace,
        root,
        root,
    )


def test_a_chat_is_found_by_its_id(db: Functions, world: World) -> None:
    chat = db.get_chat_by_id(id=world.chat(title="This one"))
    assert isinstance(chat, models.Chat)
    assert chat.title == "This one"
    assert db.get_chat_by_id(id=uuid4()) is None


def test_archiving_takes_descendants_along_and_unarchiving_does_not(
    db: Functions, world: World
) -> None:
    root = world.chat()
    child = world.chat(parent_chat_id=root, root_chat_id=root)
    grandchild = world.chat(parent_chat_id=child, root_chat_id=root)
    world.chat(title="stays")
    archived = "SELECT id FROM chats WHERE archived"

    assert db.archive_chat_by_id(id=root) is None
    assert set(world.column(archived)) == {root, child, grandchild}

    assert db.unarchive_chat_by_id(id=root) is None
    assert set(world.column(archived)) == {child, grandchild}


def test_children_and_descendants_come_oldest_first(db: Functions, world: World) -> None:
    root = world.chat()
    late = world.chat(parent_chat_id=root, root_chat_id=root, created_at=NOON + timedelta(hours=1))
    early = world.chat(parent_chat_id=root, root_chat_id=root, created_at=NOON)
    below = world.chat(
        parent_chat_id=early, root_chat_id=root, created_at=NOON + timedelta(hours=2)
    )
    children = db.list_child_chats_by_parent_id(parent_chat_id=root)
    assert [chat.id for chat in children] == [early, late]
    descendants = db.list_chats_by_root_id(root_chat_id=root)
    assert [chat.id for chat in descendants] == [early, late, below]


def test_title_and_workspace_change(db: Functions, world: World) -> None:
    id = world.chat(workspace_id=world.workspace, updated_at=NOON)

    renamed = db.update_chat_by_id(id=id, title="New title")
    assert renamed is not None
    assert (renamed.title, renamed.workspace_id) == ("New title", world.workspace)
    assert renamed.updated_at > NOON

    detached = db.update_chat_workspace(id=id, workspace_id=None)
    assert detached is not None
    assert detached.workspace_id is None

    attached = db.update_chat_workspace(id=id, workspace_id=world.workspace)
    assert attached is not None
    assert attached.workspace_id == world.workspace

    assert db.update_chat_by_id(id=uuid4(), title="x") is None
    assert db.update_chat_workspace(id=uuid4(), workspace_id=None) is None


def test_archived_filters_three_ways(db: Functions, world: World) -> None:
    open_chat, archived = world.chat(), world.chat(archived=True)
    assert set(_page(db, world, archived=None)) == {open_chat, archived}
    assert _page(db, world, archived=False) == [open_chat]
    assert _page(db, world, archived=True) == [archived]


def test_pages_by_cursor_give_every_chat_once_though_times_tie(db: Functions, world: World) -> None:
    for number in range(61):
        world.chat(updated_at=NOON + timedelta(minutes=max(0, number - 30)))
    in_order = world.column("SELECT id FROM chats ORDER BY updated_at DESC, id DESC")
    seen: list[UUID] = []
    while page := _page(db, world, after_id=seen[-1] if seen else ZERO, limit_opt=7):
        seen += page
    assert seen == in_order


def test_a_page_has_fifty_chats_unless_a_limit_is_given(db: Functions, world: World) -> None:
    for _ in range(55):
        world.chat()
    assert len(_page(db, world)) == 50
    assert len(_page(db, world, limit_opt=3)) == 3
    assert len(_page(db, world, limit_opt=60, offset_opt=50)) == 5


def test_an_unknown_cursor_is_an_empty_page(db: Functions, world: World) -> None:
    world.chat()
    assert _page(db, world, after_id=uuid4()) == []


@pytest.mark.parametrize("status", list(models.ChatStatus))
def test_status_sets_what_is_given_and_clears_the_rest(
    db: Functions, world: World, status: models.ChatStatus
) -> None:
    id, worker = world.chat(), uuid4()
    chat = db.update_chat_status(
        id=id,
        status=status,
        worker_id=worker,
        started_at=NOON,
        heartbeat_at=NOON,
        last_error="too hot",
    )
    assert chat.status is status
    assert (chat.worker_id, chat.started_at, chat.heartbeat_at) == (worker, NOON, NOON)
    assert chat.last_error == "too hot"

    cleared = db.update_chat_status(
        id=id, status=status, worker_id=None, started_at=None, heartbeat_at=None, last_error=None
    )
    assert (cleared.worker_id, cleared.started_at, cleared.heartbeat_at) == (None, None, None)
    assert cleared.last_error is None


def test_a_chat_is_found_for_update(db: Functions, world: World) -> None:
    id = world.chat()
    chat = db.get_chat_by_id_for_update(id=id)
    assert isinstance(chat, models.Chat)
    assert chat.id == id
    assert db.get_chat_by_id_for_update(id=uuid4()) is None


def test_the_row_lock_holds_until_the_transaction_ends(world: World, chats_database: str) -> None:
    id = world.chat()
    free = "SELECT id FROM chats FOR UPDATE SKIP LOCKED"
    with psycopg.connect(chats_database) as connection:
        chats.get_chat_by_id_for_update(connection, id=id)
        assert world.column(free) == []
    assert world.column(free) == [id]
