"""A Unix socket in front of another one that hands each chunk on 1 ms later, either way.

One process, one loop: what is read is put on a heap with its time, and goes out when that has come.
"""

from __future__ import annotations

import heapq
import itertools
import multiprocessing
import selectors
import socket
import statistics
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

DELAY_S = 0.001
_CHUNK = 1 << 18
#: A round trip through it takes two delays; the rest is the loop's and the server's own.
LONGEST_ROUND_TRIP_S = 0.0026


@contextmanager
def delaying(target: Path) -> Iterator[Path]:
    """Run the proxy in front of the socket `target`; yield the directory of its own socket."""
    spawning = multiprocessing.get_context("spawn")
    with TemporaryDirectory(prefix="instapay-delay-") as folder:
        ours, theirs = spawning.Pipe()
        listening = Path(folder) / target.name
        process = spawning.Process(target=_run, args=(listening, target, theirs), daemon=True)
        process.start()
        try:
            assert ours.poll(30), "the proxy does not start"
            ours.recv()
            yield Path(folder)
        finally:
            process.terminate()
            process.join(10)


def checked_round_trip(url: str) -> float:
    """Return the median time of an empty query through the proxy, s; assert that it is as promised."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    times = []
    with connection.cursor() as cursor:
        for _ in range(300):
            start = time.perf_counter()
            cursor.execute("select 1")
            times.append(time.perf_counter() - start)
    connection.close()
    median = statistics.median(times)
    assert min(times) >= 2 * DELAY_S, f"a round trip took only {min(times):.6f} s"
    assert median < LONGEST_ROUND_TRIP_S, f"a round trip took {median:.6f} s"
    return median


class _Loop:
    """The proxy itself."""

    def __init__(self, listening: Path, target: Path) -> None:
        self._target = target
        # Not epoll, whose waits are rounded up to whole milliseconds.
        self._selector = selectors.SelectSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(listening))
        self._listener.listen(64)
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._other: dict[socket.socket, socket.socket] = {}
        #: (when it is due, order of arrival, where to, what; nothing means that this end is over).
        self._due: list[tuple[float, int, socket.socket, bytes]] = []
        self._arrivals = itertools.count()

    def run(self) -> None:
        while True:
            wait_s = None if not self._due else max(0.0, self._due[0][0] - time.monotonic())
            for key, _ in self._selector.select(wait_s):
                assert isinstance(key.fileobj, socket.socket)
                if key.fileobj is self._listener:
                    self._accept()
                else:
                    self._read(key.fileobj)
            self._send_due()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        server = socket.socket(socket.AF_UNIX)
        server.connect(str(self._target))
        self._other[client], self._other[server] = server, client
        for end in (client, server):
            self._selector.register(end, selectors.EVENT_READ)

    def _read(self, end: socket.socket) -> None:
        try:
            octets = end.recv(_CHUNK)
        except OSError:
            octets = b""
        if not octets:
            self._selector.unregister(end)
        heapq.heappush(
            self._due,
            (time.monotonic() + DELAY_S, next(self._arrivals), self._other[end], octets),
        )

    def _send_due(self) -> None:
        while self._due and self._due[0][0] <= time.monotonic():
            _, _, end, octets = heapq.heappop(self._due)
            try:
                if octets:
                    end.sendall(octets)
                else:
                    end.shutdown(socket.SHUT_WR)
            except OSError:
                # This end has gone; its own reading says so to the other one.
                continue


def _run(listening: Path, target: Path, pipe: Connection) -> None:
    loop = _Loop(listening, target)
    pipe.send("ready")
    loop.run()
