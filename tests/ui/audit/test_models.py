"""The log's table over pages that a test writes: order, merging, searching on, stopping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from services.errors import Unavailable
from services.values.audit import AuditFilter, AuditLog, AuditPage, AuditRecord, Fact
from tests.pages.finding import PATIENCE_MS, plain
from ui.components.history.columns import State
from ui.screens.audit import record_text
from ui.screens.audit.columns import Column, Role
from ui.screens.audit.model import AuditModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_AT = datetime(2026, 11, 22, 8, 42, 31, tzinfo=UTC)


def record(
    number: int, facts: dict[str, str] | None = None, *, is_sealed: bool = True
) -> AuditRecord:
    return AuditRecord(
        log=AuditLog.PAYMENTS,
        id=number,
        at=_AT + timedelta(seconds=number),
        service="payment",
        event="transfer",
        actor=None,
        actor_name=None,
        session_id=None,
        station="station_1",
        facts=tuple(Fact(key, value) for key, value in (facts or {}).items()),
        is_sealed=is_sealed,
    )


class _Source:
    """Answers from a list of records; a test may hold it back, or have it fail."""

    def __init__(self, *numbers: int) -> None:
        self.records = [record(each) for each in sorted(numbers, reverse=True)]
        self.asked: list[int | None] = []
        self.per_call = 1000
        self.error: Unavailable | None = None
        self.holds_at: int | None = 0
        self.go = Event()

    def page(
        self, *, log: AuditLog, wanted: AuditFilter, before: int | None, limit: int
    ) -> AuditPage:
        del log
        if before == self.holds_at:
            assert self.go.wait(10)
        self.asked.append(before)
        if self.error is not None:
            raise self.error
        older = [each for each in self.records if before is None or each.id < before]
        looked = older[: self.per_call]
        found = [each for each in looked if not wanted.event or each.event == wanted.event]
        found = found[:limit]
        last = found[-1] if len(found) == limit else (looked[-1] if looked else None)
        if last is None or last is self.records[-1]:
            return AuditPage(tuple(found), None)
        return AuditPage(tuple(found), last.id, last.at)


def _model(source: _Source) -> AuditModel:
    model = AuditModel(source)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def _ids(model: QAbstractItemModel) -> list[int]:
    return [model.index(row, 0).data(Role.RECORD).id for row in range(model.rowCount())]


def _wait(qtbot: QtBot, model: AuditModel, *numbers: int) -> None:
    qtbot.waitUntil(lambda: _ids(model) == list(numbers), timeout=PATIENCE_MS)


def test_a_record_that_was_written_late_gets_its_place(qtbot: QtBot) -> None:
    source = _Source(1, 2, 4)
    model = _model(source)
    model.pager.refresh()
    _wait(qtbot, model, 4, 2, 1)
    source.records = [record(each) for each in (6, 5, 4, 3, 2, 1)]
    model.pager.refresh()
    _wait(qtbot, model, 6, 5, 4, 3, 2, 1)


def test_a_record_that_was_sealed_since_says_so(qtbot: QtBot) -> None:
    source = _Source()
    source.records = [record(2, is_sealed=False), record(1)]
    model = _model(source)
    model.pager.refresh()
    _wait(qtbot, model, 2, 1)
    source.records[0] = record(2)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.record(0).is_sealed)


def test_more_than_a_page_of_new_ones_leaves_no_gap(qtbot: QtBot) -> None:
    source = _Source(*range(1, 11))
    model = _model(source)
    model.pager.refresh()
    _wait(qtbot, model, *range(10, 0, -1))
    source.records = [record(each) for each in range(300, 0, -1)]
    model.pager.refresh()
    _wait(qtbot, model, *range(300, 200, -1))
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
        qtbot.waitUntil(lambda: not model.pager.is_loading_more)
    assert _ids(model) == list(range(300, 0, -1))


def test_it_searches_on_through_pages_without_a_match_until_it_is_stopped(qtbot: QtBot) -> None:
    source = _Source(*range(1, 101))
    source.per_call = 10
    model = _model(source)
    model.pager.show(AuditLog.PAYMENTS, AuditFilter(event="rare"))
    assert model.pager.state is State.LOADING
    qtbot.waitUntil(lambda: model.pager.state is State.NO_MATCH, timeout=PATIENCE_MS)
    assert source.asked == [None, *range(91, 1, -10)]
    source.holds_at = 51
    model.pager.show(AuditLog.PAYMENTS, AuditFilter(event="rarer"))
    # The call that is held back is the one after.
    qtbot.waitUntil(lambda: model.pager.searched_to == record(51).at, timeout=PATIENCE_MS)
    assert model.pager.is_searching
    model.pager.stop()
    assert model.pager.is_stopped
    assert not model.canFetchMore(model.index(-1, -1))
    assert model.pager.searched_to == record(51).at
    source.go.set()
    model.pager.go_on()
    qtbot.waitUntil(lambda: model.pager.state is State.NO_MATCH, timeout=PATIENCE_MS)


def test_what_failed_is_tried_again(qtbot: QtBot) -> None:
    source = _Source(1)
    source.error = Unavailable("server_unreachable")
    model = _model(source)
    model.pager.refresh()
    qtbot.waitUntil(lambda: model.pager.state is State.FAILED, timeout=PATIENCE_MS)
    source.error = None
    model.pager.retry()
    _wait(qtbot, model, 1)


@pytest.mark.parametrize(
    ("facts", "about", "details"),
    [
        ({"customer_id": "nobody's id", "reason": "a reason"}, "nobody's id", "a reason"),
        ({"amount": "1234.5", "currency": "EGP"}, "", "1,234.50 EGP"),
        ({"amount": "1234.5"}, "", "1,234.50"),
        ({"amount": "NaN", "currency": "EGP"}, "", "NaN"),
        (
            {
                "transaction_id": "00000000-0000-0000-0000-7f3a92bc11de",
                "failure_code": "an unknown one",
            },
            "7F3A 92BC 11DE",
            "an unknown one",
        ),
        ({"table": "limits", "operation": "UPDATE"}, "limits", "UPDATE"),
        ({}, "", ""),
    ],
)
def test_cells_tell_what_matters(facts: dict[str, str], about: str, details: str) -> None:
    made = record(1, facts)
    assert plain(record_text.about(made)) == about
    assert plain(record_text.details(made)) == details
    for column in Column:
        assert record_text.spoken(made, column)


def test_markup_in_somebody_elses_words_stays_text(qtbot: QtBot) -> None:
    source = _Source()
    source.records = [record(1, {"reason": "<img src=x>"})]
    model = _model(source)
    model.pager.refresh()
    _wait(qtbot, model, 1)
    tip = model.index(0, Column.DETAILS).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip
