"""Windows through bad days of the line: told within 5 s, nothing lost, and healed without a click."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg2
import pytest
from PySide6.QtWidgets import QApplication

from services import connection
from tests.bank import PASSWORD
from tests.faults.proxy import Proxy
from tests.pages.accounts import AccountsPage
from tests.pages.finding import PATIENCE_MS
from tests.pages.login import LoginPage
from tests.pages.notifications import NotificationsPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from ui import clock, tasks, theme
from ui.components.payment import last_look
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.shell import session_poll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank

#: A dead server must show so soon.
_SHOWS_WITHIN_S = 5.0


@pytest.fixture
def quick_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have sessions that begin after this ask more often, but not before a call in a black hole gives up."""
    monkeypatch.setattr(session_poll, "POLL_EVERY_MS", 9_000)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    theme.prepare()
    return QApplication


@dataclass
class Office:
    """A window whose lines to both databases can be cut, one by one."""

    qtbot: QtBot
    bank: Bank
    services: Services
    window: MainWindow
    auth: Proxy
    payment: Proxy
    page: WindowPage = field(init=False)
    login: LoginPage = field(init=False)
    accounts: AccountsPage = field(init=False)
    transfer: TransferPage = field(init=False)
    notifications: NotificationsPage = field(init=False)
    _since: datetime = field(init=False)
    _changed_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.page = WindowPage(self.qtbot, self.window)
        self.login = LoginPage(self.qtbot, self.window)
        self.accounts = AccountsPage(self.qtbot, self.window)
        self.transfer = TransferPage(self.qtbot, self.window)
        self.notifications = NotificationsPage(self.qtbot, self.window)
        assert self.window._watch is not None
        self.window._watch.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._changed_at = clock.now()

    def change(self, how: Callable[..., None], *lines: Proxy) -> None:
        """Cut or mend lines while no probe is under way, which would tell of only some of them."""
        self.qtbot.waitUntil(lambda: "probe" not in _threads(), timeout=PATIENCE_MS)
        self._since = clock.now()
        how(*lines)

    def wait_for_banner(self, beginning: str) -> str:
        """Wait for the banner; it came as soon as a change must show. Return what it says."""
        self.qtbot.waitUntil(
            lambda: self.page.offline_banner().startswith(beginning), timeout=PATIENCE_MS
        )
        assert (self._changed_at - self._since).total_seconds() < _SHOWS_WITHIN_S
        return self.page.offline_banner()

    def wait_until_healed(self) -> None:
        self.page.wait_for_connection("Connected")
        self.qtbot.waitUntil(lambda: self.page.offline_banner() == "", timeout=PATIENCE_MS)

    def asks_nobody(self) -> bool:
        """Tell whether no dialog is in the way."""
        return QApplication.activeModalWidget() is None


def _refuse(*lines: Proxy) -> None:
    for line in lines:
        line.is_refusing = True
    for line in lines:
        line.cut()


def _stall(*lines: Proxy) -> None:
    for line in lines:
        line.is_stalled = True


def _mend(*lines: Proxy) -> None:
    for line in lines:
        line.is_refusing = line.is_stalled = False


_WAYS = pytest.mark.parametrize("fail", [_refuse, _stall], ids=["stopped", "black hole"])


@pytest.fixture
def office(qtbot: QtBot, bank: Bank, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)
    bank.add_customer(balance=1000, address="salma@instapay")
    bank.add_customer("Karim Samir", "karim@demo.eg", balance=100, address="karim@instapay")
    parts = psycopg2.extensions.parse_dsn(bank.auth_url)
    server = (str(parts["host"]), int(parts["port"]))
    with Proxy(server) as auth, Proxy(server) as payment:
        for name, line in (("auth_url", auth), ("payment_url", payment)):
            url = psycopg2.extensions.parse_dsn(getattr(bank, name))
            setattr(bank, name, psycopg2.extensions.make_dsn(**url | {"port": line.port}))
        services = bank.services()
        window = MainWindow(preferences=Preferences(bank.folder / "desktop.ini"))
        qtbot.addWidget(window)
        window.show()
        window.attach(services)
        made = Office(qtbot, bank, services, window, auth, payment)
        made.login.wait_for_connection("Connected")
        made.login.sign_in("salma@demo.eg", PASSWORD)
        made.page.wait_for_screen("accounts")
        made.accounts.wait_for_balance(1, "1,000.00 EGP")
        yield made
        _mend(auth, payment)
        services.close()
        assert tasks.shut_down(wait_s=15)


def _receive(office: Office, amount: str) -> None:
    """Have Karim's money come in past the window."""
    accounts = dict(office.bank.ask("payment", "SELECT address, account_id FROM payment_addresses"))
    office.bank.pay_past(accounts["karim@instapay"], accounts["salma@instapay"], [amount])


