"""The count of unread notices beside what their own screen counts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.pages.finding import PATIENCE_MS
from tests.pages.notifications import NotificationsPage
from ui.shell import session_poll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.notifications import NotificationList
    from tests.bank import Bank, Customer
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow
    from ui.shell.session_poll import SessionPoll


@pytest.fixture(autouse=True)
def _counted_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_poll, "POLL_EVERY_MS", 600_000)


class LateCount:
    """The side bar's next count: made at once, and answered once `goes_on` is set."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.goes_on, self.is_made = threading.Event(), threading.Event()
        self._list = services.notifications.list
        monkeypatch.setattr(services.notifications, "list", self._list_late)

    def _list_late(self, *, limit: int = 50) -> NotificationList:
        found = self._list(limit=limit)
        if limit == session_poll._LISTED and not self.is_made.is_set():
            self.is_made.set()
            assert self.goes_on.wait(PATIENCE_MS / 1000)
        return found


@pytest.fixture
def notices(
    bank: Bank, salma: Customer, signed_in: MainWindow, page: WindowPage, qtbot: QtBot
) -> NotificationsPage:
    """Two unread ones, on their screen."""
    bank.ask(
        "payment",
        "SELECT private.notify_account(a, 'account_frozen', 'x')"
        " FROM accounts AS a, generate_series(1, 2) WHERE id = %s",
        str(salma.account_id),
    )
    page.go_to("notifications")
    made = NotificationsPage(qtbot, signed_in)
    made.wait_for_notices(2)
    return made


@pytest.fixture
def poll(signed_in: MainWindow, notices: NotificationsPage, qtbot: QtBot) -> SessionPoll:
    """What counts for the side bar, with no answer on its way, and asked by the test alone."""
    del notices
    session = signed_in._session
    assert session is not None
    made = session._poll
    qtbot.waitUntil(made._timer.isActive, timeout=PATIENCE_MS)
    session._live.stop()
    qtbot.waitUntil(lambda: made._task is not None and not made._task.is_open, timeout=PATIENCE_MS)
    return made


def test_a_count_from_before_all_were_read_does_not_come_back(
    *,
    notices: NotificationsPage,
    page: WindowPage,
    poll: SessionPoll,
    services: Services,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late = LateCount(services, monkeypatch)
    poll.count_unread()
    qtbot.waitUntil(late.is_made.is_set, timeout=PATIENCE_MS)
    notices.mark_all_read()
    page.wait_for_unread(0)
    with qtbot.waitSignal(poll.answered, timeout=PATIENCE_MS):
        late.goes_on.set()
    assert page.unread() == 0
    qtbot.waitUntil(lambda: poll._task is not None and not poll._task.is_open, timeout=PATIENCE_MS)
    assert page.unread() == 0


def test_a_count_that_differs_from_the_screens_is_made_again(
    *,
    page: WindowPage,
    poll: SessionPoll,
    signed_in: MainWindow,
    services: Services,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late = LateCount(services, monkeypatch)
    poll.count_unread()
    qtbot.waitUntil(late.is_made.is_set, timeout=PATIENCE_MS)
    shown = signed_in.current_screen
    assert shown is not None
    # The screen's own answer may be the older one of the two.
    shown.unread_changed.emit(7)
    assert page.unread() == 7
    late.goes_on.set()
    page.wait_for_unread(2)
