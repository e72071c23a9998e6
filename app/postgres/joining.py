"""How a program uses the private server: join, keep an eye on it, leave.

Kept free of psycopg2 and of what only the guardian needs: a window imports it while it starts.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Self

from app.postgres.address import ServerAddress
from app.postgres.announcement import Announcement, Phase, read_announcement, word_of_guardian
from app.postgres.locks import GUARDIAN, InUse, is_held_alone
from app.postgres.private_files import faults_told, prove_writable
from app.postgres.server_secrets import require_secrets
from services.errors import InstaPayError, ServerFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_log = logging.getLogger(__name__)

_POLL_S = 0.03
#: A guardian that was spawned and is not seen for so long never came up: spawn again.
_SPAWN_AGAIN_S = 15.0
#: A program asks for a new guardian no more often than this while none stays up.
_FIRST_QUIET_S = 1.0
_LONGEST_QUIET_S = 30.0


def _ignore(_phase: str) -> None:
    """Take no notice of a phase."""


def has_guardian(home: Path) -> bool:
    """Tell whether a guardian of `home` lives, whatever its state. Raises `ServerFault`."""
    with faults_told(home):
        return is_held_alone(home / GUARDIAN)


def address_of(home: Path, announcement: Announcement) -> ServerAddress:
    """Return where the server that was announced ready answers. Raises `ServerFault`."""
    assert announcement.port is not None, "announced ready without a port"
    return ServerAddress(announcement.port, announcement.socket_dir, require_secrets(home))


class Joined:
    """A program's part in the server of `home`; made by `join`. Safe to use from several threads.

    Also a context manager that leaves.
    """

    def __init__(self, home: Path, in_use: InUse, spawn: Callable[[], None]) -> None:
        self.home = home
        self._in_use = in_use
        self._spawn = spawn
        self._address: ServerAddress | None = None
        self._quiet_s = _FIRST_QUIET_S
        self._quiet_until = 0.0

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self.leave()

    def address(self) -> ServerAddress:
        """Return where the server answers now; while it is being restarted, where it did last."""
        announcement = read_announcement(self.home)
        if announcement is not None and announcement.phase is Phase.READY:
            self._address = address_of(self.home, announcement)
        assert self._address is not None, "not joined yet"
        return self._address

    def port(self) -> int:
        """Return the server's port; it may change when the server is restarted."""
        return self.address().port

    def url(
        self, database: str, *, user: str = "instapay_admin", password: str | None = None
    ) -> str:
        """Return a libpq URL; `password` None means the administrator's."""
        return self.address().url(database, user=user, password=password)

    def watch(self, *, deadline_s: float = 60.0) -> None:
        """Spawn a new guardian if the last one died, and wait until its server is ready.

        To be called every second, from a thread that may wait. Raises `ServerFault` when there is
        none to be had; then the next calls do nothing for a while, up to 30 s.
        """
        if time.monotonic() < self._quiet_until or has_guardian(self.home):
            return
        _log.warning("the guardian is gone")
        try:
            self._wait(deadline_s, _ignore)
        except InstaPayError:
            self._quiet_until = time.monotonic() + self._quiet_s
            self._quiet_s = min(2 * self._quiet_s, _LONGEST_QUIET_S)
            raise
        self._quiet_s = _FIRST_QUIET_S

    def leave(self) -> None:
        """Need the server no more; when nobody does, its guardian stops it. May be called again."""
        self._in_use.release()

    def _wait(self, deadline_s: float, on_phase: Callable[[str], None]) -> None:
        announcement = _Waiting(self.home, self._spawn, on_phase).until_ready(deadline_s)
        self._address = address_of(self.home, announcement)


def join(
    home: Path,
    spawn: Callable[[], None],
    *,
    deadline_s: float = 60.0,
    on_phase: Callable[[str], None] = _ignore,
) -> Joined:
    """Use the private server of `home` from now on; return once it is ready.

    `spawn` starts a guardian process (`run_guardian` with ``foreground=False``) without waiting
    for it; it is called when there is none. `on_phase` hears ``starting``, perhaps ``preparing``,
    then ``ready``.
    Raises what the guardian failed with, mostly `ServerFault`; also when nothing is ready within
    `deadline_s` seconds.
    """
    home = home.absolute()
    in_use = InUse(home, patience_s=deadline_s)
    in_use.__enter__()
    joined = Joined(home, in_use, spawn)
    try:
        joined._wait(deadline_s, on_phase)  # noqa: SLF001 (made here, by the module it belongs to)
    except BaseException:
        joined.leave()
        raise
    return joined


class _Waiting:
    """One wait for a ready server."""

    def __init__(
        self, home: Path, spawn: Callable[[], None], on_phase: Callable[[str], None]
    ) -> None:
        self._home = home
        self._spawn = spawn
        self._on_phase = on_phase
        self._told: Phase | None = None
        #: The last guardian's run, once that one is known to be dead.
        self._over: str | None = None
        self._spawned_at: float | None = None
        self._has_seen_guardian = False

    def until_ready(self, deadline_s: float) -> Announcement:
        deadline = time.monotonic() + deadline_s
        self._tell(Phase.STARTING)
        while time.monotonic() < deadline:
            if has_guardian(self._home):
                self._has_seen_guardian = True
                announcement = self._word()
                if announcement is not None and announcement.phase is Phase.READY:
                    self._tell(Phase.READY)
                    return announcement
            else:
                self._without_guardian()
            time.sleep(_POLL_S)
        reason = f"the server was not ready within {deadline_s:.0f} s"
        log = self._home / "logs" / "guardian.log"
        raise ServerFault("server_start_failed", reason=reason, log=str(log))

    def _word(self) -> Announcement | None:
        """Return what the living guardian says. Raises its failure."""
        announcement = word_of_guardian(self._home)
        if announcement is None:
            return None
        if announcement.phase is Phase.FAILED:
            raise announcement.error()
        if announcement.phase is Phase.PREPARING:
            self._tell(Phase.PREPARING)
        return announcement

    def _without_guardian(self) -> None:
        """Spawn one, unless one is on its way. Raises the failure of one that has come and gone."""
        announcement = read_announcement(self._home)
        if announcement is not None and announcement.run != self._over:
            self._over = announcement.run
            if self._spawned_at is not None and announcement.phase is Phase.FAILED:
                raise announcement.error()
        now = time.monotonic()
        is_coming = (
            self._spawned_at is not None
            and not self._has_seen_guardian
            and now - self._spawned_at < _SPAWN_AGAIN_S
        )
        if not is_coming:
            self._spawned_at = now
            self._has_seen_guardian = False
            # Otherwise the guardian might not even be able to say what is wrong.
            prove_writable(self._home)
            self._spawn()

    def _tell(self, phase: Phase) -> None:
        if phase is not self._told:
            self._told = phase
            self._on_phase(phase.value)
