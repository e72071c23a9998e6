"""The overview: what it shows of a day, and what a supervisor does there."""

from __future__ import annotations

import threading
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from services.errors import InstaPayError, OutcomeUnknown, Refused, Unavailable
from tests.pages.finding import PATIENCE_MS, find, press, wait_for
from tests.pages.language import LanguagePage
from ui.components import sending
from ui.language import Language
from ui.widgets.date_edit import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.values.money import Money
    from tests.database.counter import Counter
    from tests.ui.approvals.conftest import Seat


@pytest.fixture
def desk(open_seat: Callable[[str, str], Seat]) -> Seat:
    """The supervisor's, at the overview."""
    return open_seat("supervisor@demo.eg", "overview")


def test_a_day_is_shown_as_the_bank_has_it(counter: Counter, desk: Seat, qtbot: QtBot) -> None:
    page = desk.overview
    page.wait_for_tills(1)
    page.wait_for_till(
        0, teller="Mona Teller", state="Open", currency="EGP", float="5,000.00",
        cash_in="90,000.00", cash_out="0.00", drawer="95,000.00", variance="–",
    )  # fmt: skip
    page.wait_for_money("Cash in", "1", "90,000.00")
    counter.cash("CASH_OUT", "100")
    counter.cash("CASH_OUT", "20001")
    counter.transfer("250")
    counter.ask("SELECT private.prove_books()")
    desk.window.refresh()
    page.wait_for_money("Cash out", "1", "100.00")
    page.wait_for_money("Transfers", "1", "250.00")
    page.wait_for_money("Fees", "1", "0.50")
    page.wait_for_money("Waiting now", "1", "20,001.00")
    page.wait_for_cash("drawers", "94,900.00 EGP")
    assert page.cash("vault") == f"{counter.cash_of('VAULT'):,.2f} EGP"
    # Whatever was on its way when the books were proved is answered first.
    desk.window.refresh()
    qtbot.waitUntil(lambda: page.books().startswith("They balance, proved "), timeout=PATIENCE_MS)
    assert "match." in page.books()
    assert page.table("books")[-1][3] == "0.00"


def test_another_day_is_typed_and_today_comes_back(
    counter: Counter, desk: Seat, qtbot: QtBot
) -> None:
    page = desk.overview
    page.wait_for_tills(1)
    page.wait_for_money("Cash in", "1", "90,000.00")
    today = counter.ask("SELECT private.today(private.utc_now())")[0][0]
    assert page.day() == written(today)
    # Today's till is open still, so an earlier day has none, and the next day has it to close.
    page.type_day(written(today - timedelta(days=1)))
    page.wait_for_tills(0)
    page.wait_for_money("Cash in", "0", "0.00")
    page.type_day("31/2/2026")
    assert page.wait_for_error("day").startswith("This is not a date.")
    page.today()
    page.wait_for_tills(1)
    page.wait_for_money("Cash in", "1", "90,000.00")
    qtbot.waitUntil(lambda: page.day() == written(today))
    assert page.error("day") == ""


def test_another_currency_is_chosen(counter: Counter, desk: Seat) -> None:
    counter.ask("SELECT private.prove_books()")
    desk.window.refresh()
    page = desk.overview
    page.wait_for_money("Cash in", "1", "90,000.00")
    page.choose_currency("USD")
    page.wait_for_money("Cash in", "0", "0.00")
    assert page.cash("drawers") == "0.00 USD"


def test_a_variance_is_accepted_once_after_a_question(
    counter: Counter, desk: Seat, qtbot: QtBot
) -> None:
    page = desk.overview
    page.wait_for_tills(1)
    counter.close({"200": 400}, "the rest was stolen")
    desk.window.refresh()
    page.wait_for_till(0, state="Needs a supervisor", variance="−15,000.00", drawer="80,000.00")
    page.choose_till(0)
    assert "80,000.00 EGP, and 95,000.00 EGP should have been there." in page.story().replace(
        "Counted ", ""
    )
    assert "Reason: the rest was stolen." in page.story()
    assert page.can("accept")
    page.accept()
    page.wait_for_till(0, state="Closed")
    qtbot.waitUntil(lambda: not page.can("accept"))
    assert "The variance was accepted" in page.story()
    assert desk.page.notes() == ["The variance was accepted."]
    assert counter.ask("SELECT variance_approved_by::text FROM till_sessions") == [
        (str(counter.as_supervisor.user_id),)
    ]


