"""Windows as processes of their own: a bare one of PySide6, and the program's with a journey through it."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from psycopg2.extensions import parse_dsn

from app.provisioning.demo_people import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.customers import BenchCustomer
    from bench.server import BenchServer

ROOT = Path(__file__).parents[1]
_PATIENCE_S = 120.0
_SCREEN = "1400x1000x24"


@cache
def compile_all() -> None:
    """Leave compiled files behind, as `make setup` does: else a start compiles what was edited since."""
    for name in ("app", "bench", "models", "resources", "services", "ui"):
        compileall.compile_dir(ROOT / name, quiet=2)


def environment(home: Path | None = None, *, platform: str = "offscreen") -> dict[str, str]:
    """Return what a window's process is given; `home` is the program's."""
    told = os.environ | {"QT_QPA_PLATFORM": platform}
    return told if home is None else told | {"INSTAPAY_HOME": str(home)}


class DrivenWindow:
    """The program's window in a process, on a journey; `bench.driven` tells what that is.

    Attributes:
        pid: the process.

    """

    def __init__(self, process: subprocess.Popen[str], said: IO[str]) -> None:
        self._process = process
        self._said = said
        self.pid = process.pid

    def told(self) -> dict[str, Any]:
        """Wait for the journey's next line. Raises AssertionError where the journey fails instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._said.seek(0)
            code = self._process.wait(_PATIENCE_S)
            raise AssertionError(f"the window ended by {code}: {self._said.read()[-2_000:]}")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def driven_window(
    journey: str, *arguments: str, env: dict[str, str], **options: str
) -> Iterator[DrivenWindow]:
    """Start the program with `arguments` and send `journey` through its window."""
    compile_all()
    # A file, as nobody reads a pipe while the window goes on.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "bench.driven", journey, *arguments),
                *(f"{name}={value}" for name, value in options.items()),
            ],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
        try:
            yield DrivenWindow(process, said)
        finally:
            process.kill()
            process.communicate(timeout=_PATIENCE_S)


@contextmanager
def customer_window(
    journey: str, server: BenchServer, customer: BenchCustomer, **options: str
) -> Iterator[DrivenWindow]:
    """Send `journey` through a window of a bench's server, for one of its customers."""
    with driven_window(
        journey,
        f"--auth-url={_as_url(server.auth_url)}",
        f"--payment-url={_as_url(server.payment_url)}",
        env=environment(server.folder / "window"),
        email=customer.email,
        password=PASSWORD,
        **options,
    ) as window:
        yield window


@contextmanager
def warm_demo() -> Iterator[Path]:
    """Keep a private demo server up, as another window would; yields its home."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        env = environment(home)
        server = subprocess.Popen(
            [sys.executable, "main.py", "serve", "--demo"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stdout is not None
            assert server.stdout.readline().startswith("{")
            # One window marks the demo as added.
            with driven_window("ready", "--demo", env=env) as first:
                first.told()
            yield home
        finally:
            server.terminate()
            server.wait(30)
            if server.stdout is not None:
                server.stdout.close()


@contextmanager
def x11_screen() -> Iterator[str | None]:
    """Yield the DISPLAY of an X server: the one at hand, or an Xvfb of its own; None for neither."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield None
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(30)


def _as_url(dsn: str) -> str:
    """Return libpq's words as the URL that the program is configured with."""
    parts = parse_dsn(dsn)
    name = f"{quote(parts['user'])}:{quote(parts['password'])}"
    where = urlencode({"host": parts["host"], "port": parts["port"]})
    return f"postgresql://{name}@/{parts['dbname']}?{where}"
