"""A window that listens, reduced to its connection: what tests of news hold against what was told."""

from __future__ import annotations

import select
import time
from typing import Any


class ListeningWindow:
    """A person's window: its token, and listening to its channel with the desktop's login."""

    def __init__(self, token: str, connection: Any, asked: str = "my_channel") -> None:
        self.token = token
        self.connection = connection
        cursor = connection.cursor()
        cursor.execute(f"SELECT api.{asked}(%s)", (self.token,))
        self.channel = cursor.fetchone()[0]
        cursor.execute(f'LISTEN "{self.channel}"')
        self.told = 0

    def wait(self, limit_s: float) -> bool:
        """Wait for news; count them."""
        deadline = time.monotonic() + limit_s
        while not self._take():
            rest = deadline - time.monotonic()
            if rest <= 0:
                return False
            select.select([self.connection], [], [], rest)
        return True

    def count(self) -> int:
        """Count the news that have arrived; a round trip brings what the server has sent."""
        self.connection.cursor().execute("SELECT 1")
        self._take()
        return self.told

    def _take(self) -> int:
        self.connection.poll()
        arrived = self.connection.notifies
        assert all((each.channel, each.payload) == (self.channel, "") for each in arrived)
        taken = len(arrived)
        arrived.clear()
        self.told += taken
        return taken
