"""Answers that come once the administrator is elsewhere: behind a lock, or at the next question."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from services.errors import Unavailable
from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, press, type_into
from tests.pages.language import LanguagePage
from tests.pages.lock import LockPage
from tests.pages.standing import SlipPage
from tests.ui.session.reading import readable
from ui import clock
from ui.components.paper import papers
from ui.components.standing.slip_paper import Slip
from ui.language import Language
from ui.screens.administration.one_time_dialog import OneTimeDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.administration.conftest import Office


class Held:
    """A call that is made at once and whose answer waits for `go`."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self.go = threading.Event()
        self.made = threading.Event()
        self.results: list[Any] = []
        self._call = call

    def __call__(self, **values: Any) -> Any:
        self.results.append(self._call(**values))
        self.made.set()
        assert self.go.wait(PATIENCE_MS / 1000)
        return self.results[-1]


class OnScreen(QObject):
    """Writes down every window that the system is asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWindow):
            self.names.append(watched.objectName())
        return False


@pytest.fixture
def on_screen(qapp: QApplication) -> Iterator[OnScreen]:
    made = OnScreen()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def delay(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Held]]:
    """Has a call of the people's service wait."""
    assert office.window.services is not None
    people = office.window.services.people
    made: list[Held] = []

    def held(name: str) -> Held:
        made.append(Held(getattr(people, name)))
        monkeypatch.setattr(people, name, made[-1])
        return made[-1]

    yield held
    # No thread waits on when a test has failed.
    for each in made:
        each.go.set()


@pytest.fixture
def lock(qtbot: QtBot, office: Office) -> LockPage:
    return LockPage(qtbot, office.window)


def ask_for_a_password(office: Office, qtbot: QtBot, reset: Held) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(1)
    admin.begin("reset")
    admin.agree()
    qtbot.waitUntil(reset.made.is_set, timeout=PATIENCE_MS)


def let_it_come(qtbot: QtBot, office: Office, held: Held) -> QDialog:
    """Have the answer come, and return the dialog that was made of it."""
    held.go.set()
    name = "administration.one_time"
    qtbot.waitUntil(lambda: bool(office.window.findChildren(QDialog, name)), timeout=PATIENCE_MS)
    return find(office.window, QDialog, name)


def test_a_password_that_comes_behind_the_lock_waits_for_its_administrator(
    *,
    office: Office,
    qtbot: QtBot,
    delay: Callable[[str], Held],
    lock: LockPage,
    on_screen: OnScreen,
) -> None:
    reset = delay("reset_password")
    ask_for_a_password(office, qtbot, reset)
    lock.lock()
    on_screen.names.clear()
    dialog = let_it_come(qtbot, office, reset)
    (password,) = reset.results
    assert not dialog.isVisible()
    assert password not in readable()
    assert on_screen.names == []
    assert QApplication.activeModalWidget() is None
    assert lock.is_shown()
    assert find(office.window, QLineEdit, "lock.password").hasFocus()
    # Nor later, and a wrong password brings nothing back.
    assert lock.refuse("not her password")
    assert not dialog.isVisible()
    lock.unlock(PASSWORD)
    assert dialog.isVisible()
    assert QApplication.activeModalWidget() is dialog
    assert office.admin.one_time_password() == password
    desk = office.bank.services("desk")
    assert desk.identity.sign_in(email="karim@demo.eg", password=password).must_change_password


def test_it_is_gone_where_the_session_ends_behind_the_lock(
    *, office: Office, qtbot: QtBot, delay: Callable[[str], Held], lock: LockPage
) -> None:
    reset = delay("reset_password")
    ask_for_a_password(office, qtbot, reset)
    lock.lock()
    let_it_come(qtbot, office, reset)
    lock.sign_out()
    name = "administration.one_time"
    qtbot.waitUntil(lambda: not office.window.findChildren(QDialog, name), timeout=PATIENCE_MS)
    office.login.sign_in("aya@demo.eg", PASSWORD)
    office.page.go_to("administration")
    office.admin.wait_for_people("Aya Said", "Karim Samir")
    assert reset.results[0] not in readable()
    assert QApplication.activeModalWidget() is None


