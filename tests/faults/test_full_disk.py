"""The disk under the databases is full while clients pay, and then has room again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg2
import pytest

from app.postgres.address import ServerAddress
from app.postgres.server_secrets import ServerSecrets
from tests.faults.load import Load
from tests.faults.observing import until
from tests.faults.test_private_server_bad_days import needs_mounts, with_mounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.nursery import Nursery
    from tests.faults.observing import Program, Programs

_SIZE = "320m"
_BLOCK = 1 << 20


class SmallDisk:
    """The server of a program that alone sees the small disk it is on."""

    def __init__(self, program: Program, home: Path) -> None:
        self._program = program
        self._secrets = ServerSecrets(**program.first_word("secrets", patience_s=60))
        self._filling = Path(f"/proc/{program.pid}/root{home}/filling")

    @property
    def port(self) -> int:
        return int(str(self._told("port")[-1]))

    @property
    def pid(self) -> int | None:
        return None

    @property
    def secrets(self) -> ServerSecrets:
        return self._secrets

    def url(
        self, database: str, *, user: str = "instapay_admin", password: str | None = None
    ) -> str:
        address = ServerAddress(self.port, None, self._secrets)
        return address.url(database, user=user, password=password)

    def is_running(self) -> bool:
        return True

    def start(self) -> None:
        """Its program does that."""

    def troubles(self) -> set[str]:
        return {str(each) for each in self._told("trouble")}

    def fill(self) -> None:
        """Leave no octet free."""
        with self._filling.open("ab", buffering=0) as file:
            size = _BLOCK
            while size:
                try:
                    # What fits of a block is written.
                    file.write(b"\0" * size)
                except OSError:
                    size //= 2

    def free(self) -> None:
        self._filling.unlink(missing_ok=True)

    def _told(self, name: str) -> list[object]:
        return [word[name] for word in list(self._program.words) if name in word]


@pytest.fixture
def disk(new_home: Path, new_programs: Programs) -> SmallDisk:
    new_home.mkdir(mode=0o755)
    mounts = f'mount -t tmpfs -o size={_SIZE},mode=755 none "{new_home}"'
    program = new_programs.start("lasting", before=with_mounts(mounts))
    return SmallDisk(program, new_home)


@pytest.fixture
def small_load(disk: SmallDisk, nursery: Nursery, tmp_path: Path) -> Iterator[Load]:
    made = Load(disk, nursery, tmp_path)
    yield made
    disk.free()
    assert until(made.answers, patience_s=60)
    made.close()


def _use_up_the_log(load: Load) -> None:
    """Write the server's log to its last prepared segment: then it can go on no more, and says so."""
    with load.administrator() as cursor:
        cursor.connection.autocommit = True
        for _ in range(100):
            cursor.execute("SELECT pg_logical_emit_message(true, 'a', 'b')")
            cursor.execute("SELECT pg_switch_wal()")
    raise AssertionError("the log did not end")


@needs_mounts
@pytest.mark.timeout(240)
def test_payments_are_refused_on_a_full_disk_and_go_on_when_there_is_room(
    disk: SmallDisk, small_load: Load
) -> None:
    load = small_load
    load.add_customers(4)
    load.start_payers(4)

    # The tables cannot grow, while the log has room.
    with load.administrator() as cursor:
        cursor.execute("SELECT pg_switch_wal()")
    load.wait_for("told", more=8)
    disk.fill()
    load.wait_for("refused", more=8)
    assert set(load.said("code")) - {"server_busy"} == {"server_storage_full"}
    disk.free()
    load.wait_for("told", more=40)

    # The log cannot grow: the server stops, in the middle of payments.
    disk.fill()
    with pytest.raises(psycopg2.OperationalError):
        _use_up_the_log(load)
    load.wait_for("refused", more=8)
    disk.free()
    assert until(load.answers, patience_s=60)
    load.wait_for("told", more=40)
    assert disk.troubles() <= {"server_disk_full"}
    load.end_and_settle()
    assert set(load.said("code")) <= {"server_storage_full", "server_unreachable", "server_busy"}
    load.assert_right()
