"""Whether the bank can be reached."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reachability:
    """Which of the two databases answered just now."""

    auth: bool
    payment: bool

    @property
    def all(self) -> bool:
        """Both answered."""
        return self.auth and self.payment


@dataclass(frozen=True, slots=True)
class Server:
    """What a connection leads to.

    Attributes:
        host: a name, an address or a socket's folder.
        version: Postgres's, such as ``18.0``.

    """

    host: str
    port: int
    version: str
    is_encrypted: bool