def test_the_printers_dialog_waits_behind_the_lock_and_comes_back_over_its_slip(
    *,
    office: Office,
    qtbot: QtBot,
    delay: Callable[[str], Held],
    lock: LockPage,
    on_screen: OnScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printers = Held(lambda: ["printer"])
    monkeypatch.setattr(papers, "printers", printers)
    reset = delay("reset_password")
    ask_for_a_password(office, qtbot, reset)
    reset.go.set()
    slip = SlipPage(qtbot, office.window)
    slip.wait()
    slip.press("print")
    qtbot.waitUntil(printers.made.is_set, timeout=PATIENCE_MS)
    office.window.lock()
    lock.wait()
    on_screen.names.clear()
    printers.go.set()
    found = "slip.printer"
    qtbot.waitUntil(lambda: bool(office.window.findChildren(QDialog, found)), timeout=PATIENCE_MS)
    printer = find(office.window, QDialog, found)
    assert not printer.isVisible()
    assert on_screen.names == []
    assert lock.is_shown()
    lock.unlock(PASSWORD)
    assert printer.isVisible()
    assert QApplication.activeModalWidget() is printer
    printer.reject()
    assert slip.password() == reset.results[0]
    office.admin.one_time_password()


def test_nobody_can_read_it_at_any_moment(office: Office, lock: LockPage) -> None:
    screen = office.window.current_screen
    assert screen is not None
    lock.lock()
    slip = Slip("Karim Samir", "karim@demo.eg", "a one-time password", None, clock.now())
    dialog = OneTimeDialog(slip, screen)
    dialog.open()
    # In the same turn of the event loop, before anybody is answered.
    assert not dialog.isVisible()
    assert "a one-time password" not in readable()
    lock.unlock(PASSWORD)
    assert office.admin.one_time_password() == "a one-time password"


def test_help_still_opens_over_a_locked_window(office: Office, lock: LockPage) -> None:
    lock.lock()
    help_ = office.window._fittings._help  # type: ignore[union-attr]  # painted by now
    help_.show_about()
    assert find(office.window, QWidget, "about.close").isVisible()
    press(office.window, "about.close")
    lock.unlock(PASSWORD)


def test_adding_somebody_is_not_given_up_once_it_is_on_its_way(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.window.services is not None
    enrolling = Held(office.window.services.administration.enrol)
    monkeypatch.setattr(office.window.services.administration, "enrol", enrolling)
    admin = office.admin
    admin.open_enrolment()
    admin.enrol("Nour Adel", "nour@demo.eg", Role.AUDITOR)
    qtbot.waitUntil(enrolling.made.is_set, timeout=PATIENCE_MS)
    dialog = find(office.window, QDialog, "administration.enrol")
    assert not find(office.window, QAbstractButton, "administration.enrol.cancel").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    enrolling.go.set()
    assert admin.one_time_password() == enrolling.results[0].one_time_password
    # And the next one can be given up.
    admin.open_enrolment()
    press(office.window, "administration.enrol.cancel")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE_MS)


# The next question


def is_locked(office: Office, user_id: object) -> bool:
    query = "SELECT locked_reason FROM users WHERE id = %s AND locked_at IS NOT NULL"
    return office.bank.ask("auth", query, str(user_id)) != []


def begin_locking(office: Office, qtbot: QtBot, locking: Held) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir", "Nour Adel")
    admin.choose(1)
    admin.begin("lock")
    admin.agree("a lost phone")
    qtbot.waitUntil(locking.made.is_set, timeout=PATIENCE_MS)


@pytest.fixture
def nour(office: Office) -> UUID:
    """A second teller."""
    made = office.bank.add_staff("Nour Adel", "nour@demo.eg", Role.TELLER)
    office.window.refresh()
    return made


@pytest.mark.usefixtures("nour")
def test_what_is_on_its_way_is_not_put_away_as_if_nothing_were_done(
    office: Office, qtbot: QtBot, delay: Callable[[str], Held]
) -> None:
    locking = delay("lock")
    begin_locking(office, qtbot, locking)
    reason = find(office.window, QLineEdit, "administration.ask.reason")
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert office.admin.question().startswith("Lock Karim Samir?")
    assert not find(office.window, QAbstractButton, "administration.ask.no").isEnabled()
    locking.go.set()
    office.admin.wait_for_state("Locked since")
    assert office.admin.question() == ""
    # And the next one can be given up again.
    office.admin.begin("unlock")
    office.admin.give_up()
    assert office.admin.question() == ""


def test_an_answer_leaves_the_next_question_and_its_reason_alone(
    office: Office, nour: UUID, qtbot: QtBot, delay: Callable[[str], Held]
) -> None:
    locking = delay("lock")
    admin = office.admin
    begin_locking(office, qtbot, locking)
    admin.choose(2)
    admin.begin("lock")
    type_into(office.window, "administration.ask.reason", "has left us")
    locking.go.set()
    qtbot.waitUntil(lambda: admin.people()[1].endswith("locked"), timeout=PATIENCE_MS)
    assert admin.question().startswith("Lock Nour Adel?")
    reason = find(office.window, QLineEdit, "administration.ask.reason")
    assert reason.text() == "has left us"
    admin.agree_and_wait()
    assert is_locked(office, nour)


def test_a_second_yes_waits_its_turn(
    office: Office, nour: UUID, qtbot: QtBot, delay: Callable[[str], Held]
) -> None:
    locking = delay("lock")
    admin = office.admin
    begin_locking(office, qtbot, locking)
    admin.choose(2)
    admin.begin("lock")
    admin.agree("has left us")
    assert not find(office.window, QAbstractButton, "administration.ask.yes").isEnabled()
    assert not is_locked(office, nour)
    locking.go.set()
    admin.wait_for_state("Locked since")
    assert admin.state().endswith("has left us")
    assert is_locked(office, office.karim)
    assert is_locked(office, nour)


def test_a_no_of_the_banks_is_told_where_its_question_is_gone(
    office: Office, nour: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def refuse(**_values: object) -> None:
        go.wait(PATIENCE_MS / 1000)
        raise Unavailable("server_busy")

    del nour
    assert office.window.services is not None
    monkeypatch.setattr(office.window.services.people, "lock", refuse)
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir", "Nour Adel")
    admin.choose(1)
    admin.begin("lock")
    admin.agree("a lost phone")
    admin.choose(2)
    admin.begin("lock")
    go.set()
    qtbot.waitUntil(lambda: office.page.notes() != [], timeout=PATIENCE_MS)
    assert office.page.notes()[0].startswith("Karim Samir · ")
    assert admin.question().startswith("Lock Nour Adel?")
    error = find(office.window, QWidget, "administration.ask.error")
    assert not error.isVisible()


def test_what_was_agreed_to_is_done_once_and_told_in_another_language(
    office: Office, nour: UUID, qtbot: QtBot, delay: Callable[[str], Held]
) -> None:
    reset = delay("reset_password")
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir", "Nour Adel")
    admin.choose(1)
    admin.begin("reset")
    admin.agree()
    qtbot.waitUntil(reset.made.is_set, timeout=PATIENCE_MS)
    admin.choose(2)
    admin.begin("lock")
    admin.agree("has left us")
    office.page.go_to("settings")
    LanguagePage(qtbot, office.window).choose(Language.ARABIC)
    reset.go.set()
    assert [admin.one_time_password()] == reset.results
    qtbot.waitUntil(lambda: is_locked(office, nour), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(office.page.notes()) == 2, timeout=PATIENCE_MS)
