"""A private Postgres in one folder: made when missing, started, stopped."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Self

from app.postgres.address import ServerAddress
from app.postgres.creation import ADMIN, create_cluster, remove_half_made
from app.postgres.leftovers import await_last, clear_leftovers
from app.postgres.locks import CLUSTER, LockFile
from app.postgres.placement import STATE, Placement, place
from app.postgres.ports import free_port, remember_start, remembered_port
from app.postgres.postmaster import Postmaster, StartFailedError, StopMode
from app.postgres.private_files import faults_told, write_private
from app.postgres.reachable_binaries import reachable_binaries
from app.postgres.server_config import ACCESS_RULES, configuration
from app.postgres.server_log import set_aside
from app.postgres.server_secrets import ServerSecrets, make_secrets, read_secrets, require_secrets
from app.postgres.start_failures import StartFailure, classify, reason
from services.errors import ServerFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.postgres.binaries import Binaries

_log = logging.getLogger(__name__)

_PORT_TRIES = 5
#: How long processes of a killed server may hold its shared memory.
_STILL_IN_USE_S = 10.0
_FIRST_PAUSE_S = 0.1


def _never() -> bool:
    return False


class Cluster:
    """The private server of `home`; also a context manager that starts and stops it.

    `extra_settings` are Postgres settings that win over our own (``{"fsync": "off"}`` in tests).
    One thread starts and stops it; the address may be read from any. Start it from the main thread
    where the server must die with this process.
    """

    def __init__(
        self, home: Path, binaries: Binaries, *, extra_settings: Mapping[str, str] | None = None
    ) -> None:
        self.home = home.absolute()
        self._binaries = binaries
        self._extra = dict(extra_settings or {})
        self._lock: LockFile | None = None
        self._postmaster: Postmaster | None = None
        self._placement: Placement | None = None
        self._address: ServerAddress | None = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.stop()

    @property
    def address(self) -> ServerAddress:
        """Where it answers and with which passwords; only once started."""
        assert self._address is not None, "the cluster was not started"
        return self._address

    @property
    def port(self) -> int:
        """Its port on 127.0.0.1; only once started."""
        return self.address.port

    @property
    def socket_dir(self) -> Path | None:
        """Directory of its Unix socket, None without one; only once started."""
        return self.address.socket_dir

    @property
    def secrets(self) -> ServerSecrets:
        """The passwords of its logins; only once started."""
        return self.address.secrets

    @property
    def data_dir(self) -> Path:
        """Postgres's own directory; only once started."""
        return self._placed.data_dir

    @property
    def log_file(self) -> Path:
        """Postgres's log."""
        return self.home / "logs" / "postgres.log"

    @property
    def major(self) -> int:
        """Major version of its Postgres."""
        return self._binaries.major

    @property
    def pid(self) -> int | None:
        """Process number of the postmaster; None while it was not started."""
        return None if self._postmaster is None else self._postmaster.pid

    def url(self, database: str, *, user: str = ADMIN, password: str | None = None) -> str:
        """Return a libpq URL; `password` None means the administrator's."""
        return self.address.url(database, user=user, password=password)

    def is_running(self) -> bool:
        """Tell whether our Postgres runs."""
        return self._postmaster is not None and self._postmaster.is_running()

    def start(self, *, is_cancelled: Callable[[], bool] = _never) -> None:
        """Make what is missing and start; return once the administrator can connect.

        A cluster that exists is never made anew. Raises `ServerFault`, and `CancelledError` of
        children.py when `is_cancelled`, asked many times a second, says so.
        """
        if self.is_running():
            return
        with faults_told(self.home):
            self._take_lock()
            try:
                self._start(is_cancelled)
            except BaseException:
                self._let_go()
                raise

    def stop(self, mode: StopMode = "fast") -> None:
        """Stop, if it runs, and return once its last process is gone.

        ``immediate`` leaves recovery to a later start.
        """
        if self._postmaster is not None:
            if self._postmaster.is_running():
                self._postmaster.stop(mode)
            await_last(self.data_dir)
        self._postmaster = None
        self._let_go()

    def bound_log(self) -> None:
        """Begin a new log file when the present one has grown too long."""
        if set_aside(self._placed.log_dir / self.log_file.name) and self.is_running():
            assert self._postmaster is not None
            self._postmaster.reopen_log()

    @property
    def _placed(self) -> Placement:
        assert self._placement is not None, "the cluster was not started"
        return self._placement

    def _take_lock(self) -> None:
        if self._lock is None:
            self._placement = place(self.home)
            self._placement.make_directories()
            self._lock = LockFile(self.home / CLUSTER)
        if not self._lock.take(shared=False):
            self._let_go()
            raise self._fault("server_start_failed", reason="another process runs this server")

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _start(self, is_cancelled: Callable[[], bool]) -> None:
        remove_half_made(self._placed.server_dir)
        self._binaries = reachable_binaries(self._binaries, self._placed.account)
        secrets = self._require_cluster(is_cancelled)
        self._clear_leftovers()
        self.bound_log()
        self._start_on_some_port(secrets, is_cancelled)

    def _require_cluster(self, is_cancelled: Callable[[], bool]) -> ServerSecrets:
        """Return the passwords of the cluster; make both when there was none."""
        if self.data_dir.exists():
            self._check_version()
            return require_secrets(self.home)
        if (self.home / STATE).exists():
            raise self._fault("server_damaged", path=str(self.data_dir))
        secrets = read_secrets(self.home) or make_secrets(self.home)
        create_cluster(
            self._placed,
            self._binaries,
            secrets.admin_password,
            is_lasting=self._extra.get("fsync") != "off",
            is_cancelled=is_cancelled,
        )
        return secrets

    def _check_version(self) -> None:
        try:
            major = (self.data_dir / "PG_VERSION").read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            major = ""
        wanted = str(self._binaries.major)
        if major != wanted:
            path = str(self.data_dir)
            raise self._fault("server_damaged", path=path, found=major, expected=wanted)

    def _clear_leftovers(self) -> None:
        clear_leftovers(self.data_dir, self._placed.socket_dir, self._placed.account)

    def _start_on_some_port(self, secrets: ServerSecrets, is_cancelled: Callable[[], bool]) -> None:
        """Start, on the remembered port if it can be had; wait for who lets go too slowly."""
        port = free_port(remembered_port(self.home))
        ports_left = _PORT_TRIES
        pause_s = _FIRST_PAUSE_S
        deadline = time.monotonic() + _STILL_IN_USE_S
        while True:
            try:
                self._start_once(
                    ServerAddress(port, self._placed.socket_dir, secrets), is_cancelled
                )
            except StartFailedError as error:
                failure = classify(str(error))
                _log.warning("Postgres did not start (%s): %s", failure.name, reason(str(error)))
                if failure is StartFailure.PORT_TAKEN and ports_left > 1:
                    ports_left -= 1
                    port = free_port(None)
                elif failure is StartFailure.STILL_IN_USE and time.monotonic() < deadline:
                    time.sleep(pause_s)
                    pause_s *= 2
                    self._clear_leftovers()
                else:
                    raise self._fault_of(failure, str(error)) from error
            else:
                return

    def _start_once(self, address: ServerAddress, is_cancelled: Callable[[], bool]) -> None:
        placed = self._placed
        settings = configuration(
            port=address.port,
            socket_dir=address.socket_dir,
            log_dir=placed.log_dir,
            extra=self._extra,
        )
        write_private(placed.data_dir / "postgresql.conf", settings, placed.account)
        write_private(placed.data_dir / "pg_hba.conf", ACCESS_RULES, placed.account)
        self._postmaster = Postmaster(placed, self._binaries)
        try:
            self._postmaster.wait_ready(address, is_cancelled)
            remember_start(self.home, port=address.port, pid=self._postmaster.pid, major=self.major)
        except BaseException:
            if self._postmaster.is_running():
                self._postmaster.stop("fast")
            await_last(self.data_dir)
            self._postmaster = None
            raise
        self._address = address

    def _fault_of(self, failure: StartFailure, text: str) -> ServerFault:
        path = str(self.data_dir)
        match failure:
            case StartFailure.DISK_FULL:
                return self._fault("server_disk_full", path=path)
            case StartFailure.UNWRITABLE:
                return self._fault("server_home_unwritable", path=path)
            case StartFailure.DAMAGED:
                return self._fault("server_damaged", path=path, reason=reason(text))
            case _:
                return self._fault("server_start_failed", reason=reason(text))

    def _fault(self, code: str, **data: object) -> ServerFault:
        return ServerFault(code, **data, log=str(self.log_file))
