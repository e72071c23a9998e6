"""A locked window with a payment that nobody has answered for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from services.errors import OutcomeUnknown, Unavailable
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS
from tests.ui.session.reading import is_locked_at_the_bank
from ui.components.payment import delivery
from ui.shell import session_lock

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.transfers import Payment, TransferOutcome
    from tests.bank import Bank
    from tests.clock import Clock
    from tests.pages.lock import LockPage
    from tests.pages.transfer import TransferPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

WRONG = "not her password"
CONTROL = Qt.KeyboardModifier.ControlModifier


def lose_answers(
    services: Services, monkeypatch: pytest.MonkeyPatch, answers: threading.Event
) -> None:
    """Have payments made and their answers lost; what became of them is told once `answers` is set."""
    send, check = services.transfers.send, services.transfers.check

    def send_and_lose(*, payment: Payment, confirmation: str | None = None) -> None:
        send(payment=payment, confirmation=confirmation)
        raise OutcomeUnknown(payment.id)

    def check_later(*, transfer_id: object) -> TransferOutcome:
        if not answers.is_set():
            raise Unavailable("server_busy")
        return check(transfer_id=transfer_id)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 50)
    monkeypatch.setattr(delivery, "LONGEST_PAUSE_MS", 50)
    monkeypatch.setattr(services.transfers, "send", send_and_lose)
    monkeypatch.setattr(services.transfers, "check", check_later)


def test_an_unknown_payment_is_resolved_behind_the_lock(
    *,
    qtbot: QtBot,
    signed_in: MainWindow,
    services: Services,
    page: WindowPage,
    transfer: TransferPage,
    lock: LockPage,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = threading.Event()
    lose_answers(services, monkeypatch, answers)
    monkeypatch.setattr(session_lock, "_LOOK_AGAIN_MS", 20)
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.send("karim@instapay", "50")
    transfer.wait_for_outcome("checking")
    lock.lock()
    assert signed_in._session is not None
    session = signed_in._session
    qtbot.wait(100)
    assert session.awaits_outcome
    assert not is_locked_at_the_bank(bank)
    answers.set()
    qtbot.waitUntil(lambda: not session.awaits_outcome, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: is_locked_at_the_bank(bank), timeout=PATIENCE_MS)
    assert lock.is_shown()
    assert page.notes() == []
    lock.unlock(PASSWORD)
    transfer.wait_for_outcome("sent")


def test_the_bank_is_told_after_a_minute_all_the_same_and_the_answer_comes_later(
    *,
    qtbot: QtBot,
    clock: Clock,
    signed_in: MainWindow,
    services: Services,
    page: WindowPage,
    transfer: TransferPage,
    lock: LockPage,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = threading.Event()
    lose_answers(services, monkeypatch, answers)
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.send("karim@instapay", "50")
    transfer.wait_for_outcome("checking")
    lock.lock()
    clock.forward(seconds=61)
    qtbot.waitUntil(lambda: is_locked_at_the_bank(bank), timeout=PATIENCE_MS)
    answers.set()
    qtbot.wait(200)
    assert signed_in._session is not None
    assert signed_in._session.awaits_outcome
    lock.unlock(PASSWORD)
    transfer.wait_for_outcome("sent")