def test_nobody_accepts_their_own_variance(counter: Counter, desk: Seat) -> None:
    own = uuid4()
    counter.as_supervisor("open_till", own, "EGP", "500")
    counter.as_supervisor("count_till", own, {"5": 1})
    counter.as_supervisor("close_till", own, "spent it")
    page = desk.overview
    desk.window.refresh()
    page.wait_for_tills(2)
    page.wait_for_till(1, state="Needs a supervisor")
    page.choose_till(1)
    page.accept()
    assert page.wait_for_error("accept")
    assert counter.ask("SELECT variance_approved_at FROM till_sessions WHERE id = %s", own) == [
        (None,)
    ]


@pytest.fixture
def held_accept(
    counter: Counter, desk: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., None]]:
    """Accepts at one till and asks at another; has the answer, or an error, come when called."""
    counter.close({"200": 400}, "stolen")
    other, till = counter.add_teller("Hany Teller"), uuid4()
    other("open_till", till, "EGP", "500")
    other("count_till", till, {"5": 1})
    other("close_till", till, "lost")
    tills = desk.services.tills
    real = tills.accept_variance
    made, go = threading.Event(), threading.Event()
    errors: list[InstaPayError] = []

    def held(till_id: UUID) -> None:
        made.set()
        assert go.wait(PATIENCE_MS / 1000)
        if errors:
            raise errors.pop()
        real(till_id)

    monkeypatch.setattr(tills, "accept_variance", held)
    page = desk.overview
    desk.window.refresh()
    page.wait_for_tills(2)
    page.wait_for_till(0, teller="Mona Teller", state="Needs a supervisor")
    page.choose_till(0)
    page.accept()
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    page.choose_till(1)
    page.begin_accept()

    def come(error: InstaPayError | None = None) -> None:
        errors.extend([] if error is None else [error])
        go.set()
        qtbot.waitUntil(lambda: desk.page.notes() != [], timeout=PATIENCE_MS)

    yield come
    # No thread waits on when a test has failed.
    go.set()


def test_a_question_about_another_till_stays_open(
    held_accept: Callable[..., None], desk: Seat
) -> None:
    held_accept()
    page = desk.overview
    assert desk.page.notes() == ["Till 1, Mona Teller · The variance was accepted."]
    page.wait_for_till(0, state="Closed")
    assert page.can("accept_now")
    press(desk.window, "overview.accept_now")
    page.wait_for_till(1, state="Closed")


def test_a_refusal_is_not_told_beside_another_till(
    held_accept: Callable[..., None], desk: Seat
) -> None:
    held_accept(Refused("till_unknown"))
    page = desk.overview
    assert page.error("accept") == ""
    assert page.can("accept_now")
    (note,) = desk.page.notes()
    assert note.startswith("Till 1, Mona Teller · ")
    assert "was accepted" not in note


def test_the_vault_is_supplied_in_place(counter: Counter, desk: Seat) -> None:
    page = desk.overview
    before = counter.cash_of("VAULT")
    page.wait_for_cash("vault", f"{before:,.2f} EGP")
    page.begin_supply()
    page.supply("", "")
    assert page.wait_for_error("supply.amount")
    page.supply("1,500.50", "")
    assert page.wait_for_error("supply.reason")
    page.supply("1,500.50", "from the central bank")
    page.wait_for_cash("vault", f"{before + Decimal('1500.50'):,.2f} EGP")
    assert desk.page.notes() == ["Booked: +1,500.50 EGP for the vault."]
    page.begin_supply()
    page.supply("99999999", "to the central bank", out=True)
    assert page.wait_for_error("supply.amount").startswith(
        "There is not so much cash in the vault."
    )
    page.supply("500.50", "to the central bank", out=True)
    page.wait_for_cash("vault", f"{before + 1000:,.2f} EGP")
    counter.check_books()


