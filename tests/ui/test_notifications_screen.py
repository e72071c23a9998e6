"""The notifications screen against a real bank, and the words of notices."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from services.values.money import Money
from services.values.notifications import COUNTED, Notification
from services.values.transfers import Payment
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, plain, wait_for
from tests.pages.notifications import NotificationsPage
from tests.ui.stage import stage
from ui import notice_text as words
from ui import privacy
from ui.navigation import Destination
from ui.preferences import Preferences
from ui.screens.notifications import NotificationsScreen
from ui.screens.notifications.model import NotificationModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.notifications import NotificationList
    from tests.bank import Bank, Customer

RECEIVED = {
    "amount": "4500.50",
    "currency": "EGP",
    "counterparty": "Mona A••••",
    "note": "rent",
    "payments": "12",
    "account": "Everyday",
}


def notice(number: int, event: str | None = "payment_received", **details: str) -> Notification:
    return Notification(
        id=UUID(int=number),
        type="IN_APP",
        message="Somebody's own words.",
        is_read=False,
        created_at=datetime(2026, 11, 22, 8, 42, tzinfo=UTC),
        event=event,
        details=details or RECEIVED,
    )


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="1000")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def screen(services: Services, tmp_path: Path, qtbot: QtBot) -> NotificationsScreen:
    made = NotificationsScreen(services, Preferences(tmp_path / "desktop.ini"))
    stage(qtbot, made)
    return made


def receive(bank: Bank, payee: Customer, *amounts: str) -> None:
    """Pay `payee` from somebody else's program."""
    rows = bank.ask("auth", "SELECT email FROM users WHERE email = 'mona@demo.eg'")
    if not rows:
        bank.add_customer("Mona Adel", "mona@demo.eg", balance="500")
    other = bank.services("hers")
    other.identity.sign_in(email="mona@demo.eg", password=PASSWORD)
    account = other.accounts.list()[0]
    reached = other.payees.resolve(payee=payee.iban)
    for amount in amounts:
        payment = Payment(account.id, reached, Money(Decimal(amount), "EGP"), "lunch")
        other.transfers.send(payment=payment)


