"""Says when to look again, as something changed for this person elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui import tasks

if TYPE_CHECKING:
    from services.live import Following, LiveService

#: News that follow closely are looked at together: an account that is paid all the time must not have
#: each look given up for the next one.
GAP_MS = 500


class LiveUpdates(QObject):
    """Hears of news from `start` to `stop`.

    Signals:
        due(): look again: at once after the first news, then every half second at most.

    """

    due = Signal()

    def __init__(self, service: LiveService, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._following: Following | None = None
        self._has_more = False
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.setInterval(GAP_MS)
        self._gap.timeout.connect(self._on_gap)

    def start(self) -> None:
        """Listen from now on."""
        self.stop()
        following = self._following = self._service.follow(
            on_news=tasks.ringer(self, self._on_news)
        )
        self.destroyed.connect(lambda _gone=None: following.stop())

    def stop(self) -> None:
        """Listen no longer."""
        following, self._following = self._following, None
        if following is not None:
            following.stop()
        self._gap.stop()
        self._has_more = False

    def _on_news(self) -> None:
        if self._following is None:
            return
        if self._gap.isActive():
            self._has_more = True
            return
        self._gap.start()
        self.due.emit()

    def _on_gap(self) -> None:
        if self._has_more:
            self._has_more = False
            self._gap.start()
            self.due.emit()
