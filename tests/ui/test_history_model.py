"""The history's table model, fed from a ledger in memory."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from services.errors import Unavailable
from services.values.history import Line
from tests.ui.ledger import ACCOUNT, NEWEST_AT, OTHER, Ledger, line, unposted
from ui.components.history import Column, HistoryModel, Role, State
from ui.components.history.newest import MAX_PAGES
from ui.components.history.paging import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = QModelIndex()
#: The model tester warns where a model breaks its contract; a warning fails the test.
pytestmark = pytest.mark.qt_log_level_fail("WARNING")


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(250)


@pytest.fixture
def model(ledger: Ledger, qtbot: QtBot) -> Iterator[HistoryModel]:
    del qtbot
    made = HistoryModel(ledger)
    # Warns at the first signal or answer that breaks a model's contract.
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    # The tests say when the next page is asked for.
    tester.setUseFetchMore(False)
    yield made
    ledger.gate.set()
    tester.deleteLater()
    made.deleteLater()


def load(model: HistoryModel, qtbot: QtBot, rows: int = PAGE) -> None:
    model.pager.show_account(ACCOUNT)
    qtbot.waitUntil(lambda: model.rowCount() == rows and model.pager.state is State.READY)


def sequences(model: HistoryModel) -> list[int | None]:
    return [model.line(row).sequence for row in range(model.rowCount())]


def text(model: HistoryModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data())


def test_pages_come_by_key_until_the_first_entry(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    while model.canFetchMore(ROOT):
        before = model.rowCount()
        model.fetchMore(ROOT)
        qtbot.waitUntil(lambda before=before: model.rowCount() > before)  # type: ignore[misc]  # bound now, not later
    assert sequences(model) == list(range(250, 0, -1))
    assert [asked[1:] for asked in ledger.asked] == [(None, PAGE), (151, PAGE), (51, PAGE)]


def test_a_page_that_is_on_its_way_is_not_asked_for_again(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    ledger.gate.clear()
    model.fetchMore(ROOT)
    assert not model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    ledger.gate.set()
    qtbot.waitUntil(lambda: model.rowCount() == 2 * PAGE)
    assert len(ledger.asked) == 2


def test_an_account_without_entries_is_empty_and_fills_by_itself(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.lines = []
    model.pager.show_account(ACCOUNT)
    qtbot.waitUntil(lambda: model.pager.state is State.EMPTY)
    ledger.post(2)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert model.pager.state is State.READY


def test_refreshing_puts_newer_entries_on_top_and_keeps_the_rest_in_place(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    selected = QPersistentModelIndex(model.index(7, 0))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    ledger.post(3)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE + 3)
    assert sequences(model)[:4] == [253, 252, 251, 250]
    assert selected.row() == 10
    assert resets == []


def test_refreshing_without_anything_new_changes_nothing(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    model.pager.refresh()
    qtbot.waitUntil(lambda: len(ledger.asked) == 2)
    qtbot.waitUntil(lambda: model.pager.state is State.READY)
    assert sequences(model) == list(range(250, 150, -1))


def test_many_new_entries_are_joined_over_several_pages(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    ledger.post(2 * PAGE + 5)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 3 * PAGE + 5)
    assert sequences(model) == list(range(455, 150, -1))


def test_after_a_very_long_absence_the_table_starts_again_without_a_gap(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    ledger.post((MAX_PAGES + 1) * PAGE)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == MAX_PAGES * PAGE)
    newest = 250 + (MAX_PAGES + 1) * PAGE
    assert sequences(model) == list(range(newest, newest - MAX_PAGES * PAGE, -1))
    model.fetchMore(ROOT)
    qtbot.waitUntil(lambda: model.rowCount() == (MAX_PAGES + 1) * PAGE)
    assert sequences(model) == list(range(newest, newest - (MAX_PAGES + 1) * PAGE, -1))


def test_a_bank_that_was_restored_from_a_copy_is_believed(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    del ledger.lines[200:]
    model.pager.refresh()
    qtbot.waitUntil(lambda: sequences(model)[:1] == [200])
    assert sequences(model) == list(range(200, 100, -1))


def test_a_first_page_that_fails_says_why_and_can_be_tried_again(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.failure = Unavailable("server_unreachable", database="payment")
    with qtbot.waitSignal(model.pager.call_failed):
        model.pager.show_account(ACCOUNT)
    assert model.pager.state is State.FAILED
    assert model.pager.error is ledger.failure
    ledger.failure = None
    model.pager.retry()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    assert model.pager.error is None


def test_a_failed_start_heals_with_the_next_refresh(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.failure = Unavailable("server_unreachable", database="payment")
    with qtbot.waitSignal(model.pager.call_failed):
        model.pager.show_account(ACCOUNT)
    ledger.failure = None
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    assert model.pager.state is State.READY
    assert model.canFetchMore(ROOT)


def test_a_later_page_that_fails_keeps_the_rows_and_asks_no_more_by_itself(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    ledger.failure = Unavailable("server_busy")
    with qtbot.waitSignal(model.pager.call_failed):
        model.fetchMore(ROOT)
    assert model.pager.state is State.MORE_FAILED
    assert model.rowCount() == PAGE
    assert not model.canFetchMore(ROOT)
    ledger.failure = None
    model.pager.retry()
    qtbot.waitUntil(lambda: model.rowCount() == 2 * PAGE)


def test_a_refresh_that_fails_keeps_what_is_shown(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    load(model, qtbot)
    ledger.failure = Unavailable("server_unreachable", database="payment")
    with qtbot.waitSignal(model.pager.call_failed):
        model.pager.refresh()
    assert model.pager.state is State.READY
    assert model.rowCount() == PAGE


def test_an_answer_for_an_account_that_is_no_longer_shown_is_dropped(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.gate.clear()
    model.pager.show_account(ACCOUNT)
    qtbot.waitUntil(lambda: len(ledger.asked) == 1)
    model.pager.show_account(OTHER)
    qtbot.waitUntil(lambda: len(ledger.asked) == 2)
    ledger.gate.set()
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert model.rowCount() == PAGE
    model.pager.show_account(None)
    assert model.rowCount() == 0
    assert model.pager.state is State.IDLE


def test_cells_are_shown_formatted_and_edited_raw(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    del ledger
    load(model, qtbot)
    debit, credit = 0, 1
    assert text(model, debit, Column.WHAT) == "Mona A••••, rent November"
    assert text(model, debit, Column.AMOUNT) == "\u22124,504.50"
    assert text(model, credit, Column.AMOUNT) == "+180.00"
    assert text(model, debit, Column.BALANCE) == "24,860.40"
    edit = Qt.ItemDataRole.EditRole
    assert model.index(debit, Column.WHEN).data(edit) == NEWEST_AT
    assert model.index(debit, Column.WHAT).data(edit) == "Mona A••••"
    assert model.index(debit, Column.AMOUNT).data(edit) == Decimal("-4504.50")
    assert model.index(debit, Column.BALANCE).data(edit) == Decimal("24860.40")
    assert model.index(debit, Column.WHEN).data(Role.LINE) == model.line(0)


def test_a_screen_reader_hears_direction_and_currency(model: HistoryModel, qtbot: QtBot) -> None:
    load(model, qtbot)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.AMOUNT).data(spoken) == "paid 4,504.50 EGP"
    assert model.index(1, Column.AMOUNT).data(spoken) == "received 180.00 EGP"
    assert model.index(0, Column.BALANCE).data(spoken) == "balance 24,860.40 EGP"


def test_hidden_amounts_are_hidden_from_eye_and_ear(model: HistoryModel, qtbot: QtBot) -> None:
    load(model, qtbot)
    model.set_masked(masked=True)
    for column in (Column.AMOUNT, Column.BALANCE):
        assert text(model, 0, column) == "••••••"
        assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) == "hidden"
    model.set_masked(masked=False)
    assert text(model, 0, Column.AMOUNT) == "\u22124,504.50"


def test_a_note_that_looks_like_markup_stays_text_in_its_tool_tip(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    bold = line(251)
    ledger.lines.append(
        Line(**{**{name: getattr(bold, name) for name in bold.__slots__}, "note": "<b>x</b>"})
    )
    load(model, qtbot)
    assert text(model, 0, Column.WHAT) == "Mona A••••, <b>x</b>"
    tip = model.index(0, Column.WHAT).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x&lt;/b&gt;" in tip
    assert "<b>" not in tip


def test_days_begin_and_end_where_the_local_date_changes(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    noon = NEWEST_AT.astimezone().replace(hour=12)
    times = [noon - timedelta(days=1), noon - timedelta(hours=1), noon]
    ledger.lines = [line(number, at=at) for number, at in enumerate(times, start=1)]
    load(model, qtbot, rows=3)
    starts = [model.index(row, 0).data(Role.STARTS_DAY) for row in range(3)]
    ends = [model.index(row, 0).data(Role.ENDS_DAY) for row in range(3)]
    assert starts == [True, False, True]
    assert ends == [False, True, True]


def test_titles_stand_at_the_edge_of_their_cells(model: HistoryModel, qtbot: QtBot) -> None:
    load(model, qtbot)
    role = Qt.ItemDataRole.TextAlignmentRole
    for column in Column:
        title = model.headerData(column, Qt.Orientation.Horizontal, role)
        assert title == model.index(0, column).data(role)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert titles == ["When", "Who and what", "Amount", "Balance"]


def test_what_waits_comes_and_goes_above_and_the_rest_stays_in_place(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.held = [unposted(2), unposted(1)]
    load(model, qtbot, rows=PAGE + 2)
    assert model.waiting_count == 2
    chosen = [QPersistentModelIndex(model.index(row, 0)) for row in (1, 9)]
    starts = [model.index(row, 0).data(Role.STARTS_DAY) for row in range(3)]
    # What waits has days of its own, though all of these are of one.
    assert starts == [True, False, True]
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    ledger.held = [unposted(4), unposted(3), unposted(1)]
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.waiting_count == 3)
    assert [model.line(row).transaction_id.int % 10 for row in range(3)] == [4, 3, 1]
    assert [each.row() for each in chosen] == [2, 10]
    ledger.held = []
    ledger.post(1)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE + 1)
    assert not chosen[0].isValid()
    assert chosen[1].row() == 8
    assert resets == []


def test_a_waiting_payment_that_is_posted_is_on_show_all_the_time(
    model: HistoryModel, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.held = [unposted(1)]
    ledger.lines = []
    load(model, qtbot, rows=1)
    counts: list[int] = []
    for changed in (model.rowsInserted, model.rowsRemoved):
        changed.connect(lambda: counts.append(model.rowCount()))
    ledger.held = []
    ledger.lines = [line(1)]
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.waiting_count == 0)
    assert model.rowCount() == 1
    assert 0 not in counts