def test_a_payment_from_elsewhere_is_told_unread_and_marked_read_by_one_press(
    screen: NotificationsScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    receive(bank, salma, "50", "60")
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(2)
    assert page.sentences() == [
        "You received 60.00 EGP from Mona A••••",
        "You received 50.00 EGP from Mona A••••",
    ]
    assert page.spoken()[0].startswith("Unread, You received 60.00 EGP from Mona A••••, lunch, ")
    assert page.unread() == 2
    page.mark_all_read()
    qtbot.waitUntil(lambda: page.unread() == 0, timeout=PATIENCE_MS)
    assert not find(screen, QPushButton, "notifications.mark_all_read").isEnabled()
    assert bank.ask(
        "payment",
        "SELECT DISTINCT is_read FROM notifications WHERE user_id = %s",
        str(salma.user_id),
    ) == [(True,)]


def test_what_comes_after_the_press_stays_unread(
    *,
    screen: NotificationsScreen,
    services: Services,
    bank: Bank,
    salma: Customer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bank.ask(
        "payment",
        "SELECT private.notify_account(a, 'account_frozen', 'x')"
        " FROM accounts AS a, generate_series(1, 60) WHERE id = %s",
        str(salma.account_id),
    )
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(50)
    may_go, everything = threading.Event(), services.notifications.list

    def late(*, limit: int = 50) -> NotificationList:
        assert limit != COUNTED or may_go.wait(PATIENCE_MS / 1000)
        return everything(limit=limit)

    monkeypatch.setattr(services.notifications, "list", late)
    page.mark_all_read()
    receive(bank, salma, "50")
    with qtbot.waitSignal(screen.unread_changed, timeout=PATIENCE_MS) as counted:
        may_go.set()
    assert counted.args == [1], "those below the fifty that are shown are read too"
    assert page.spoken()[0].startswith("Unread, You received 50.00 EGP")
    assert page.unread() == 1


def test_a_click_opens_the_account_that_it_is_about_and_marks_it_read(
    screen: NotificationsScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    second = bank.add_account(salma.user_id, balance=5)
    receive(bank, salma, "50")
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(1)
    with qtbot.waitSignal(screen.navigate) as went:
        page.open(0)
    (transaction,) = bank.ask(
        "payment", "SELECT id FROM transactions WHERE to_account_id = %s AND note = 'lunch'",
        str(salma.account_id),
    )  # fmt: skip
    about = {"account_id": salma.account_id, "transaction_id": UUID(str(transaction[0]))}
    assert went.args == [Destination("accounts", about)]
    qtbot.waitUntil(lambda: page.unread() == 0, timeout=PATIENCE_MS)
    # One that is about an account itself; the other account is not meant.
    bank.ask(
        "payment",
        "SELECT private.notify_account(a, 'account_frozen', 'x') FROM accounts AS a WHERE id = %s",
        str(second),
    )
    screen.refresh()
    page.wait_for_notices(2)
    with qtbot.waitSignal(screen.navigate) as went:
        QTest.keyClick(page.view, Qt.Key.Key_Home)
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert went.args == [Destination("accounts", {"account_id": second, "transaction_id": None})]


def test_space_and_the_menu_mark_one_and_stay(
    screen: NotificationsScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    receive(bank, salma, "50", "60", "70")
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(3)
    with qtbot.assertNotEmitted(screen.navigate):
        page.view.setCurrentIndex(page.view.model().index(1, 0))
        QTest.keyClick(page.view, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.unread() == 2, timeout=PATIENCE_MS)
        menu = page.menu(0)
        mark = menu.findChild(QAction, "notifications.menu.mark_read")
        assert mark is not None
        mark.trigger()
        menu.close()
        qtbot.waitUntil(lambda: page.unread() == 1, timeout=PATIENCE_MS)
    assert page.spoken()[2].startswith("Unread")


def test_the_menu_stays_with_its_notice_when_another_one_comes(
    screen: NotificationsScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    receive(bank, salma, "50")
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(1)
    menu = page.menu(0)
    receive(bank, salma, "60")
    screen.refresh()
    page.wait_for_notices(2)
    mark = menu.findChild(QAction, "notifications.menu.mark_read")
    assert mark is not None
    mark.trigger()
    menu.close()
    qtbot.waitUntil(lambda: page.unread() == 1, timeout=PATIENCE_MS)
    assert page.spoken()[0].startswith("Unread")


def test_new_notices_come_on_top_of_those_that_are_shown(
    screen: NotificationsScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    receive(bank, salma, "50")
    screen.enter({})
    page = NotificationsPage(qtbot, screen)
    page.wait_for_notices(1)
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    receive(bank, salma, "60")
    screen.refresh()
    page.wait_for_notices(2)
    assert page.sentences()[0] == "You received 60.00 EGP from Mona A••••"
    assert page.view.currentIndex().row() == 1


def test_somebody_without_notices_is_told_so(screen: NotificationsScreen, qtbot: QtBot) -> None:
    screen.enter({})
    wait_for(qtbot, screen, "notifications.empty")
    assert not find(screen, QPushButton, "notifications.mark_all_read").isEnabled()


def test_an_ended_session_is_told_to_the_window(
    screen: NotificationsScreen, services: Services, qtbot: QtBot
) -> None:
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        screen.enter({})


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("payment_received", "You received 4,500.50 EGP from Mona A••••"),
        ("payment_sent", "You sent 4,500.50 EGP to Mona A••••"),
        ("payment_returned", "You got 4,500.50 EGP back from Mona A••••"),
        ("payment_taken_back", "Your bank took 4,500.50 EGP back that you had from Mona A••••"),
        ("batch_sent", "You sent 4,500.50 EGP in 12 payments"),
        ("account_opened", "Your EGP account is open"),
        ("account_frozen", "Your account was frozen: Everyday"),
        ("account_released", "Your account is no longer frozen: Everyday"),
        ("account_closed", "Your account is closed: Everyday"),
        ("something_newer", "Somebody's own words."),
        (None, "Somebody's own words."),
    ],
)
def test_events_are_worded_and_what_is_not_known_says_its_own_words(
    event: str | None, sentence: str
) -> None:
    assert plain(words.sentence(notice(1, event), masked=False)) == sentence


@pytest.mark.parametrize(
    ("stopped", "sentence"),
    [
        ({"frozen": "DEBITS"}, "Payments from your account were stopped: Everyday"),
        ({"frozen": "CREDITS"}, "Payments into your account were stopped: Everyday"),
        ({"frozen": "ALL"}, "Payments from and into your account were stopped: Everyday"),
        (
            {"frozen": "DEBITS", "until": "2020-12-03T12:00:00.12345"},
            "Payments from your account were stopped until 3 Dec 2020 14:00: Everyday",
        ),
        (
            {"frozen": "CREDITS", "until": "2020-12-03T12:00:00"},
            "Payments into your account were stopped until 3 Dec 2020 14:00: Everyday",
        ),
        (
            {"frozen": "ALL", "until": "2020-12-03T12:00:00"},
            "Payments from and into your account were stopped until 3 Dec 2020 14:00: Everyday",
        ),
        # A newer bank's.
        ({"frozen": "CARDS"}, "Somebody's own words."),
    ],
)
@pytest.mark.usefixtures("egypt")
def test_a_freeze_says_what_is_stopped_and_until_when(
    stopped: dict[str, str], sentence: str
) -> None:
    found = notice(1, "account_frozen", account="Everyday", **stopped)
    assert plain(words.sentence(found, masked=False)) == sentence


@pytest.mark.parametrize(
    "details",
    [
        {"currency": "EGP"},
        {"amount": "lots", "currency": "EGP", "counterparty": "Mona A••••"},
        {"amount": "1.234", "currency": "EGP", "counterparty": "Mona A••••"},
    ],
)
def test_details_that_make_no_sense_fall_back_to_the_message(details: dict[str, str]) -> None:
    found = words.sentence(notice(1, "payment_sent", **details), masked=False)
    assert plain(found) == "Somebody's own words."


def test_every_event_of_the_bank_is_worded() -> None:
    """One that is not says its English message, with amounts that somebody may have hidden."""
    sql = Path(__file__).parents[2] / "models" / "payment" / "sql"
    texts = [path.read_text(encoding="utf-8") for path in sorted(sql.rglob("*.sql"))]
    told = [text for text in texts if "INSERT INTO public.notifications" in text]
    calls = re.findall(r"notify_account\(v_account, '(\w+)'", "\n".join(texts))
    written = {
        event
        for text in told
        for event in re.findall(r"'((?:payment|batch|account)_(?!id')[a-z_]+)'", text)
    }
    assert {"payment_received", "account_opened"} <= written
    assert written | set(calls) <= set(words._PATTERNS) | set(words._COUNTED)


def test_hidden_amounts_are_hidden_in_notices(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "desktop.ini")
    privacy.hide_amounts(preferences, hidden=True)
    masked = privacy.amounts_hidden(preferences)
    found = plain(words.sentence(notice(1), masked=masked))
    assert found == "You received •••••• EGP from Mona A••••"


class _RowsAsTold:
    """Counts rows by a model's signals alone, as a view does."""

    def __init__(self, model: NotificationModel) -> None:
        self.count = model.rowCount()
        model.rowsInserted.connect(lambda _p, first, last: self._add(last - first + 1))
        model.rowsRemoved.connect(lambda _p, first, last: self._add(first - last - 1))
        model.modelReset.connect(lambda: self._add(model.rowCount() - self.count))

    def _add(self, rows: int) -> None:
        self.count += rows


@pytest.mark.qt_log_level_fail("WARNING")
def test_the_model_keeps_its_contract_while_notices_come_and_go(qtbot: QtBot) -> None:
    del qtbot
    model = NotificationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    shown = [
        (),
        (notice(2), notice(1)),
        (notice(3), notice(2), notice(1)),
        (notice(4), notice(3), notice(2)),
        (notice(9), notice(8)),
        (notice(8),),
        (),
    ]
    told = _RowsAsTold(model)
    for notices in shown:
        model.show_notices(notices, masked=False)
        assert told.count == len(notices)
        assert [each.id for each in model.notices()] == [each.id for each in notices]
        assert model.rowCount() == len(notices)
    tester.deleteLater()
