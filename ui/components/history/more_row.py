"""What stands below the last loaded row: older payments are coming, are searched, or did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import bidi, date_text, error_text, theme
from ui.components.history.columns import State
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from ui.components.history.paging import Paging

#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250


class MoreRow(QWidget):
    """Hidden while there is nothing to say; `loading` names what is coming.

    Signals:
        retry_requested(): older payments did not come, and somebody wants them.
        stop_requested(): somebody has had enough of searching.
        go_on_requested(): somebody wants it to go on.

    """

    retry_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, name: str, *, loading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._loading_words = loading or self.tr("Loading older payments…")
        self._spinner = Spinner("muted")
        self._words = label("", "caption")
        self._words.setObjectName(f"{name}.progress")
        self._error = InlineError()
        self._error.setObjectName(f"{name}.error")
        self._retry = button(self.tr("Try again"))
        self._retry.setObjectName(f"{name}.retry")
        self._retry.clicked.connect(self.retry_requested)
        self._stop = button(self.tr("Stop"), "link")
        self._stop.setObjectName(f"{name}.stop")
        self._stop.clicked.connect(self.stop_requested)
        self._go_on = button(self.tr("Search on"), "link")
        self._go_on.setObjectName(f"{name}.go_on")
        self._go_on.clicked.connect(self.go_on_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._spinner)
        row.addWidget(self._words)
        row.addWidget(self._error, 1)
        for choice in (self._retry, self._stop, self._go_on):
            row.addWidget(choice)
        row.addStretch()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOWN_AFTER_MS)
        self._later.timeout.connect(self._on_later)
        self._show_error(None)
        self._be_quiet()

    def tell(self, pager: Paging[Any, Any]) -> None:
        """Say what a pager is doing: how far a search is, what failed, or nothing."""
        error = pager.error if pager.state is State.MORE_FAILED else None
        self._show_error(error)
        self._words.setText(self._progress(pager))
        self._stop.setVisible(pager.is_searching and not pager.is_stopped)
        is_stopped = pager.is_searching and pager.is_stopped
        self._go_on.setVisible(is_stopped)
        if is_stopped:
            self._later.stop()
            self._spinner.hide()
            self._words.show()
            self.show()
        elif pager.is_loading_more:
            # A search is many short calls: it is one wait to whoever looks.
            if not self._later.isActive() and not self._spinner.isVisible():
                self._later.start()
        else:
            self._be_quiet()
        if error is not None:
            self.show()

    def _progress(self, pager: Paging[Any, Any]) -> str:
        if not pager.is_searching:
            return self._loading_words
        if pager.searched_to is None:
            return self.tr("Searching…")
        day = bidi.own(date_text.calendar_day(pager.searched_to))
        if pager.is_stopped:
            return self.tr("Stopped. Everything since {day} was searched.").format(day=day)
        return self.tr("Searching… everything since {day} is done.").format(day=day)

    def _show_error(self, error: InstaPayError | None) -> None:
        self._retry.setVisible(error is not None)
        if error is None:
            self._error.clear()
        else:
            self._error.tell(error_text.sentence(error), focus=False)

    def _be_quiet(self) -> None:
        self._later.stop()
        for part in (self._spinner, self._words, self._stop, self):
            part.hide()

    def _on_later(self) -> None:
        for part in (self._spinner, self._words, self):
            part.show()
