"""Opening a till, and what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from services.errors import OutcomeUnknown
from tests.pages.finding import PATIENCE_MS, find, press, type_into
from ui.components import sending

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.database.counter import Counter
    from tests.ui.till.conftest import OpenSeat, Seat


@pytest.fixture
def hala(bank: Bank, counter: Counter, open_seat: OpenSeat) -> Seat:
    """Hala, who has no till open."""
    del counter
    bank.add_staff("Hala Teller", "hala@demo.eg", "TELLER")
    made = open_seat("hala@demo.eg")
    made.page.wait_for("till.float")
    return made


def test_a_till_is_opened_with_a_float(hala: Seat, counter: Counter) -> None:
    hala.page.open("1,200.50")
    assert hala.page.drawer() == "1,200.50 EGP"
    assert hala.page.figure("float") == "+1,200.50"
    assert counter.cash_of("TILL") == 5000 + 1200.50
    hala.page.wait_for("till.no_slips")


@pytest.mark.parametrize("typed", ["0", "0.00", "٠"])
def test_a_float_may_be_nothing(hala: Seat, typed: str) -> None:
    hala.page.open(typed)
    assert hala.page.drawer() == "0.00 EGP"


@pytest.mark.parametrize(
    ("typed", "said"), [("", "amount"), ("-5", "more than zero"), ("1.234", "two")]
)
def test_what_is_no_float_is_said_beside_the_field(hala: Seat, typed: str, said: str) -> None:
    hala.page.try_to_open(typed)
    assert said in hala.page.said("till.float.error")
    assert not hala.page.shows("till.drawer")


def test_what_the_vault_lacks_is_said_beside_the_field(hala: Seat) -> None:
    hala.page.try_to_open("900", "USD")
    hala.page.wait_for("till.float.error")
    assert "vault" in hala.page.said("till.float.error")
    # Nothing is kept of it: a smaller one opens.
    type_into(hala.screen, "till.float", "0")
    QTest.keyClick(find(hala.screen, QLineEdit, "till.float"), Qt.Key.Key_Return)
    hala.page.wait_for_drawer("0.00 USD")


def test_a_second_press_opens_no_second_one(hala: Seat, counter: Counter) -> None:
    type_into(hala.screen, "till.float", "100")
    field = find(hala.screen, QLineEdit, "till.float")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Return)
    hala.page.wait_for_drawer("100.00 EGP")
    assert counter.cash_of("TILL") == 5100


def test_a_lost_answer_is_told_and_asked_for_again(
    hala: Seat, counter: Counter, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sending, "PAUSE_MS", 150)
    whole = hala.services.tills.open
    ids: list[UUID] = []

    def losing(_self: object, **given: Any) -> None:
        ids.append(given["id"])
        whole(**given)
        if len(ids) < 3:
            raise OutcomeUnknown(given["id"])

    monkeypatch.setattr(type(hala.services.tills), "open", losing)
    hala.page.try_to_open("100")
    qtbot.waitUntil(lambda: hala.page.shows("till.doubt"), timeout=PATIENCE_MS)
    assert _awaits(hala)
    hala.page.wait_for_drawer("100.00 EGP")
    assert not _awaits(hala)
    assert len(ids) == 3
    assert len(set(ids)) == 1
    assert counter.cash_of("TILL") == 5100


def _awaits(seat: Seat) -> bool:
    return seat.screen.awaits_outcome


def test_one_more_till_is_opened_in_another_currency(seat: Seat, counter: Counter) -> None:
    counter.as_supervisor("supply_vault", uuid4(), "USD", "500", "new")
    press(seat.screen, "till.another")
    seat.page.wait_for("till.float")
    assert not find(seat.screen, QAbstractButton, "till.currency.EGP").isEnabled()
    seat.page.try_to_open("200", "USD")
    seat.page.wait_for_drawer("200.00 USD")
    press(seat.screen, "till.shown.egp")
    seat.page.wait_for_drawer("5,000.00 EGP")
    press(seat.screen, "till.shown.usd")
    seat.page.wait_for_drawer("200.00 USD")


def test_a_till_of_an_earlier_day_is_counted_first(counter: Counter, open_seat: OpenSeat) -> None:
    counter.ask("UPDATE till_sessions SET business_day = business_day - 1")
    made = open_seat()
    made.page.wait_for("till.unsettled")
    assert "was not settled" in made.page.banner("till.unsettled")
    assert not made.page.shows("till.vault_amount")
    made.page.press("till.count_now")
    made.page.wait_for("till.count.1")


def test_old_sheets_are_offered(counter: Counter, open_seat: OpenSeat) -> None:
    counter.close({"200": 25})
    made = open_seat()
    made.page.wait_for("till.old_sheet.1")
    made.page.press("till.old_sheet.1")
    made.page.wait_for("till.sheet.dialog")
