"""Whether the books balance, in the side bar of the bank's people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from services.values.books import BooksState
from tests.bank import PASSWORD
from ui import date_text
from ui.shell import books_words, session_poll
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank
    from tests.pages.login import LoginPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow


def test_a_teller_reads_that_the_books_balance_and_when_that_was_proved(
    *,
    qtbot: QtBot,
    bank: Bank,
    services: Services,
    window: MainWindow,
    login: LoginPage,
    page: WindowPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session_poll, "POLL_EVERY_MS", 200)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", balance=10)
    bank.add_staff("Tarek Fouad", "teller@demo.eg", "TELLER")
    window.attach(services)
    login.sign_in("teller@demo.eg", PASSWORD)
    page.wait_for_screen("counter")
    assert page.books() == "", "nothing was proved yet"
    bank.ask("payment", "SELECT private.prove_books()")
    qtbot.waitUntil(lambda: page.books().startswith("Books balance · "))
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = balance + 1 WHERE id = %s",
        str(karim.account_id),
    )
    bank.ask("payment", "SELECT private.prove_books()")
    qtbot.waitUntil(lambda: page.books().startswith("Books do not balance · "))


def test_a_customer_is_told_nothing_of_the_banks_books(
    bank: Bank, signed_in: MainWindow, page: WindowPage
) -> None:
    bank.ask("payment", "SELECT private.prove_books()")
    signed_in.refresh()
    assert page.books() == ""


@pytest.mark.parametrize(
    ("balanced", "minutes", "words", "tone"),
    [
        (True, 1, "Books balance · ", Tone.CREDIT),
        (False, 1, "Books do not balance · ", Tone.DANGER),
        (True, 11, "Books not proved since ", Tone.WARN),
        (False, 11, "Books do not balance · ", Tone.DANGER),
    ],
)
def test_a_proof_is_told_with_its_time(
    qtbot: QtBot, balanced: bool, minutes: int, words: str, tone: Tone
) -> None:
    line = ConnectionLine()
    qtbot.addWidget(line)
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    books_words.show_state(line, BooksState(balanced, at))
    assert line.text.startswith(words)
    assert date_text.time_of_day(at) in line.text
    assert line.tone is tone
