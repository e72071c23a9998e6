"""Where the server's files stand.

Everything is in `home`, but for one case: we are root, Postgres must not be, and its account
cannot pass to `home` (root's own folder, a `mktemp -d`). Then they stand in a folder under
`/var/lib/mini-instapay`. One record tells which home they belong to. It is a file with two names,
one there and one in the home: while the home exists anywhere on its file system, renamed or not,
the file keeps both.
"""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.postgres.private_files import (
    make_passage_directory,
    make_private_directory,
    read_json,
    write_private_json,
)
from app.postgres.server_account import ServerAccount, can_pass, server_account
from services.errors import ServerFault

#: Where root keeps the servers of homes that the server's account cannot reach.
SYSTEM_ROOT = Path("/var/lib/mini-instapay")
#: Name of the record in the home, and beside the outside data.
POINTER = "server-location.json"
#: Written after the first start that succeeded: from then on a missing data directory is damage.
STATE = "server-state.json"

#: sun_path holds 107 bytes and a NUL; some systems a few less.
_LONGEST_SOCKET = 100
_SOCKET_NAME = ".s.PGSQL.65535"
_IDENTIFIER = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Placement:
    """The server's folders.

    Attributes:
        home: INSTAPAY_HOME.
        server_dir: what follows stands in it.
        account: who runs Postgres; None for ourselves.

    """

    home: Path
    server_dir: Path
    account: ServerAccount | None

    @property
    def data_dir(self) -> Path:
        """Postgres's own directory, complete or not there."""
        return self.server_dir / "data"

    @property
    def log_dir(self) -> Path:
        """Where Postgres writes its log: it can reach the home's logs only when it is us."""
        return self.home / "logs" if self.account is None else self.server_dir / "logs"

    @property
    def log_file(self) -> Path:
        """The log where people look for it: in the home, a link when it is written elsewhere."""
        return self.home / "logs" / "postgres.log"

    @property
    def socket_dir(self) -> Path | None:
        """Directory of the Unix socket; None where its path would be too long for one."""
        directory = self.server_dir / "socket"
        fits = len(os.fsencode(directory / _SOCKET_NAME)) <= _LONGEST_SOCKET
        return directory if fits else None

    def make_directories(self) -> None:
        """Make the folders around the data directory, each for its owner alone."""
        make_passage_directory(self.server_dir, self.account)
        make_private_directory(self.home / "logs")
        make_private_directory(self.log_dir, self.account)
        if self.socket_dir is not None:
            make_private_directory(self.socket_dir, self.account)
        if self.account is not None:
            _link_log(self.log_file, self.log_dir / self.log_file.name)


def _link_log(link: Path, target: Path) -> None:
    """Let `link` lead to `target`; a real file of that name is kept under another one."""
    if link.is_symlink():
        if link.readlink() == target:
            return
        link.unlink()
    elif link.exists():
        link.replace(link.with_name(f"{link.name}.earlier"))
    link.symlink_to(target)


def make_home(home: Path) -> None:
    """Make `home` for us alone (0700) where it does not exist; leave an existing one as it is.

    A home that root makes lets the group of the server's account pass, and do nothing else.
    """
    if not home.is_dir():
        make_passage_directory(home, server_account(home / "postgres" / "data"))


def place(home: Path) -> Placement:
    """Return where the server of `home` stands, deciding it the first time.

    Raises OSError, and `ServerFault` when the home points to what is gone or another's.
    """
    make_home(home)
    inside = home / "postgres"
    if os.geteuid() != 0:
        return Placement(home, inside, None)
    pointer = read_json(home / POINTER)
    if pointer is not None:
        server_dir = _pointed_at(home, str(pointer.get("id", "")))
        if server_dir is not None:
            return _outside(home, server_dir)
    account = server_account(inside / "data")
    if (inside / "data").exists() or can_pass(account, home):
        return Placement(home, inside, account)
    return _outside(home, _new_outside(home, account))


def _pointed_at(home: Path, identifier: str) -> Path | None:
    """Return the folder outside that `home` names; None when it never held a server.

    Raises `ServerFault` (``server_damaged``) when it held one and is gone.
    """
    server_dir = SYSTEM_ROOT / identifier
    coming = SYSTEM_ROOT / f".new-{identifier}"
    if _IDENTIFIER.fullmatch(identifier) and not server_dir.exists() and coming.exists():
        coming.rename(server_dir)  # we were ended just before this
    if _IDENTIFIER.fullmatch(identifier) and (server_dir / POINTER).is_file():
        return server_dir
    if (home / STATE).exists():
        log = str(home / "logs" / "postgres.log")
        raise ServerFault("server_damaged", path=str(server_dir / "data"), log=log)
    return None


def _outside(home: Path, server_dir: Path) -> Placement:
    record = read_json(server_dir / POINTER) or {}
    if record.get("home") != str(home.resolve()):
        _adopt(home, server_dir, record)
    return Placement(home, server_dir, server_account(server_dir / "data"))


def make_system_root() -> None:
    """Make the folder for what root keeps outside homes: passable for all, listed by root alone."""
    SYSTEM_ROOT.mkdir(parents=True, exist_ok=True)
    SYSTEM_ROOT.chmod(0o711)


def _new_outside(home: Path, account: ServerAccount | None) -> Path:
    """Make a folder for the server of `home`, seen under its name only once it is recorded."""
    make_system_root()
    identifier = secrets.token_hex(8)
    coming = SYSTEM_ROOT / f".new-{identifier}"
    make_passage_directory(coming, account)
    _record(home, coming, identifier)
    server_dir = SYSTEM_ROOT / identifier
    coming.rename(server_dir)
    return server_dir


def _record(home: Path, server_dir: Path, identifier: str) -> None:
    """Write whose the server is, and give the record its second name in the home."""
    record = {
        "id": identifier,
        "home": str(home.resolve()),
        "home_device": home.stat().st_dev,
    }
    write_private_json(server_dir / POINTER, record)
    temporary = home / f".{POINTER}.{secrets.token_hex(6)}"
    try:
        os.link(server_dir / POINTER, temporary)
    except OSError:
        # Another file system: two copies, of which neither tells that the other was deleted.
        write_private_json(home / POINTER, record)
    else:
        temporary.replace(home / POINTER)


def _adopt(home: Path, server_dir: Path, record: dict[str, object]) -> None:
    """Follow a home that was renamed; refuse one that was copied, whose original still stands."""
    original = Path(str(record.get("home")))
    pointer = read_json(original / POINTER)
    if pointer is not None and pointer.get("id") == record.get("id"):
        reason = f"{home} is a copy of {original}; the databases belong to {original}"
        log = str(home / "logs" / "postgres.log")
        raise ServerFault("server_start_failed", reason=reason, log=log)
    _record(home, server_dir, server_dir.name)
