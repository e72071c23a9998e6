"""A look for what was left unanswered, whose own answer comes after somebody was told."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit

from services.errors import SessionEnded, Unavailable
from services.values.transfers import UnknownPayment
from tests.pages.finding import PATIENCE_MS, find
from tests.ui import scripted_transfers
from tests.ui.scripted_transfers import ScriptedTransfers
from tests.ui.stage import stage
from ui.screens.transfer.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.pages.transfer import TransferPage
    from ui.screens.transfer import TransferScreen


class SlowBank:
    """Answers a payment once `may_answer` is set, or is too busy for it."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_asked, self.may_answer = threading.Event(), threading.Event()
        self.is_busy = False
        self._real = services.transfers._sending._call
        monkeypatch.setattr(services.transfers._sending, "_call", self._call)

    def _call(self, *how: Any) -> Any:
        self.is_asked.set()
        assert self.may_answer.wait(10)
        if self.is_busy:
            raise Unavailable("server_busy")
        return self._real(*how)


class SlowLook:
    """Reads the outbox at once, and brings what it read once `may_answer` is set."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.has_read, self.may_answer = threading.Event(), threading.Event()
        self._real = services.transfers.unknown
        monkeypatch.setattr(services.transfers, "unknown", self._look)

    def _look(self) -> tuple[UnknownPayment, ...]:
        found = self._real()
        self.has_read.set()
        assert self.may_answer.wait(10)
        return found

    def come(self) -> None:
        """Let it come, and be heard."""
        self.may_answer.set()
        assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
        QApplication.processEvents()


@pytest.fixture
def slow_bank(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowBank]:
    slow = SlowBank(services, monkeypatch)
    yield slow
    slow.may_answer.set()


@pytest.fixture
def slow_look(
    page: TransferPage,
    screen: TransferScreen,
    services: Services,
    slow_bank: SlowBank,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SlowLook]:
    """Salma has sent 50.00, gone elsewhere and come back while it was on its way."""
    page.fill("mona@instapay", "50", "lunch")
    page.review()
    page.confirm()
    page._qtbot.waitUntil(slow_bank.is_asked.is_set, timeout=PATIENCE_MS)
    slow = SlowLook(services, monkeypatch)
    screen.enter({})
    page._qtbot.waitUntil(slow.has_read.is_set, timeout=PATIENCE_MS)
    yield slow
    slow.may_answer.set()


@pytest.mark.parametrize("answer", ["made", "not sent"])
def test_what_was_told_is_not_told_once_more(
    page: TransferPage,
    screen: TransferScreen,
    slow_bank: SlowBank,
    slow_look: SlowLook,
    answer: str,
) -> None:
    slow_bank.is_busy = answer == "not sent"
    slow_bank.may_answer.set()
    if answer == "made":
        page.wait_for_outcome("sent")
        page.new_transfer()
    else:
        page.wait_for_error("form")
    page.fill("mona@instapay", "7", "tea")
    slow_look.come()
    assert page.outcome() == ""
    assert find(screen, QLineEdit, "transfer.amount").isEnabled()
    assert page.text("note") == "tea"


def test_one_that_is_sent_anew_after_it_was_told_is_asked_after_again(qtbot: QtBot) -> None:
    sent = scripted_transfers.payment()
    transfers = ScriptedTransfers(
        send=[Unavailable("server_busy"), SessionEnded()], check=[scripted_transfers.made(sent)]
    )
    desk = Desk(transfers, lambda _text: None)  # type: ignore[arg-type] # what it needs of them
    stage(qtbot, desk)
    found = UnknownPayment(sent, datetime.now(UTC), from_this_session=True)
    desk.send(sent)
    qtbot.waitUntil(lambda: not desk.is_open, timeout=PATIENCE_MS)
    desk.take_up([found])
    is_taken_up = desk.is_open
    assert not is_taken_up
    with qtbot.waitSignal(desk.session_ended, timeout=PATIENCE_MS):
        desk.send(sent)
    desk.take_up([found])
    assert desk.is_open
    qtbot.waitUntil(lambda: desk.is_answered, timeout=PATIENCE_MS)
