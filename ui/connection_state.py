"""How the connection to the bank stands."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class State(Enum):
    """How the connection stands."""

    STARTING = auto()
    CONNECTED = auto()
    RECONNECTING = auto()
    OFFLINE = auto()


class Connection(NamedTuple):
    """How the connection stands, which database answers, and since when not all do (UTC)."""

    state: State = State.STARTING
    auth: bool = False
    payment: bool = False
    lost_at: datetime | None = None

    @property
    def is_up(self) -> bool:
        """Both databases answer."""
        return self.state is State.CONNECTED
