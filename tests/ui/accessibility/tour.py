"""Leads through every screen and dialog of a person, so that checks can look at each.

Screens come from `ui.shell.screen_table`: a new one is looked at without being named here. What
opens over a screen, or is shown to nobody yet, is a stop of its own below.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotYet

from app.provisioning import people
from services.errors import ServerFault, SettingsInvalid
from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.administration import AdministrationPage
from tests.pages.audit import AuditPage
from tests.pages.counter import CounterPage
from tests.pages.finding import PATIENCE_MS, find, press
from tests.pages.first_run import FirstRunPage
from tests.pages.history import HistoryPage
from tests.pages.lock import LockPage
from tests.pages.login import LoginPage
from tests.pages.password import PasswordPage
from tests.pages.settings import SettingsPage
from tests.pages.till import TillPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from tests.ui.accessibility import room
from tests.ui.accessibility.bulk_stops import bulk_stops
from ui import clock, messages, tasks
from ui.connection_state import Connection, State
from ui.navigation import Destination
from ui.shell import screen_table
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.spinner import Spinner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from ui.main_window import MainWindow

#: So long words may take to find room.
_ROOM_MS = 10_000
LONG_NAME = "Salma Abdelrahman El-Hassanein Fouad Mahmoud"


class Tour:
    """One window, and somebody to walk through it. Each stop is a name and what to look at."""

    def __init__(self, qtbot: QtBot, window: MainWindow, bank: Bank) -> None:
        self.qtbot = qtbot
        self.window = window
        self.bank = bank
        self.page = WindowPage(qtbot, window)
        self.login = LoginPage(qtbot, window)
        self.lock = LockPage(qtbot, window)
        self.transfer = TransferPage(qtbot, window)
        self.password = PasswordPage(qtbot, window)

    def of(self, audience: str) -> Iterator[tuple[str, QWidget]]:
        """Walk as ``nobody``, ``CUSTOMER``, or staff of a role."""
        if audience == "nobody":
            yield from self._signed_out()
            return
        self._sign_in(Role(audience))
        yield from self._screens(Role(audience))
        if audience == Role.CUSTOMER:
            yield from self._payment()
            yield from bulk_stops(self)
            yield from self._over_the_screens()
        if audience == Role.AUDITOR:
            yield from self._over_the_log()
        if "counter" in self._names(Role(audience)):
            yield from self._counter()
        if audience == Role.TELLER:
            yield from self._till()
        if audience == Role.ADMIN:
            yield from self._administration()
        yield from self._help()
        yield from self._everybody()

    # Nobody is signed in

    def _signed_out(self) -> Iterator[tuple[str, QWidget]]:
        yield self._stop("starting")
        self.window.attach(self.bank.services())
        self._wait_until_connected()
        yield self._stop("sign-in")
        self.login.refuse("salma@demo.eg", "not her password")
        yield self._stop("sign-in, refused")
        self.login.open_sign_up()
        yield self._stop("sign-up")
        self.login.sign_up("Nour Adel", "nour", "short")
        self.login.sign_up_error()
        yield self._stop("sign-up, refused")
        self.login.sign_up("Nour Adel", "nour@demo.eg", "a long new password")
        self.login.received()
        yield self._stop("sign-up, received")
        self.login.back_to_sign_in()
        _id, one_time = people.add_user(
            self.bank.auth_owner_url,
            email="mariam@demo.eg",
            full_name="Mariam Nabil",
            roles=[Role.TELLER],
        )
        self.login.submit("mariam@demo.eg", one_time)
        self.password.wait()
        yield self._stop("new password")
        self.password.refuse("a new password", "a new passport")
        yield self._stop("new password, refused")
        self.password.back()
        fault = ServerFault("server_disk_full", path="/var/lib/bank", log="/var/log/bank.log")
        self.window.show_startup_failure(fault)
        yield self._stop("start failed")
        yield from self._first_run()

    def _first_run(self) -> Iterator[tuple[str, QWidget]]:
        self.window.show_startup_failure(SettingsInvalid("settings_missing"))
        first_run = FirstRunPage(self.qtbot, self.window)
        first_run.wait()
        yield self._stop("first run")
        first_run.choose_connect()
        yield self._stop("first run, addresses")
        first_run.fill("not a URL", self.bank.payment_url)
        first_run.test()
        yield self._stop("first run, tried")

    # Somebody is

    def _sign_in(self, role: Role) -> None:
        if role is Role.CUSTOMER:
            _fill(self.bank)
        else:
            self.bank.add_staff(LONG_NAME, "staff@demo.eg", role.value)
            _fill(self.bank)
        self.window.attach(self.bank.services())
        self._wait_until_connected()
        email = "salma@demo.eg" if role is Role.CUSTOMER else "staff@demo.eg"
        self.login.sign_in(email, PASSWORD)

    def _screens(self, role: Role) -> Iterator[tuple[str, QWidget]]:
        for entry in screen_table.entries_for(frozenset({role})):
            self._open(entry.name)
            yield self._stop(entry.name)

    @staticmethod
    def _names(role: Role) -> list[str]:
        return [entry.name for entry in screen_table.entries_for(frozenset({role}))]

    def _counter(self) -> Iterator[tuple[str, QWidget]]:
        """What staff see of a customer, from the search to a form."""
        self._open("counter")
        counter = CounterPage(self.qtbot, self.window)
        counter.find("zebra")
        self.qtbot.waitUntil(lambda: not counter.names(), timeout=PATIENCE_MS)
        yield self._stop("counter, nobody found")
        counter.find(LONG_NAME)
        counter.wait_for_names(LONG_NAME)
        yield self._stop("counter, found")
        counter.choose(LONG_NAME)
        counter.wait_for_question()
        counter.give_reason(" ")
        counter.reason_error()
        yield self._stop("counter, asked why")
        counter.give_reason(4)
        counter.wait_until_open()
        counter.history.wait_for_rows()
        yield self._stop("counter, a customer")
        counter.do("notes")
        yield self._stop("counter, notes")
        counter.close_panel()
        # What comes over any screen is looked at over a plain one.
        self._open("settings")

    def _payment(self) -> Iterator[tuple[str, QWidget]]:
        self.window.open(Destination("transfer"))
        self.transfer.wait_for_form()
        self.transfer.review()
        self.transfer.wait_for_error("to")
        yield self._stop("transfer, refused")
        self.transfer.fill("karim@instapay", "5,100", "Rent of November and the deposit")
        yield self._stop("transfer, filled in")
        self.transfer.review()
        dialog = self.transfer.dialog()
        # It arms itself a moment after it was shown; until then nobody can press or reach it.
        send = find(dialog, QPushButton, "confirm.send")
        self.qtbot.waitUntil(send.isEnabled, timeout=PATIENCE_MS)
        yield self._stop("review", dialog)
        self.transfer.confirm("not her password")
        self.transfer.wait_for_password_error()
        yield self._stop("review, refused", self.transfer.dialog())
        self.transfer.confirm(PASSWORD)
        self.transfer.wait_for_outcome("sent")
        yield self._stop("transfer, sent")

    def _till(self) -> Iterator[tuple[str, QWidget]]:
        """A till from its opening to its sheet."""
        till = TillPage(self.qtbot, self.window)
        self._open("till")
        till.try_to_open("999,999,999")
        till.wait_for("till.float.error")
        yield self._stop("till, refused")
        till.open("0")
        yield self._stop("till, open")
        till.begin_count()
        till.type_counts({"200": 3})
        yield self._stop("till, counting")
        press(self.window, "till.count_confirm")
        till.question()
        yield self._stop("till, the question", self._dialog())
        till.answer()
        till.variance()
        yield self._stop("till, counted")
        till.close("Found behind the drawer")
        yield self._stop("till, closed")
        press(self.window, "till.closed.sheet")
        yield from self._over("day's sheet")

    def _over_the_screens(self) -> Iterator[tuple[str, QWidget]]:
        """What a customer opens over a screen, one after the other."""
        self._open("accounts")
        history = HistoryPage(self.qtbot, self.window)
        history.wait_for_rows()
        history.open_details(0)
        yield self._stop("accounts, a payment's details")
        history.close_details()
        press(self.window, "accounts.export")
        yield from self._over("export")
        self._open("contacts")
        press(self.window, "contacts.add")
        yield from self._over("a contact")
        self._open("settings")
        SettingsPage(self.qtbot, self.window).ask_to_end_all()
        yield from self._over("a question")

    def _over_the_log(self) -> Iterator[tuple[str, QWidget]]:
        """What an auditor opens over the log."""
        self._open("audit")
        audit = AuditPage(self.qtbot, self.window)
        audit.choose_log("auth")
        audit.wait_for_rows()
        audit.open_details(0)
        yield self._stop("audit, a record's details")
        audit.close_details()
        press(self.window, "audit.export")
        yield from self._over("audit, export")
        press(self.window, "audit.verify")
        audit.wait_for_seals("auth")
        yield from self._over("audit, seals")
        audit.choose_event("user_locked")
        audit.wait_for_no_match()
        yield self._stop("audit, no match")

    def _administration(self) -> Iterator[tuple[str, QWidget]]:
        """Each part of the administrator's screen, with what is changed and asked there."""
        self.bank.add_staff(LONG_NAME.replace("Salma", "Mona"), "another@demo.eg", Role.TELLER)
        self._open("administration")
        admin = AdministrationPage(self.qtbot, self.window)
        self.qtbot.waitUntil(lambda: len(admin.people()) > 1, timeout=PATIENCE_MS)
        admin.choose(0)
        admin.begin("lock")
        admin.agree()
        admin.wait_for_refusal()
        yield self._stop("administration, a question")
        admin.give_up()
        admin.open_enrolment()
        yield from self._over("administration, somebody new")
        for part, rule, figure, wrong in (
            ("limits", "limit_transfer_egp", "per_day", "a lot"),
            ("fees", "fee_transfer_egp", "rate", "200"),
            ("counter", "teller_cash_in_egp", "alone_up_to", "-1"),
            ("bank", "time_zone", "value", ""),
        ):
            admin.open_part(part)
            admin.change(rule, **{figure: wrong})
            admin.save(rule)
            admin.rule_error(rule)
            yield self._stop(f"administration, {part}")
        admin.type_figures("time_zone", value="UTC")
        admin.save("time_zone")
        yield from self._over("administration, a review")
        self._open("settings")

    def _help(self) -> Iterator[tuple[str, QWidget]]:
        for name in ("shortcuts", "about"):
            action = self.window.findChild(QAction, f"shell.help.{name}")
            assert action is not None
            action.trigger()
            yield from self._over(name)

    def _open(self, screen: str) -> None:
        self.window.open(Destination(screen))
        self.page.wait_for_screen(screen)
        self._stop(screen)

    def _over(self, name: str) -> Iterator[tuple[str, QWidget]]:
        """Look at the dialog that was opened, and close it."""
        dialog = self._dialog()
        yield self._stop(name, dialog)
        dialog.reject()
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def _everybody(self) -> Iterator[tuple[str, QWidget]]:
        messages.info("The IBAN was copied.")
        yield self._stop("a note")
        messages.faulted.emit("4F7A2C")
        yield from self._over("fault")
        session = self.window._session
        assert session is not None
        lost = Connection(State.OFFLINE, auth=False, payment=False, lost_at=clock.now())
        session.show_connection(lost)
        yield self._stop("offline")
        self.lock.lock()
        yield self._stop("locked")
        self.lock.refuse("not her password")
        yield self._stop("locked, refused")

    def _dialog(self) -> QDialog:
        """Wait for a dialog and return it."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def stop(self, name: str, window: QWidget | None = None) -> tuple[str, QWidget]:
        """Look at what a part of the tour that is told elsewhere has led to."""
        return self._stop(name, window)

    def _stop(self, name: str, window: QWidget | None = None) -> tuple[str, QWidget]:
        """Wait until a window is quiet, and be ready to look at it."""
        looked_at = window if window is not None else self.window
        self.qtbot.waitUntil(self._is_quiet, timeout=PATIENCE_MS)
        looked_at.activateWindow()
        self.qtbot.waitUntil(looked_at.isActiveWindow)
        # A layout takes a round or two of events until wrapped words have their height.
        with suppress(NotYet):
            self.qtbot.waitUntil(lambda: not any(room.cut_off(looked_at)), timeout=_ROOM_MS)
        return name, looked_at

    def _wait_until_connected(self) -> None:
        """Wait for the dot: its word is in the window's language."""
        line = find(self.window, ConnectionLine, "login.connection")
        self.qtbot.waitUntil(lambda: line.tone is Tone.CREDIT, timeout=PATIENCE_MS)

    def _is_quiet(self) -> bool:
        return not tasks._home().waiting and not any(
            arc.isVisible() for arc in self.window.findChildren(Spinner)
        )


def _fill(bank: Bank) -> None:
    """Give somebody all that makes words long: names, amounts, accounts, a history, notices."""
    salma = bank.add_customer(
        LONG_NAME,
        "salma@demo.eg",
        balance="9999999.99",
        address="salma@instapay",
        account_name="Savings for the house in Alexandria, first floor",
    )
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", balance=10, address="karim@instapay")
    bank.add_account(salma.user_id, balance=1250, currency="USD")
    bank.add_account(salma.user_id, name="Everyday")
    note = "Rent of November, the deposit for the new flat, and what was left of October"
    bank.pay_past(salma.account_id, karim.account_id, ["4500.50", "1", "250000"], note)
    bank.pay_past(karim.account_id, salma.account_id, ["180"], "غداء يوم الجمعة")
