"""The journey whose stalls are measured: all that somebody does in a day, and a server that hangs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from bench.heartbeat import Heartbeat
from bench.journeys import has_rows, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.driven import Drive, Wait
    from ui.main_window import MainWindow

#: What is scrolled through: at the end of each page the next one is asked for.
_SCROLLING_S = 8.0
_ROWS_A_TURN = 15
_HUNG_S = 8.0
_TYPING_S = 0.12
_REST_S = 1.0


def stalls(drive: Drive) -> Iterator[Wait]:
    """Start, sign in, scroll and filter, pay, go everywhere, and again while the server hangs."""
    beat = Heartbeat()
    beat.start("start")
    yield lambda: drive.ready_at
    yield _REST_S
    beat.enter("sign-in")
    yield from sign_in(drive)
    yield _REST_S
    beat.enter("history")
    yield from _scroll(drive)
    beat.enter("filter")
    yield from _filter(drive)
    beat.enter("screens")
    yield from _go_round(drive)
    beat.enter("transfer")
    yield from _pay(drive)
    beat.enter("server hung")
    drive.tell(please="hang")
    yield 0.3
    yield from _stand_a_hung_server(drive)
    drive.tell(please="go on")
    yield _REST_S
    drive.tell(
        longest={
            phase: {
                "ms": round(stall.ms, 1),
                "cpu_ms": round(stall.cpu_ms, 1),
                "queued_ms": round(stall.queued_ms, 1),
                "seen": stall.seen,
            }
            for phase, stall in beat.longest().items()
        }
    )
    yield lambda: False


def _scroll(drive: Drive) -> Iterator[Wait]:
    """Scroll down without a rest, as a wheel does, then to the top and to the end as keys do."""
    bar = drive.find("history.table").verticalScrollBar()
    until = time.monotonic() + _SCROLLING_S
    while time.monotonic() < until:
        bar.setValue(bar.value() + _ROWS_A_TURN * max(1, bar.singleStep()))
        yield 0.0
    table = drive.find("history.table")
    table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        QTest.keyClick(table, key)
        yield 0.2


def _filter(drive: Drive) -> Iterator[Wait]:
    """Type into the history's filter, letter by letter, and take it away again."""
    field = drive.first(QLineEdit, "history.")
    if field is None:
        return
    field.setFocus()
    for letter in "load customer1":
        QTest.keyClicks(field, letter)
        yield _TYPING_S
    yield _REST_S
    field.clear()
    yield lambda: has_rows(drive)


def _go_round(drive: Drive) -> Iterator[Wait]:
    """Open every screen for the first time, one after the other, and come back."""
    for _ in range(2):
        for item in drive.all(QAbstractButton, "shell.nav."):
            item.click()
            yield 0.5


def _pay(drive: Drive) -> Iterator[Wait]:
    """Fill in a transfer as it is typed, look at it once more, and send it."""
    drive.find("shell.nav.transfer").click()
    yield lambda: drive.find("transfer.from") is not None
    yield lambda: drive.find("transfer.from").count() > 0
    for name, text in (
        ("transfer.to", drive.options["payee"]),
        ("transfer.amount", "12.50"),
        ("transfer.note", "lunch"),
    ):
        field = drive.find(name)
        field.setFocus()
        for letter in text:
            QTest.keyClicks(field, letter)
            yield 0.02
    yield lambda: drive.find("transfer.payee") is not None
    yield drive.can_press("transfer.review")
    drive.find("transfer.review").click()
    yield drive.can_press("confirm.send")
    drive.find("confirm.send").click()
    yield drive.can_press("transfer.new")
    yield _REST_S


def _stand_a_hung_server(drive: Drive) -> Iterator[Wait]:
    """Go on as somebody does who has not noticed."""
    until = time.monotonic() + _HUNG_S
    while time.monotonic() < until:
        for item in drive.all(QAbstractButton, "shell.nav."):
            item.click()
            cast("MainWindow", drive.window).refresh()
            yield 0.5
