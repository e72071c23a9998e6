"""The periodic jobs, beside a Postgres of your own."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from app import logs, settings
from app.cli import FINE
from app.credentials import with_password
from app.postgres.stop_request import StopRequest
from app.transport import unprotected
from app.worker import Worker
from services.errors import SettingsInvalid

if TYPE_CHECKING:
    import argparse

_log = logging.getLogger(__name__)

_EVERY_S = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--auth-url", help="libpq URL of Auth for the login instapay_worker")
    parser.add_argument("--payment-url", help="the same for Payment")
    parser.add_argument("--once", action="store_true", help="run each job once, then end")


def execute(options: argparse.Namespace) -> int:
    """Run the jobs until interrupted."""
    told = settings.load(auth_url=options.auth_url, payment_url=options.payment_url)
    if told.auth_url is None or told.payment_url is None:
        raise SettingsInvalid("settings_invalid", name="auth_url", reason="missing")
    logs.start(told.home / "logs", "worker", is_verbose=told.is_log_verbose)
    for line in unprotected(told.urls()):
        _log.warning("%s", line)
    auth_url = with_password(told.auth_url, told.home, name="auth_url")
    payment_url = with_password(told.payment_url, told.home, name="payment_url")
    worker = Worker(lambda: auth_url, lambda: payment_url)
    pause = threading.Event()
    with StopRequest() as stop:
        worker.tick()
        while not (options.once or stop.is_made):
            pause.wait(_EVERY_S)
            worker.tick()
    worker.close()
    return FINE
