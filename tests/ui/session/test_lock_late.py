"""A locked window whose answers come late."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from services.errors import Unavailable
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, press, wait_for
from tests.ui.session.reading import is_locked_at_the_bank
from ui import tasks
from ui.components.password import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank
    from tests.pages.lock import LockPage
    from tests.pages.login import LoginPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow


class SlowUnlock:
    """The bank's unlock: the first waits for `go`, then does what it always does."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        #: The first unlock is being asked for.
        self.is_asked = threading.Event()
        #: What Auth was asked, in the order in which it had answered.
        self.done: list[str] = []
        self._unlock = services.identity.unlock
        self._lock = services.identity.lock
        self._is_first = True
        monkeypatch.setattr(services.identity, "unlock", self._unlock_late)
        monkeypatch.setattr(services.identity, "lock", self._lock_and_note)

    def _unlock_late(self, *, password: str) -> None:
        is_first, self._is_first = self._is_first, False
        if is_first:
            self.is_asked.set()
            self.go.wait(PATIENCE_MS / 1000)
        self._unlock(password=password)
        self.done.append("unlock")

    def _lock_and_note(self) -> None:
        self._lock()
        self.done.append("lock")


class LastFirst:
    """A lock that is given to whoever came last, as those of the system may be."""

    def __init__(self) -> None:
        self.waiting: list[object] = []
        self._is_held = False
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            mine = object()
            self.waiting.append(mine)
            self._changed.wait_for(lambda: not self._is_held and self.waiting[-1] is mine)
            self.waiting.pop()
            self._is_held = True

    def __exit__(self, *_failure: object) -> None:
        with self._changed:
            self._is_held = False
            self._changed.notify_all()


@pytest.fixture
def slow(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowUnlock]:
    made = SlowUnlock(services, monkeypatch)
    yield made
    # No thread waits on when a test has failed.
    made.go.set()


@pytest.fixture
def _soon_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "_DEADLINE_S", 0.2)


def give_up_an_unlock(  # noqa: PLR0917 (fixtures of a test)
    qtbot: QtBot,
    window: MainWindow,
    lock: LockPage,
    slow: SlowUnlock,
    order: LastFirst,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Lock, ask for an unlock that hangs, and wait for it no longer; the rest queues in `order`."""
    assert window._lock is not None
    monkeypatch.setattr(window._lock, "_order", order)
    lock.lock()
    qtbot.waitUntil(lambda: slow.done == ["lock"], timeout=PATIENCE_MS)
    lock.submit(PASSWORD)
    qtbot.waitUntil(slow.is_asked.is_set, timeout=PATIENCE_MS)
    press(window, "lock.cancel")


@pytest.mark.usefixtures("_soon_out_of_time", "signed_in")
def test_an_unlock_that_came_too_late_is_locked_again_at_the_bank(
    *, qtbot: QtBot, services: Services, lock: LockPage, slow: SlowUnlock, bank: Bank
) -> None:
    lock.lock()
    qtbot.waitUntil(lambda: slow.done == ["lock"], timeout=PATIENCE_MS)
    lock.submit(PASSWORD)
    # Before its time is up, or the lock is told first.
    assert slow.is_asked.wait(10)
    assert lock.wait_for_error()
    assert lock.is_shown()
    slow.go.set()
    qtbot.waitUntil(lambda: slow.done == ["lock", "unlock", "lock"], timeout=PATIENCE_MS)
    assert is_locked_at_the_bank(bank)
    with pytest.raises(Unavailable, match="session_locked"):
        services.accounts.list()


def test_a_password_typed_after_one_that_hangs_opens_it_for_good(
    *,
    qtbot: QtBot,
    services: Services,
    page: WindowPage,
    lock: LockPage,
    slow: SlowUnlock,
    bank: Bank,
    signed_in: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = LastFirst()
    give_up_an_unlock(qtbot, signed_in, lock, slow, order, monkeypatch)
    lock.submit(PASSWORD)
    qtbot.waitUntil(lambda: len(order.waiting) == 2, timeout=PATIENCE_MS)
    slow.go.set()
    wait_for(qtbot, signed_in, "shell.account")
    assert page.screen() == "accounts"
    assert tasks.shut_down(wait_s=10)
    assert slow.done == ["lock", "unlock", "unlock"]
    assert not is_locked_at_the_bank(bank)
    assert services.accounts.list()


@pytest.mark.parametrize("asks_again", [False, True], ids=["the lock", "a second password"])
def test_whoever_signs_in_next_is_not_locked_by_what_came_too_late(
    *,
    asks_again: bool,
    qtbot: QtBot,
    services: Services,
    page: WindowPage,
    lock: LockPage,
    login: LoginPage,
    slow: SlowUnlock,
    bank: Bank,
    signed_in: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bank.add_customer("Karim Samir", "karim@demo.eg")
    order = LastFirst()
    give_up_an_unlock(qtbot, signed_in, lock, slow, order, monkeypatch)
    # The bank is to be told of the lock once more: that waits, and so does a second password.
    qtbot.waitUntil(lambda: len(order.waiting) == 1, timeout=PATIENCE_MS)
    if asks_again:
        lock.submit(PASSWORD)
        qtbot.waitUntil(lambda: len(order.waiting) == 2, timeout=PATIENCE_MS)
    lock.sign_out()
    login.wait()
    login.sign_in("karim@demo.eg", PASSWORD)
    slow.go.set()
    qtbot.waitUntil(lambda: order.waiting == [], timeout=PATIENCE_MS)
    assert tasks.shut_down(wait_s=10)
    assert slow.done == ["lock", "unlock"]
    page.wait_for_screen("accounts")
    assert services.accounts.list()
