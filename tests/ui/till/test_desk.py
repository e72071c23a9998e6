"""The open till: its figures, the vault, its slips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from services.errors import Refused
from tests.pages.finding import PATIENCE_MS, press, type_into
from tests.ui.stage import stage
from ui.preferences import Preferences
from ui.screens.till import TillScreen

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.database.counter import Counter
    from tests.ui.till.conftest import OpenSeat, Seat


def test_the_figures_follow_what_is_done(seat: Seat, counter: Counter, qtbot: QtBot) -> None:
    counter.cash("CASH_IN", "2000.25")
    counter.cash("CASH_OUT", "500")
    seat.screen.refresh()
    seat.page.wait_for_drawer("6,500.25 EGP")
    assert seat.page.figure("cash_in") == "+2,000.25"
    assert seat.page.figure("cash_out") == "\u2212500.00"
    narrow = ["Cash out, Salma Hassan", "Cash in, Salma Hassan"]
    assert [row[3] for row in seat.page.rows()] == narrow
    seat.screen.window().resize(1240, 640)
    qtbot.waitUntil(lambda: [row[3] for row in seat.page.rows()] != narrow)
    assert seat.page.rows() == [
        (*seat.page.rows()[0][:2], "Cash out", "Salma Hassan", "Done", "500.00 EGP"),
        (*seat.page.rows()[1][:2], "Cash in", "Salma Hassan", "Done", "2,000.25 EGP"),
    ]


def test_cash_goes_to_the_vault_and_comes_from_it(seat: Seat) -> None:
    seat.page.move("1,000")
    seat.page.wait_for_drawer("4,000.00 EGP")
    seat.page.move("250.50", "from")
    seat.page.wait_for_drawer("4,250.50 EGP")
    assert seat.page.figure("to_vault") == "\u22121,000.00"
    assert seat.page.figure("from_vault") == "+250.50"


def test_what_the_drawer_lacks_is_said_beside_the_field(seat: Seat, counter: Counter) -> None:
    seat.page.move("5,000.01")
    seat.page.wait_for("till.vault_amount.error")
    assert "drawer" in seat.page.said("till.vault_amount.error")
    assert counter.drawer() == 5000


def test_what_is_typed_stays_while_it_is_loaded_anew(seat: Seat, counter: Counter) -> None:
    type_into(seat.screen, "till.vault_amount", "77")
    counter.cash("CASH_IN", "10")
    seat.screen.refresh()
    seat.page.wait_for_drawer("5,010.00 EGP")
    press(seat.screen, "till.vault_move")
    seat.page.wait_for_drawer("4,933.00 EGP")


def test_states_are_told(seat: Seat, counter: Counter) -> None:
    counter.set_account(counter.salma.account_id, balance="1000000")
    counter.ask("UPDATE counter_limits SET alone_up_to = 100")
    waiting = counter.cash("CASH_IN", "200")
    declined = counter.cash("CASH_IN", "300")
    approved = counter.cash("CASH_IN", "400")
    assert waiting["status"] == declined["status"] == "PENDING"
    counter.as_supervisor("decline", declined["id"], "no papers")
    counter.as_supervisor("approve", approved["id"])
    mistaken = counter.cash("CASH_IN", "50")
    counter.as_teller("correct_cash", uuid4(), mistaken["id"], "typo")
    seat.screen.refresh()
    seat.page.wait_for_rows(5)
    assert [row[-2] for row in seat.page.rows()] == [
        "Done",
        "Corrected",
        "Approved",
        "Declined",
        "Waiting for approval",
    ]
    seat.page.open_slip(3)
    assert "no papers" in seat.page.text("till.slip.sentence")
    assert seat.page.fact("customer") == "Salma Hassan"
    assert not seat.page.shows("till.slip.correct")
    assert seat.screen.close_drawer()
    assert not seat.screen.close_drawer()


def test_older_slips_are_loaded_by_key(
    counter: Counter, open_seat: OpenSeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.till.loading._FIRST", 3)
    for amount in range(1, 8):
        counter.cash("CASH_IN", str(amount))
    made = open_seat()
    made.page.wait_for_rows(3)
    QAbstractItemModelTester(
        made.page.slips.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.page.press("till.older")
    made.page.wait_for_rows(7)
    assert [row[0].split(",")[0] for row in made.page.rows()] == [
        f"Slip {n}" for n in range(7, 0, -1)
    ]
    assert not made.page.shows("till.older")
    counter.cash("CASH_IN", "9")
    made.screen.refresh()
    # What was loaded stays, and the new one comes on top.
    made.page.wait_for_drawer("5,037.00 EGP")
    assert made.page.rows()[0][0].startswith("Slip 8,")
    assert len(made.page.rows()) >= 7


class _Counter:
    """The part of the counter's service that takes cash back."""

    def __init__(self) -> None:
        self.asked: list[tuple[UUID, str, UUID]] = []

    def correct(self, *, original: UUID, reason: str, id: UUID) -> Any:  # noqa: A002
        self.asked.append((original, reason, id))
        if len(self.asked) == 1:
            raise Refused("customer_not_open")


def test_a_mistake_is_taken_back_for_a_reason(
    seat: Seat, counter: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = _Counter()
    monkeypatch.setattr(seat.screen._desk, "_counter", taken)
    cash = counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    press(seat.screen, "till.slip.correct")
    seat.page.wait_for("till.correction.dialog")
    press(seat.screen, "till.correction.yes")
    assert seat.page.said("till.correction.error")
    assert taken.asked == []
    type_into(seat.screen, "till.correction.reason", "typed twice")
    press(seat.screen, "till.correction.yes")
    qtbot.waitUntil(lambda: "15 minutes" in seat.page.said("till.correction.error"))
    press(seat.screen, "till.correction.yes")
    qtbot.waitUntil(lambda: not seat.page.shows("till.correction.dialog"), timeout=PATIENCE_MS)
    assert [each[:2] for each in taken.asked] == [(cash["id"], "typed twice")] * 2
    assert len({each[2] for each in taken.asked}) == 1


def test_without_the_counter_nothing_is_taken_back(seat: Seat, counter: Counter) -> None:
    if seat.screen._desk._counter is not None:
        seat.screen._desk._counter = None
    counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    assert not seat.page.shows("till.slip.correct")


def test_a_receipt_is_copied_where_something_prints_it(
    counter: Counter, seat: Seat, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[int] = []
    counter.cash("CASH_IN", "100")
    monkeypatch.setattr(
        TillScreen,
        "print_copy",
        staticmethod(lambda _over, _till, slip: copied.append(slip.number)),
    )
    screen = TillScreen(seat.services, Preferences(tmp_path / "other.ini"))
    stage(qtbot, screen)
    screen.enter({})
    page = type(seat.page)(qtbot, screen)
    page.wait_for_rows(1)
    page.open_slip(0)
    press(screen, "till.slip.copy")
    assert copied == [1]


def test_slips_are_reached_and_left_by_key(seat: Seat, counter: Counter) -> None:
    counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    QTest.keyClick(seat.screen.window(), Qt.Key.Key_Escape)
    focused = seat.screen.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not seat.page.shows("till.slip.details")
