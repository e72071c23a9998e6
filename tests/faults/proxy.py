"""A small TCP proxy that tests cut, stall or slow down."""

from __future__ import annotations

import select
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable


class Proxy:
    """Forwards 127.0.0.1:`port` to `target`; a context manager.

    `on_request` sees each chunk that a client sends, before the server does; it may call `cut` or
    `stall`, or return False to drop the chunk.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._is_closing = False
        self.is_refusing = False
        self.is_stalled = False
        self.is_deaf = False
        self.on_request: Callable[[bytes], bool | None] | None = None

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_closing = True
        self._listener.close()
        self.cut()

    def cut(self, *, then_hear: bool = False) -> None:
        """Break every connection; `then_hear` ends deafness for those that are made from then on."""
        with self._lock:
            pairs, self._pairs = self._pairs, []
            for pair in pairs:
                for end in pair:
                    with suppress(OSError):
                        end.shutdown(socket.SHUT_RDWR)
                    end.close()
            if then_hear:
                self.is_deaf = False

    def _accept(self) -> None:
        while not self._is_closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.is_refusing:
                client.close()
                continue
            try:
                server = socket.create_connection(self._target)
            except OSError:
                client.close()
                continue
            with self._lock:
                self._pairs.append((client, server))
            threading.Thread(target=self._forward, args=(client, server), daemon=True).start()

    def _forward(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError, ValueError):
            ends = {client.fileno(): client, server.fileno(): server}
            # poll, as select takes no descriptor above 1023, and a run of all tests has more open.
            poller = select.poll()
            for descriptor in ends:
                poller.register(descriptor, select.POLLIN)
            while True:
                ready = [ends[descriptor] for descriptor, _ in poller.poll(50)]
                while self.is_stalled and not self._is_closing:
                    time.sleep(0.02)
                for end in ready:
                    chunk = end.recv(65536)
                    if not chunk:
                        raise OSError
                    if end is client:
                        if self.on_request is None or self.on_request(chunk) is not False:
                            server.sendall(chunk)
                    elif not self.is_deaf:
                        client.sendall(chunk)
        for end in (client, server):
            end.close()