@pytest.mark.parametrize("speaks_otherwise", [False, True], ids=["one language", "another one"])
def test_a_lost_answer_is_asked_for_and_books_once(
    *,
    counter: Counter,
    desk: Seat,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    speaks_otherwise: bool,
) -> None:
    monkeypatch.setattr(sending, "PAUSE_MS", 50)
    page = desk.overview
    before = counter.cash_of("VAULT")
    page.wait_for_cash("vault", f"{before:,.2f} EGP")
    tills = desk.services.tills
    supply = type(tills).supply_vault
    asked: list[UUID] = []
    is_back = threading.Event()

    def losing(self: object, *, id: UUID, amount: Money, reason: str) -> None:  # noqa: A002
        asked.append(id)
        if len(asked) == 1:
            supply(tills, id=id, amount=amount, reason=reason)
            raise OutcomeUnknown(id)
        # A bank that is away now says nothing about what was sent first.
        if not is_back.is_set():
            raise Unavailable("server_unreachable", database="payment")
        supply(tills, id=id, amount=amount, reason=reason)

    monkeypatch.setattr(type(tills), "supply_vault", losing)
    page.begin_supply()
    page.supply("100", "a delivery")
    wait_for(qtbot, desk.window, "overview.doubt")
    if speaks_otherwise:
        desk.page.go_to("settings")
        LanguagePage(qtbot, desk.window).choose(Language.ARABIC)
        desk.page.go_to("overview")
    count = len(asked)
    qtbot.waitUntil(lambda: len(asked) > count + 1)
    wait_for(qtbot, desk.window, "overview.doubt")
    # It is still the same one, and cannot be begun anew.
    assert not page.can("supply.book")
    assert find(desk.window, QLineEdit, "overview.supply.amount").isReadOnly()
    is_back.set()
    page.wait_for_cash("vault", f"{before + 100:,.2f} EGP")
    qtbot.waitUntil(lambda: not find(desk.window, QLineEdit, "overview.supply.amount").isVisible())
    assert counter.cash_of("VAULT") == before + 100
    assert len(set(asked)) == 1
    assert any("100.00" in note for note in desk.page.notes())


def test_what_was_sent_is_told_and_done_once_in_another_language(
    counter: Counter,
    desk: Seat,
    held_accept: Callable[..., None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = desk.overview
    before = counter.cash_of("VAULT")
    page.wait_for_cash("vault", f"{before:,.2f} EGP")
    tills = desk.services.tills
    supply = tills.supply_vault
    made, go = threading.Event(), threading.Event()

    def held(**values: Any) -> None:
        supply(**values)
        made.set()
        assert go.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(tills, "supply_vault", held)
    page.begin_supply()
    page.supply("100", "a delivery", out=True)
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    desk.page.go_to("settings")
    LanguagePage(qtbot, desk.window).choose(Language.ARABIC)
    desk.page.go_to("overview")
    page.wait_for_cash("vault", f"{before - 100:,.2f} EGP")
    # It is still the same one, and cannot be begun anew.
    assert find(desk.window, QLineEdit, "overview.supply.amount").text() == "100.00"
    assert not page.can("supply.book")
    desk.page.go_to("settings")
    go.set()
    held_accept()
    qtbot.waitUntil(lambda: len(desk.page.notes()) == 2, timeout=PATIENCE_MS)
    assert any("Mona Teller" in note for note in desk.page.notes())
    assert any("100.00 EGP" in note for note in desk.page.notes())
    desk.page.go_to("overview")
    page.wait_for_cash("vault", f"{before - 100:,.2f} EGP")
    assert counter.cash_of("VAULT") == before - 100
    assert not page.can("supply.book")
    accepted = "SELECT count(*) FROM till_sessions WHERE variance_approved_at IS NOT NULL"
    assert counter.ask(accepted) == [(1,)]


def test_escape_closes_what_is_asked(counter: Counter, desk: Seat) -> None:
    page = desk.overview
    page.wait_for_cash("vault", f"{counter.cash_of('VAULT'):,.2f} EGP")
    page.begin_supply()
    assert not page.can("supply")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.can("supply")


def test_the_sheet_of_any_till_is_at_hand(counter: Counter, desk: Seat) -> None:
    page = desk.overview
    page.wait_for_tills(1)
    page.choose_till(0)
    page.open_sheet()
    press(desk.window, "till.sheet.cancel")


def test_an_auditor_only_looks(counter: Counter, open_seat: Callable[[str, str], Seat]) -> None:
    counter.close({"200": 1}, "stolen")
    counter.bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    page = open_seat("aya@demo.eg", "overview").overview
    page.wait_for_till(0, state="Needs a supervisor")
    page.wait_for_money("Cash in", "1", "90,000.00")
    page.choose_till(0)
    assert "Reason: stolen." in page.story()
    assert not page.can("accept")
    assert not page.can("supply")
