"""Pull requests that chats follow: upserts, claims, leases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from generated import chats, models
from tests.runtime.conftest import Functions
from tests.runtime.world import World

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
FORGE = "https://forge.test/repo"


def _refer(db: Functions, chat: UUID, **arguments: Any) -> models.ChatDiffStatus:
    defaults = {"url": None, "git_branch": "", "git_remote_origin": "", "stale_at": NOON}
    status: models.ChatDiffStatus = db.upsert_chat_diff_status_reference(
        chat_id=chat, **defaults | arguments
    )
    return status


def _store(db: Functions, chat: UUID, **arguments: Any) -> models.ChatDiffStatus:
    defaults = {
        "url": None,
        "pull_request_state": None,
        "pull_request_title": "",
        "pull_request_draft": False,
        "changes_requested": False,
        "additions": 0,
        "deletions": 0,
        "changed_files": 0,
        "refreshed_at": NOON,
        "stale_at": NOON,
    }
    status: models.ChatDiffStatus = db.upsert_chat_diff_status(chat_id=chat, **defaults | arguments)
    return status


def test_a_reference_is_made_and_then_only_added_to(db: Functions, world: World) -> None:
    chat = world.chat()
    made = _refer(db, chat, url="u", git_branch="main", git_remote_origin=FORGE)
    assert isinstance(made, models.ChatDiffStatus)
    assert (made.url, made.git_branch, made.git_remote_origin) == ("u", "main", FORGE)

    kept = _refer(db, chat, stale_at=NOON + timedelta(hours=1))
    assert (kept.url, kept.git_branch, kept.git_remote_origin) == ("u", "main", FORGE)
    assert kept.stale_at == NOON + timedelta(hours=1)

    moved = _refer(db, chat, url="v", git_branch="fix", git_remote_origin="o")
    assert (moved.url, moved.git_branch, moved.git_remote_origin) == ("v", "fix", "o")


def test_a_status_overwrites_all_but_the_reference(db: Functions, world: World) -> None:
    chat = world.chat()
    _refer(db, chat, url="u", git_branch="main", git_remote_origin=FORGE)
    status = _store(
        db,
        chat,
        url="v",
        pull_request_state="open",
        pull_request_title="Fix it",
        pull_request_draft=True,
        changes_requested=True,
        additions=1,
        deletions=2,
        changed_files=3,
    )
    assert (status.url, status.pull_request_state) == ("v", "open")
    assert (status.pull_request_title, status.pull_request_draft) == ("Fix it", True)
    assert status.changes_requested is True
    assert (status.additions, status.deletions, status.changed_files) == (1, 2, 3)
    assert (status.refreshed_at, status.git_branch) == (NOON, "main")

    emptied = _store(db, chat)
    assert (emptied.url, emptied.pull_request_state, emptied.additions) == (None, None, 0)


def test_statuses_are_found_by_chat_and_by_chats(db: Functions, world: World) -> None:
    first, second, bare = (world.chat() for _ in range(3))
    world.diff_status(first, url="1")
    world.diff_status(second, url="2")

    one = db.get_chat_diff_status_by_chat_id(chat_id=first)
    assert isinstance(one, models.ChatDiffStatus)
    assert one.url == "1"
    assert db.get_chat_diff_status_by_chat_id(chat_id=bare) is None

    several = db.get_chat_diff_statuses_by_chat_ids(chat_ids=[first, second, bare, uuid4()])
    assert {status.url for status in several} == {"1", "2"}
    assert db.get_chat_diff_statuses_by_chat_ids(chat_ids=[]) == []


def _stale(world: World, *, minutes: int, **columns: Any) -> UUID:
    chat = world.chat(**columns)
    world.diff_status(
        chat,
        git_branch="main",
        git_remote_origin=FORGE,
        stale_at=datetime.now(UTC) - timedelta(minutes=minutes),
    )
    return chat


def test_stale_statuses_are_claimed_stalest_first_with_their_owner(
    db: Functions, world: World
) -> None:
    newer, older = _stale(world, minutes=1), _stale(world, minutes=2)
    (claimed,) = db.acquire_stale_chat_diff_statuses(limit_val=1)
    assert (claimed.chat_id, claimed.owner_id) == (older, world.owner)
    assert claimed.stale_at > datetime.now(UTC) + timedelta(minutes=4)

    (second,) = db.acquire_stale_chat_diff_statuses(limit_val=10)
    assert second.chat_id == newer
    assert db.acquire_stale_chat_diff_statuses(limit_val=10) == []


def test_archived_fresh_and_branchless_chats_are_not_claimed(db: Functions, world: World) -> None:
    _stale(world, minutes=1, archived=True)
    _stale(world, minutes=-1)
    world.diff_status(world.chat(), stale_at=NOON)
    assert db.acquire_stale_chat_diff_statuses(limit_val=10) == []


def test_two_claims_at_once_share_the_rows_and_leave_the_chats_free(
    world: World, chats_database: str
) -> None:
    for minutes in (1, 2, 3):
        _stale(world, minutes=minutes)
    with psycopg.connect(chats_database) as one, psycopg.connect(chats_database) as two:
        first = chats.acquire_stale_chat_diff_statuses(one, limit_val=2)
        second = chats.acquire_stale_chat_diff_statuses(two, limit_val=2)
        assert (len(first), len(second)) == (2, 1)
        assert not {row.chat_id for row in first} & {row.chat_id for row in second}
        free = world.column("SELECT id FROM chats FOR UPDATE SKIP LOCKED")
        assert len(free) == 3


def test_a_refresh_is_put_off(db: Functions, world: World) -> None:
    chat = _stale(world, minutes=1)
    later = datetime.now(UTC) + timedelta(hours=1)
    assert db.backoff_chat_diff_status(chat_id=chat, stale_at=later) is None
    assert world.value("SELECT stale_at FROM chat_diff_statuses") == later
    assert db.acquire_stale_chat_diff_statuses(limit_val=10) == []


def test_a_missing_chat_is_the_servers_error(db: Functions, world: World) -> None:
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        _refer(db, uuid4())
