"""The guardian: the process that owns Postgres, for as long as any program needs it.

A program holds a shared lock on `in-use` for its life, the guardian the exclusive one on
`guardian.lock`. When the guardian gets `in-use` for itself, nobody is left and it stops Postgres.
Locks fall with their holder, so this holds after SIGKILL of any of them.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.postgres.announcement import Announcement, Phase, announce, tellable, withdraw
from app.postgres.background import BackgroundCall, Ticker
from app.postgres.binaries import Binaries
from app.postgres.children import CancelledError
from app.postgres.cluster import Cluster
from app.postgres.detaching import detach, guardian_log, guardian_logging
from app.postgres.locks import GUARDIAN, LockFile
from app.postgres.need import Need
from app.postgres.orphans import remove_deserted
from app.postgres.placement import make_home
from app.postgres.private_files import faults_told
from app.postgres.stop_request import StopRequest
from services.errors import InstaPayError, ServerFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.postgres.address import ServerAddress

_log = logging.getLogger(__name__)

_LOOP_S = 0.1
_BOUND_LOG_S = 60.0
#: A program that probes the guardian's lock holds it for an instant.
_LOCK_PATIENCE_S = 1.0
#: Pauses between restarts of a server that keeps dying; a run this long clears the count.
_FIRST_PAUSE_S = 0.1
_LONGEST_PAUSE_S = 5.0
_STABLE_S = 10.0
_PREPARE_TRIES = 3


def run_guardian(
    home: Path,
    binaries: Binaries | Callable[[], Binaries],
    *,
    prepare: Callable[[Cluster], None],
    tick: Callable[[Cluster], None],
    on_ready: Callable[[ServerAddress], None] | None = None,
    foreground: bool,
    extra_settings: Mapping[str, str] | None = None,
    stop: StopRequest | None = None,
) -> bool:
    """Own the server of `home` until a signal, or, in the background, until no program is left.

    `binaries` may be a function, so that its failure too is told to the waiting programs.
    `prepare` runs once before anybody is told that the server is ready, `on_ready` right after
    that, `tick` about every 200 ms from then on; each in a thread. `foreground` False also
    detaches the process. Only for the main thread of its process, whose umask becomes 077.
    Returns False at once when the server already has a guardian. Raises what kept the server from
    starting the first time, after telling it to the programs: an `InstaPayError`, mostly
    `ServerFault`. Later faults are told and tried again.
    """
    home = home.absolute()
    os.umask(0o077)
    with ExitStack() as stack:
        with faults_told(home):
            make_home(home)
            lock = LockFile(home / GUARDIAN)
            stack.callback(lock.close)
        if not lock.take(shared=False, patience_s=_LOCK_PATIENCE_S):
            return False
        run = secrets.token_hex(8)
        with faults_told(home):
            lock.note(run)
        if stop is None:
            stop = stack.enter_context(StopRequest())
        with faults_told(home):
            stack.enter_context(guardian_logging(home))
            if not foreground:
                detach(home)
            need = Need(home, stop, is_certain=foreground)
            stack.callback(need.close)
        hooks = _Hooks(prepare, tick, on_ready)
        _Guardian(home, run, hooks, need, extra_settings or {}).run(binaries)
        return True


@dataclass(frozen=True, slots=True)
class _Hooks:
    prepare: Callable[[Cluster], None]
    tick: Callable[[Cluster], None]
    on_ready: Callable[[ServerAddress], None] | None


@dataclass(slots=True)
class _Pause:
    """How long to wait before the next start of a server that died."""

    length_s: float = _FIRST_PAUSE_S
    started_at: float = field(default_factory=time.monotonic)

    def next_s(self) -> float:
        if time.monotonic() - self.started_at > _STABLE_S:
            self.length_s = _FIRST_PAUSE_S
        length_s = self.length_s
        self.length_s = min(2 * length_s, _LONGEST_PAUSE_S)
        return length_s

    def started(self) -> None:
        self.started_at = time.monotonic()


class _Guardian:
    """One run, from the lock to the last word."""

    def __init__(
        self,
        home: Path,
        run: str,
        hooks: _Hooks,
        need: Need,
        extra_settings: Mapping[str, str],
    ) -> None:
        self._home = home
        self._run = run
        self._hooks = hooks
        self._need = need
        self._extra_settings = extra_settings

    def run(self, binaries: Binaries | Callable[[], Binaries]) -> None:
        """Start, keep and stop the server."""
        _log.info("guardian of %s", self._home)
        self._announce(Phase.STARTING)
        try:
            found = binaries if isinstance(binaries, Binaries) else binaries()
            cluster = Cluster(self._home, found, extra_settings=self._extra_settings)
            self._keep(cluster)
        except CancelledError:
            _log.info("ended while starting: %s", self._need.why_over)
        except Exception as error:
            told = tellable(error, guardian_log(self._home))
            # What is told as it is needs no traceback: its data say what happened.
            _log.error("the server did not start: %r", told, exc_info=told is not error)
            self._announce_failure(told)
            raise told from error
        withdraw(self._home)

    def _keep(self, cluster: Cluster) -> None:
        ticker = Ticker(lambda: self._hooks.tick(cluster))
        try:
            cluster.start(is_cancelled=self._need.is_over)
            self._prepare(cluster)
            ticker.is_on = True
            self._announce_ready(cluster)
            # Other homes' leftovers take about a second each: nobody waits for that.
            BackgroundCall(remove_deserted)
            self._tell_owner(cluster.address)
            self._loop(cluster, ticker)
        finally:
            ticker.end()
            if cluster.is_running():
                self._announce(Phase.STOPPING)
            cluster.stop("fast")

    def _prepare(self, cluster: Cluster) -> None:
        """Let `prepare` run; once more when it failed because the server died under it."""
        for tries_left in range(_PREPARE_TRIES - 1, -1, -1):
            self._announce(Phase.PREPARING)
            error = self._call(lambda: self._hooks.prepare(cluster))
            if error is None:
                return
            if cluster.is_running() or not tries_left:
                raise error
            _log.warning("the server died while it was prepared; starting it again")
            cluster.start(is_cancelled=self._need.is_over)

    def _tell_owner(self, address: ServerAddress) -> None:
        on_ready = self._hooks.on_ready
        if on_ready is None:
            return
        error = self._call(lambda: on_ready(address))
        if error is not None:
            raise error

    def _call(self, call: Callable[[], None]) -> Exception | None:
        """Wait for a call in a thread and return what it raised; give it up when nobody waits."""
        running = BackgroundCall(call)
        while not running.is_done(_LOOP_S):
            if self._need.is_over():
                raise CancelledError
        return running.error

    def _loop(self, cluster: Cluster, ticker: Ticker) -> None:
        """Watch until nobody needs the server."""
        pause = _Pause()
        bound_at = time.monotonic()
        while not self._need.is_over():
            if not cluster.is_running():
                ticker.is_on = False
                self._restart(cluster, pause)
                ticker.is_on = cluster.is_running()
            elif time.monotonic() - bound_at > _BOUND_LOG_S:
                cluster.bound_log()
                bound_at = time.monotonic()
            else:
                time.sleep(_LOOP_S)
        _log.info("stopping: %s", self._need.why_over)

    def _restart(self, cluster: Cluster, pause: _Pause) -> None:
        """Try once to start the server that died, after a pause; a fault is told, not raised."""
        _log.warning("the server is gone; starting it again")
        self._announce(Phase.STARTING)
        if not self._need.outlasts(pause.next_s()):
            return
        try:
            cluster.start(is_cancelled=self._need.is_over)
        except CancelledError:
            return
        except ServerFault as fault:
            _log.warning("not started: %r", fault)
            self._announce_failure(fault)
            return
        pause.started()
        self._announce_ready(cluster)

    def _announce(self, phase: Phase) -> None:
        self._tell(Announcement(phase, self._run, os.getpid()))

    def _announce_ready(self, cluster: Cluster) -> None:
        _log.info("ready on port %d", cluster.port)
        self._tell(
            Announcement(
                Phase.READY,
                self._run,
                os.getpid(),
                port=cluster.port,
                socket_dir=cluster.socket_dir,
            )
        )

    def _announce_failure(self, error: InstaPayError) -> None:
        self._tell(
            Announcement(
                Phase.FAILED,
                self._run,
                os.getpid(),
                error_kind=type(error).__name__,
                error_code=error.code,
                error_data=error.data,
            )
        )

    def _tell(self, announcement: Announcement) -> None:
        try:
            announce(self._home, announcement)
        except OSError:
            # A full disk must not keep the server from stopping; a program that hears nothing
            # looks at the disk itself.
            _log.exception("could not announce %s", announcement.phase)
