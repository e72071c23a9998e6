"""What stands below the last loaded row: older entries are coming, or did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import error_text, theme
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from services.errors import InstaPayError

#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250


class MoreRow(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        retry_requested(): older entries did not come, and somebody wants them.

    """

    retry_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._spinner = Spinner("muted")
        self._words = label(self.tr("Loading older payments…"), "caption")
        self._error = InlineError()
        self._error.setObjectName(f"{name}.error")
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.setObjectName(f"{name}.retry")
        self._retry.clicked.connect(self.retry_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._spinner)
        row.addWidget(self._words)
        row.addWidget(self._error, 1)
        row.addWidget(self._retry)
        row.addStretch()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOWN_AFTER_MS)
        self._later.timeout.connect(self._on_later)
        self.tell(loading=False, error=None)

    def tell(self, *, loading: bool, error: InstaPayError | None) -> None:
        """Say that more is coming, or why it is not; with neither, be hidden."""
        for part in (self._spinner, self._words):
            part.hide()
        self._retry.setVisible(error is not None)
        if error is None:
            self._error.clear()
        else:
            self._error.tell(error_text.sentence(error), focus=False)
        self.setVisible(error is not None)
        if loading:
            self._later.start()
        else:
            self._later.stop()

    def _on_later(self) -> None:
        for part in (self._spinner, self._words, self):
            part.show()
