"""A button that shows that what it began is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.spinner import Spinner

#: Shorter work needs no sign of life (convention 5 of the design: anything over 300 ms shows one).
_SPINNER_AFTER_MS = 250


class BusyButton(QPushButton):
    """A primary button with a busy state: disabled at once, turning a little later.

    Its width stays the same while it is busy, so that nothing beside it moves.
    """

    def __init__(self, text: str, busy_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not with the constructor: see `button`.
        self.setText(text)
        self._text = text
        self._busy_text = busy_text
        self._is_busy = False
        self._had_focus = False
        self._lent_to: QWidget | None = None
        #: Made when the button is busy for the first time.
        self._spinner: Spinner | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SPINNER_AFTER_MS)
        self._later.timeout.connect(self._on_later)
        theme.mark(self, role="primary")

    @property
    def is_busy(self) -> bool:
        """What it began is under way."""
        return self._is_busy

    def set_idle_text(self, text: str) -> None:
        """Change the words it shows while nothing is under way."""
        self._text = text
        if not self._is_busy:
            self.setText(text)

    def set_busy_text(self, text: str) -> None:
        """Change the words it shows while something is under way, from the next time on."""
        self._busy_text = text

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Begin or end; focus comes back to it unless somebody took it meanwhile."""
        if busy == self._is_busy:
            return
        self._is_busy = busy
        spinner = self._made_spinner()
        if busy:
            self._had_focus = self.hasFocus()
            self.setMinimumWidth(self.width())
            theme.mark(self, busy=True)
            self.setEnabled(False)
            # Qt hands the focus of a disabled widget on.
            self._lent_to = QApplication.focusWidget()
            self._later.start()
            return
        self._later.stop()
        spinner.hide()
        self.setText(self._text)
        self.setMinimumWidth(0)
        self.setEnabled(True)
        theme.mark(self, busy=False)
        lent_to, self._lent_to = self._lent_to, None
        if self._had_focus and QApplication.focusWidget() in {None, lent_to}:
            self.setFocus()

    def _on_later(self) -> None:
        self.setText(self._busy_text)
        spinner = self._made_spinner()
        self._place(spinner)
        spinner.show()

    def _made_spinner(self) -> Spinner:
        if self._spinner is None:
            from ui.widgets.spinner import Spinner  # noqa: PLC0415 (the login paints without it)

            self._spinner = Spinner("on_accent", theme.Control.ICON_SMALL, self)
            self._spinner.hide()
        return self._spinner

    def _place(self, spinner: Spinner) -> None:
        """Put the arc on the leading side, at the height of the words."""
        inset = int(theme.Spacing.M)
        left = self.width() - inset - spinner.width() if self.isRightToLeft() else inset
        spinner.move(left, (self.height() - spinner.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arc in its place."""
        super().resizeEvent(event)
        if self._spinner is not None:
            self._place(self._spinner)
