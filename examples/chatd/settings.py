"""How often, how many, how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Times are in seconds.

    ``heartbeat`` has to be well below ``stale_after``, or living workers lose their chats.
    """

    batch: int = 10
    tick: float = 1
    heartbeat: float = 60
    stale_after: float = 5 * 60
    queue_limit: int = 20
    wait_timeout: float = 5 * 60
    wait_poll: float = 5

    @property
    def recover_every(self) -> float:
        """How often a worker looks for chats that others have left lying."""
        return self.stale_after / 5
