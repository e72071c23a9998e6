"""The private databases: what the guardian makes of a fresh Postgres, and how a program reaches them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.postgres.joining import join

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.postgres.address import ServerAddress
    from app.postgres.cluster import Cluster
    from app.postgres.joining import Joined
    from app.worker import Worker

AUTH, PAYMENT = "instapay_auth", "instapay_payment"
#: The login of every window of this home; a bank gives each station its own.
STATION = "station_local"
_WORKER = "instapay_worker"
_MAIN = Path(__file__).parents[1] / "main.py"


def prepare(cluster: Cluster) -> None:
    """Provision both databases; the guardian calls it before anybody is told of the server."""
    from app.provisioning.provision import provision  # noqa: PLC0415 (windows never provision)

    secrets = cluster.secrets
    provision(
        cluster.url(AUTH),
        cluster.url(PAYMENT),
        worker_password=secrets.worker_password,
        desktop_login=(STATION, secrets.desktop_password),
        is_dedicated=True,
    )


class Jobs:
    """The worker of the private databases; the guardian calls it about every 200 ms."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def __call__(self, cluster: Cluster) -> None:
        """Run the jobs that are due."""
        if self._worker is None:
            from app.worker import Worker  # noqa: PLC0415

            def url(database: str) -> Callable[[], str]:
                return lambda: cluster.url(
                    database, user=_WORKER, password=cluster.secrets.worker_password
                )

            self._worker = Worker(url(AUTH), url(PAYMENT))
        self._worker.tick()


def desktop_url(address: ServerAddress, database: str) -> str:
    """Return the URL of this home's own station: never the owner's."""
    return address.url(database, user=STATION, password=address.secrets.desktop_password)


def add_demo(address: ServerAddress) -> bool:
    """Put the demo people into the private databases; True when they were not there yet."""
    from app.provisioning import demo  # noqa: PLC0415 (once in the life of a home)

    return demo.add_demo(address.url(AUTH), address.url(PAYMENT))


def join_private(home: Path, on_phase: Callable[[str], None]) -> Joined:
    """Join the server of `home`, starting its guardian where there is none. Raises ServerFault."""
    return join(home, lambda: _spawn_guardian(home), on_phase=on_phase)


def _spawn_guardian(home: Path) -> None:
    logs = home / "logs"
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    # What goes wrong before the guardian has a log of its own must be found somewhere.
    path = logs / "guardian-start.log"
    with open(path, "w", encoding="utf-8", opener=_private) as errors:
        subprocess.Popen(  # noqa: S603 (our own program, by our own interpreter)
            [sys.executable, str(_MAIN), "serve", "--detached"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