@_WAYS
def test_the_whole_bank_away_shows_and_heals(office: Office, fail: Callable[..., None]) -> None:
    office.change(fail, office.auth, office.payment)
    said = office.wait_for_banner("The bank cannot be reached since ")
    assert "What you see is as of " in said
    assert office.accounts.balance(1) == "1,000.00 EGP"
    assert office.asks_nobody()
    # Meanwhile another screen was never seen before: it says so, and does not turn for ever.
    office.page.go_to("notifications")
    office.qtbot.waitUntil(lambda: office.notifications.error() != "", timeout=12_000)
    office.page.go_to("accounts")
    _receive(office, "5")
    _mend(office.auth, office.payment)
    office.wait_until_healed()
    office.accounts.wait_for_balance(1, "1,005.00 EGP")
    office.page.go_to("notifications")
    office.qtbot.waitUntil(lambda: office.notifications.error() == "")


@_WAYS
def test_payment_alone_away_shows_and_heals(office: Office, fail: Callable[..., None]) -> None:
    office.change(fail, office.payment)
    said = office.wait_for_banner("Payments cannot be reached since ")
    assert "What you see is as of " in said
    assert "You stay signed in" in said
    assert office.accounts.balance(1) == "1,000.00 EGP"
    _receive(office, "5")
    _mend(office.payment)
    office.wait_until_healed()
    office.accounts.wait_for_balance(1, "1,005.00 EGP")


@_WAYS
def test_with_auth_alone_away_a_session_goes_on_until_its_token_dies(
    quick_poll: None, office: Office, fail: Callable[..., None]
) -> None:
    office.change(fail, office.auth)
    said = office.wait_for_banner("Sign-in cannot be reached since ")
    assert "You can go on" in said
    office.page.go_to("transfer")
    office.transfer.wait_for_form()
    office.transfer.send("karim@instapay", "100")
    office.transfer.wait_for_outcome("sent")
    office.transfer.new_transfer()
    office.transfer.fill("karim@instapay", "50")
    # The token dies.
    office.services.identity._access.current().dies_at = time.monotonic()
    office.qtbot.waitUntil(
        lambda: "Your session cannot be renewed" in office.page.offline_banner(), timeout=30_000
    )
    assert "What you see is as of " in office.page.offline_banner()
    office.transfer.review()
    office.qtbot.waitUntil(
        lambda: "sign-in cannot be reached" in office.transfer.error("form"), timeout=12_000
    )
    assert office.transfer.text("amount") == "50.00"
    assert office.asks_nobody()
    _mend(office.auth)
    office.wait_until_healed()
    office.transfer.review()
    office.transfer.confirm()
    office.transfer.wait_for_outcome("sent")


def test_money_that_comes_in_while_auth_is_away_still_shows(office: Office) -> None:
    office.change(_refuse, office.auth)
    office.wait_for_banner("Sign-in cannot be reached since ")
    _receive(office, "5")
    office.bank.ask(
        "payment",
        "SELECT pg_notify(private.channel(user_id, convert_to(private.setting('channel_secret'), 'UTF8')), '')"
        " FROM accounts WHERE user_id IS NOT NULL",
    )
    office.accounts.wait_for_balance(1, "1,005.00 EGP")


def test_payment_back_before_auth_is_caught_up_with(office: Office) -> None:
    # A pooler may tell of nothing.
    office.services.live.close()
    office.change(_refuse, office.auth, office.payment)
    office.wait_for_banner("The bank cannot be reached since ")
    _receive(office, "5")
    office.change(_mend, office.payment)
    office.wait_for_banner("Sign-in cannot be reached since ")
    office.accounts.wait_for_balance(1, "1,005.00 EGP")


def _threads() -> list[str]:
    return [each.name for each in threading.enumerate()]


def test_a_black_hole_piles_up_no_threads(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_PROBE_LIMIT_S", 0.3)
    # The window begins to listen a moment after its first screen.
    office.qtbot.waitUntil(lambda: _threads().count("live") == 1)
    _stall(office.auth, office.payment)
    # Making a connection takes longer to be given up than a probe does.
    for database in office.services.databases:
        database.close()
    probes = [office.services.connection.probe() for _ in range(4)]
    assert not any(each.auth or each.payment for each in probes)
    assert _threads().count("probe") <= 2
    assert _threads().count("live") == 1
    # Each has its time and is asked again once that is over.
    _mend(office.auth, office.payment)
    office.qtbot.waitUntil(lambda: office.services.connection.probe().all, timeout=12_000)
