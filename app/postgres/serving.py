"""The server in the foreground: `python main.py serve`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.postgres.announcement import Phase, word_of_guardian
from app.postgres.guardian import run_guardian
from app.postgres.joining import address_of, has_guardian
from app.postgres.locks import InUse
from app.postgres.stop_request import StopRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.postgres.address import ServerAddress
    from app.postgres.binaries import Binaries
    from app.postgres.cluster import Cluster

_POLL_S = 0.1


def serve_forever(
    home: Path,
    binaries: Binaries | Callable[[], Binaries],
    *,
    prepare: Callable[[Cluster], None],
    tick: Callable[[Cluster], None],
    on_ready: Callable[[ServerAddress], None],
    extra_settings: Mapping[str, str] | None = None,
) -> None:
    """Keep the server of `home` up until SIGINT, SIGTERM or SIGHUP.

    As its guardian; or, when a program's guardian already has it, as one more program, which takes
    over should that guardian end. `on_ready` is called once, the first time the server is ready.
    See `run_guardian` for the rest. Raises `InstaPayError`, mostly `ServerFault`.
    """
    home = home.absolute()
    once = _Once(on_ready)
    with StopRequest() as stop, InUse(home):
        while not stop.is_made:
            was_guardian = run_guardian(
                home,
                binaries,
                prepare=prepare,
                tick=tick,
                on_ready=once,
                foreground=True,
                extra_settings=extra_settings,
                stop=stop,
            )
            if not was_guardian:
                _follow(home, stop, once)


def _follow(home: Path, stop: StopRequest, on_ready: Callable[[ServerAddress], None]) -> None:
    """Return once the other guardian has ended or a signal came. Raises its failure."""
    while not stop.is_made and has_guardian(home):
        announcement = word_of_guardian(home)
        if announcement is not None and announcement.phase is Phase.READY:
            on_ready(address_of(home, announcement))
        elif announcement is not None and announcement.phase is Phase.FAILED:
            raise announcement.error()
        time.sleep(_POLL_S)


class _Once:
    """Passes the first call on."""

    def __init__(self, call: Callable[[ServerAddress], None]) -> None:
        self._call = call
        self._is_done = False

    def __call__(self, address: ServerAddress) -> None:
        if not self._is_done:
            self._is_done = True
            self._call(address)
