"""From settings to services, in a worker thread while the window already shows."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from services.errors import InstaPayError, SettingsInvalid

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.postgres.joining import Joined
    from app.settings import Settings
    from services.bank import Services

_log = logging.getLogger(__name__)

_WATCH_EVERY_S = 1.0


@dataclass(slots=True)
class OpenBank:
    """Services in use, and the private server behind them where there is one."""

    services: Services
    _joined: Joined | None = None
    _closing: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Keep the private server up from now on: its guardian may be killed under us."""
        _log.info("the bank is open")
        if self._joined is not None:
            threading.Thread(target=self._watch, name="guardian-watch", daemon=True).start()

    def close(self) -> None:
        """Close connections and need the private server no more."""
        self._closing.set()
        self.services.close()
        if self._joined is not None:
            self._joined.leave()

    def _watch(self) -> None:
        assert self._joined is not None
        while not self._closing.wait(_WATCH_EVERY_S):
            try:
                self._joined.watch()
            except InstaPayError as error:
                # The window shows that the bank is out of reach; the next turn tries again.
                _log.warning("private server: %r", error)


def open_bank(settings: Settings, *, is_demo: bool, on_phase: Callable[[str], None]) -> OpenBank:
    """Reach the bank that is configured, or the private one, and check that it fits this program.

    `on_phase` hears ``starting``, ``preparing``, ``seeding``, ``connecting``.
    Raises ServerFault, SchemaMismatch, Unavailable, SettingsInvalid (``settings_missing``).
    """
    if settings.has_urls and not is_demo:
        return _open_configured(settings, on_phase)
    if is_demo:
        return _open_private(settings, on_phase)
    raise SettingsInvalid("settings_missing")


def _open_configured(settings: Settings, on_phase: Callable[[str], None]) -> OpenBank:
    from app import credentials, transport  # noqa: PLC0415 (psycopg2; the same)
    from services.bank import open_services  # noqa: PLC0415 (0.3 s, and this is the thread for it)

    assert settings.auth_url is not None
    assert settings.payment_url is not None
    on_phase("connecting")
    for line in transport.unprotected(settings.urls()):
        _log.warning("%s", line)
    auth_url = credentials.with_password(settings.auth_url, settings.home, name="auth_url")
    payment_url = credentials.with_password(settings.payment_url, settings.home, name="payment_url")
    listen_url = payment_url
    if settings.listen_url is not None:
        listen_url = credentials.with_password(
            settings.listen_url, settings.home, name="listen_url"
        )
    services = open_services(
        lambda: auth_url,
        lambda: payment_url,
        settings.home / "outbox",
        listen_url=lambda: listen_url,
    )
    return OpenBank(_fitting(services))


def _open_private(settings: Settings, on_phase: Callable[[str], None]) -> OpenBank:
    from app import private_bank  # noqa: PLC0415
    from app.private_bank import AUTH, PAYMENT, desktop_url  # noqa: PLC0415

    joined = private_bank.join_private(settings.home, on_phase)
    try:
        from services.bank import open_services  # noqa: PLC0415

        services = open_services(
            lambda: desktop_url(joined.address(), AUTH),
            lambda: desktop_url(joined.address(), PAYMENT),
            settings.home / "outbox",
        )
        # A mark spares every later start the question, which imports and connects.
        mark = settings.home / "demo-added"
        if not mark.exists():
            on_phase("seeding")
            private_bank.add_demo(joined.address())
            mark.touch(mode=0o600)
        on_phase("connecting")
        return OpenBank(_fitting(services), joined)
    except BaseException:
        joined.leave()
        raise


def _fitting(services: Services) -> Services:
    try:
        services.connection.check_schema()
    except BaseException:
        services.close()
        raise
    return services
