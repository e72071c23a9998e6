"""A payment on its way: sent once, and asked after until its outcome is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from services.errors import (
    InvalidInput,
    OutcomeUnknown,
    Refused,
    SessionEnded,
    Unavailable,
)
from tests.ui.scripted_transfers import Answer, ScriptedTransfers, collect, failed, made, payment
from ui import messages
from ui.components.payment import Delivery, delivery
from ui.presence import presence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.values.transfers import Payment


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 10)
    monkeypatch.setattr(delivery, "LONGEST_PAUSE_MS", 20)


@pytest.fixture
def sent(qtbot: QtBot) -> Payment:
    del qtbot
    return payment()


def test_a_payment_that_is_sent_twice_leaves_once(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[made(sent)])
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.decided) as decided:
        one.send()
        one.send()
    one.send()
    assert transfers.sent == [sent.id]
    assert decided.args[0].id == sent.id
    assert not one.is_open


@pytest.mark.parametrize("answer", ["made", "refused", "not sent", "found later", "never found"])
def test_the_outbox_may_forget_once_somebody_was_told(
    sent: Payment, qtbot: QtBot, answer: str
) -> None:
    first: dict[str, Answer] = {
        "made": made(sent),
        "refused": failed(sent, "insufficient_funds"),
        "not sent": Unavailable("server_busy"),
    }
    later = Refused("id_reused") if answer == "never found" else made(sent)
    transfers = ScriptedTransfers(
        send=[first.get(answer, OutcomeUnknown(sent.id))], check=[OutcomeUnknown(sent.id), later]
    )
    one = Delivery(transfers, sent)
    told_at: list[list[object]] = []
    for signal in (one.decided, one.not_sent):
        signal.connect(lambda _answer: told_at.append(list(transfers.told_of)))
    one.send()
    assert transfers.held[0] == sent.id
    qtbot.waitUntil(lambda: transfers.dropped == [sent.id])
    assert transfers.told_of == [sent.id]
    assert told_at == [[]]


def test_a_window_that_goes_before_the_answer_has_told_nobody(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[made(sent)])
    transfers.gate.clear()
    one = Delivery(transfers, sent)
    one.send()
    qtbot.waitUntil(lambda: transfers.sent == [sent.id])
    one.stop()
    transfers.gate.set()
    for _ in range(2):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    assert transfers.told_of == []


def test_nobody_is_told_behind_the_lock(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[made(sent)])
    presence().leave()
    try:
        one = Delivery(transfers, sent)
        # As a form does that has its answer.
        one.decided.connect(one.deleteLater)
        with qtbot.waitSignal(one.decided):
            one.send()
        QThreadPool.globalInstance().waitForDone()
        qtbot.wait(1)
        assert not isValid(one)
        assert transfers.told_of == []
    finally:
        presence().come_back()
    qtbot.waitUntil(lambda: transfers.told_of == [sent.id])


def test_where_the_session_ends_behind_the_lock_nobody_was_told(
    sent: Payment, qtbot: QtBot
) -> None:
    transfers = ScriptedTransfers(send=[made(sent)])
    presence().leave()
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.decided):
        one.send()
    presence().end()
    for _ in range(2):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    assert transfers.told_of == []


def test_a_payment_whose_content_the_bank_does_not_take_is_asked_after(
    sent: Payment, qtbot: QtBot
) -> None:
    answers: list[Answer] = [InvalidInput("amount_too_large"), failed(sent, "abandoned")]
    transfers = ScriptedTransfers(send=[OutcomeUnknown(sent.id)], check=answers)
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.decided) as decided:
        one.send()
    assert decided.args[0].failure_code == "abandoned"


def test_what_the_password_bought_goes_along_and_is_let_go(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[made(sent)])
    one = Delivery(transfers, sent, confirmation="bought for this payment")
    with qtbot.waitSignal(one.decided):
        one.send()
    assert transfers.confirmations == ["bought for this payment"]
    assert one._confirmation is None


def test_a_recorded_refusal_is_an_outcome(sent: Payment, qtbot: QtBot) -> None:
    one = Delivery(ScriptedTransfers(send=[failed(sent, "insufficient_funds")]), sent)
    with qtbot.waitSignal(one.decided) as decided:
        one.send()
    assert decided.args[0].failure_code == "insufficient_funds"


@pytest.mark.parametrize(
    "error",
    [
        Unavailable("server_unreachable", database="payment"),
        Unavailable("outbox_unwritable", path="x"),
        InvalidInput("amount_too_precise"),
        Refused("payee_unknown"),
    ],
)
def test_what_the_bank_did_not_take_was_not_sent(
    error: Exception, sent: Payment, qtbot: QtBot
) -> None:
    transfers = ScriptedTransfers(send=[error])
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.not_sent) as not_sent:
        one.send()
    assert not_sent.args == [error]
    assert not one.is_open
    assert transfers.checked == []


@pytest.mark.parametrize("code", ["lost", "late", "fault"])
def test_a_lost_answer_is_asked_after_and_never_sent_again(
    code: str, sent: Payment, qtbot: QtBot
) -> None:
    lost: dict[str, Exception] = {
        "lost": OutcomeUnknown(sent.id),
        "late": Unavailable("deadline_exceeded"),
        "fault": ZeroDivisionError(),
    }
    check: list[Answer] = [OutcomeUnknown(sent.id), Unavailable("server_busy"), made(sent)]
    transfers = ScriptedTransfers(send=[lost[code]], check=check)
    one = Delivery(transfers, sent)
    checking: list[None] = []
    one.checking.connect(lambda: checking.append(None))
    with qtbot.waitSignal(one.decided):
        one.send()
    assert len(checking) == 1
    assert transfers.sent == [sent.id]
    assert transfers.checked == [sent.id] * 3


def test_a_payment_whose_sender_hangs_is_asked_after_at_the_deadline(
    sent: Payment, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SEND_DEADLINE_S", 0.05)
    transfers = ScriptedTransfers(send=[made(sent)], check=[OutcomeUnknown(sent.id)])
    transfers.gate.clear()
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.checking):
        one.send()
    qtbot.waitUntil(lambda: len(transfers.checked) > 1)
    assert one.is_checking
    transfers.gate.set()
    one.stop()


def test_a_fault_while_asking_is_told_once_and_asking_goes_on(sent: Payment, qtbot: QtBot) -> None:
    faults = collect(messages.faulted)
    transfers = ScriptedTransfers(
        send=[OutcomeUnknown(sent.id)], check=[ValueError(), ValueError(), made(sent)]
    )
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.decided):
        one.send()
    assert len(faults) == 1


def test_a_session_that_ends_stops_asking(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[OutcomeUnknown(sent.id)], check=[SessionEnded()])
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.session_ended):
        one.send()
    assert not one.is_open
    assert transfers.checked == [sent.id]


def test_a_session_that_ends_before_sending_sends_nothing(sent: Payment, qtbot: QtBot) -> None:
    one = Delivery(ScriptedTransfers(send=[SessionEnded()]), sent)
    not_sent = collect(one.not_sent)
    with qtbot.waitSignal(one.session_ended):
        one.send()
    assert not_sent == []


def test_a_payment_of_an_earlier_session_is_only_asked_after(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[], check=[failed(sent, "abandoned")])
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.decided) as decided:
        one.check()
    assert decided.args[0].failure_code == "abandoned"
    assert transfers.sent == []


def test_asking_at_once_does_not_ask_twice_at_a_time(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[OutcomeUnknown(sent.id)], check=[made(sent)])
    one = Delivery(transfers, sent)
    with qtbot.waitSignal(one.checking):
        one.send()
    with qtbot.waitSignal(one.decided):
        one.check()
        one.check()
    one.check()
    assert transfers.checked == [sent.id]


def test_pauses_grow_up_to_the_longest(sent: Payment, qtbot: QtBot) -> None:
    transfers = ScriptedTransfers(send=[OutcomeUnknown(sent.id)], check=[OutcomeUnknown(sent.id)])
    one = Delivery(transfers, sent)
    one.send()
    qtbot.waitUntil(lambda: len(transfers.checked) >= 4)
    assert one._timer.interval() == 20
    one.stop()
