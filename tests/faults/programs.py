"""The programs that the tests run beside each other: ``python programs.py ROLE HOME [SOURCE]``.

`program` joins the server and stays until its input ends; `guardian` is what it spawns; `serve` is
the server in the foreground; `cluster` starts one without a guardian; `lasting` likewise with
provisioned databases, fsync on and a new start when it ended; `window` is `program` with
the product's own guardian, which provisions the databases. Each tells what happens in
JSON lines.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg2

from app.postgres.binaries import Binaries, find_binaries
from app.postgres.cluster import Cluster
from app.postgres.guardian import run_guardian
from app.postgres.joining import join
from app.postgres.serving import serve_forever
from app.private_bank import join_private
from services.errors import InstaPayError, ServerFault

if TYPE_CHECKING:
    from app.postgres.address import ServerAddress
    from app.postgres.joining import Joined

_FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    # Shared memory of killed servers stays; there it goes with the folder.
    "dynamic_shared_memory_type": "mmap",
}


def tell(**word: object) -> None:
    sys.stdout.write(json.dumps(word) + "\n")
    sys.stdout.flush()


def has_input_ended(patience_s: float) -> bool:
    ready, _, _ = select.select([sys.stdin], [], [], patience_s)
    return bool(ready) and not os.read(sys.stdin.fileno(), 1024)


class Roles:
    def __init__(self, home: Path, source: str | None) -> None:
        self.home = home
        self.source = source

    def binaries(self) -> Binaries:
        return find_binaries(self.source)

    def prepare(self, cluster: Cluster) -> None:
        """Make a database, as provisioning does; hang or fail where a test asks for it."""
        if (self.home / "hang-in-prepare").exists():
            with _autocommit(cluster) as cursor:
                cursor.execute("select pg_sleep(600)")
        if (self.home / "fail-in-prepare").exists():
            raise LookupError("a demonstration")
        with _autocommit(cluster) as cursor:
            cursor.execute("select 1 from pg_database where datname = 'prepared'")
            if cursor.fetchone() is None:
                cursor.execute("create database prepared")

    def tick(self, cluster: Cluster) -> None:
        """Show in a file that jobs run; hang where a test asks for it."""
        with (self.home / "ticks").open("a") as file:
            file.write(f"{cluster.port}\n")
        if (self.home / "hang-in-tick").exists():
            with _autocommit(cluster) as cursor:
                cursor.execute("select pg_sleep(600)")

    def guardian(self) -> None:
        run_guardian(
            self.home,
            self.binaries,
            prepare=self.prepare,
            tick=self.tick,
            foreground=False,
            extra_settings=_FAST,
        )

    def serve(self) -> None:
        def on_ready(address: ServerAddress) -> None:
            tell(port=address.port, pid=os.getpid())

        serve_forever(
            self.home,
            self.binaries,
            prepare=self.prepare,
            tick=self.tick,
            on_ready=on_ready,
            extra_settings=_FAST,
        )

    def program(self) -> None:
        self.stay(join(self.home, self.spawn, on_phase=lambda phase: tell(phase=phase)))

    def window(self) -> None:
        """Join as the product's own windows do, with the product's own guardian."""
        self.stay(join_private(self.home, lambda phase: tell(phase=phase)))

    def stay(self, joined: Joined) -> None:
        tell(port=joined.port(), pid=os.getpid())
        while not has_input_ended(0.2):
            try:
                joined.watch()
            except InstaPayError as error:
                tell(trouble=error.code)
        joined.leave()
        tell(left=True)

    def threaded_cluster(self) -> None:
        """As `cluster`, from a second thread: then the system does not end it with us."""
        thread = threading.Thread(target=self.cluster)
        thread.start()
        thread.join()

    def cluster(self) -> None:
        with Cluster(self.home, self.binaries(), extra_settings=_FAST) as cluster:
            tell(port=cluster.port, pid=os.getpid())
            while not has_input_ended(0.2):
                pass

    def lasting(self) -> None:
        """Start it again whenever it has ended, as a guardian does."""
        # Half a second of imports that the other roles do without.
        from tests.faults.load import provision_templates  # noqa: PLC0415

        small = {"min_wal_size": "32MB", "max_wal_size": "64MB"}
        with Cluster(self.home, self.binaries(), extra_settings=small) as cluster:
            provision_templates(cluster)
            tell(port=cluster.port, secrets=asdict(cluster.secrets))
            while not has_input_ended(0.2):
                if cluster.is_running():
                    continue
                try:
                    cluster.start()
                except ServerFault as error:
                    tell(trouble=error.code)
                else:
                    tell(port=cluster.port)

    def spawn(self) -> None:
        """Start a guardian carelessly: in our own session, with a file of ours open in it."""
        options = [] if self.source is None else [self.source]
        with (self.home / "guardian-words").open("ab") as words:
            inherited = os.dup(words.fileno())
            subprocess.Popen(
                [sys.executable, __file__, "guardian", str(self.home), *options],
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                pass_fds=[inherited],
            )
            os.close(inherited)
        tell(spawned=True)


class _autocommit:  # noqa: N801 (used as a verb)
    def __init__(self, cluster: Cluster) -> None:
        self._connection = psycopg2.connect(cluster.url("postgres"))
        self._connection.autocommit = True

    def __enter__(self) -> psycopg2.extensions.cursor:
        return self._connection.cursor()

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def main() -> int:
    role, home, *source = sys.argv[1:]
    roles = Roles(Path(home), source[0] if source else None)
    try:
        getattr(roles, role)()
    except InstaPayError as error:
        tell(fault=error.code, data={name: str(value) for name, value in error.data.items()})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
