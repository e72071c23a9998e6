"""The journey whose first history pages are timed: from the click that asks for one until it is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from bench.journeys import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractButton, QTableView

    from bench.driven import Drive, Wait

#: So many pages are timed, after one that only warms up.
PAGES = 20
_REST_S = 0.2


class _Painted(QObject):
    """Knows when a table had painted the first rows that came after `arm`."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._is_new = False
        self.at = 0.0
        table.model().modelReset.connect(self._on_reset)
        table.viewport().installEventFilter(self)

    def arm(self) -> None:
        """Wait for the next page."""
        self._is_new, self.at = False, 0.0

    def _on_reset(self) -> None:
        self._is_new = self._table.model().rowCount() > 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._is_new and not self.at:
            self._is_new = False
            # Behind the paint events that are under way.
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self.at = time.perf_counter()


def pages(drive: Drive) -> Iterator[Wait]:
    """Sign in, then look at what came in only and at all of it again, in turn; the latter is timed."""
    yield from sign_in(drive)
    yield _REST_S
    table: QTableView = drive.find("history.table")
    painted = _Painted(table)
    took_ms: list[float] = []
    for number in range(PAGES + 1):
        for value in ("in", "all"):
            choice: QAbstractButton = drive.find(f"history.direction.{value}")
            painted.arm()
            start = time.perf_counter()
            choice.click()
            yield lambda: painted.at
            if value == "all" and number > 0:
                took_ms.append((painted.at - start) * 1_000)
            yield _REST_S
    drive.tell(took_ms=took_ms)
    yield lambda: False
