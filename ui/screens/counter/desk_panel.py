"""The panel beside the customer's page: one form at a time, under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui import theme
from ui.screens.counter.scrolling import scrolling
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.components.desk_form import DeskForm

#: In logical pixels; where the window is small, what is beside it needs more.
_WIDTHS = {True: 340, False: 316}
_MARGIN = int(theme.Spacing.L)


class DeskPanel(QFrame):
    """Holds forms that are made once and kept; Esc takes the form away. Its host shows and hides it.

    Signals:
        changed(): another form is in the panel, or none is any more.

    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.panel")
        theme.mark(self, surface="card")
        self.set_roomy(roomy=True)
        self._shown: DeskForm | None = None
        self._back_to: QWidget | None = None
        self._title = label("", "heading", wraps=True)
        self._title.setObjectName("counter.panel.title")
        self._close = IconButton("close", self.tr("Close (Esc)"))
        self._close.setObjectName("counter.panel.close")
        self._close.clicked.connect(self.put_away)
        # Not a stacked layout, which would make each form as high as the highest.
        forms = QWidget()
        self._forms = QVBoxLayout(forms)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._holders: dict[DeskForm, QWidget] = {}
        self._area = scrolling(forms, "counter.panel.form")
        head = QHBoxLayout()
        # The same at both sides: margins do not mirror.
        head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, theme.Spacing.S)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.hide()

    def set_roomy(self, *, roomy: bool) -> None:
        """Be as wide as there is room for."""
        self.setFixedWidth(_WIDTHS[roomy])

    @property
    def form(self) -> DeskForm | None:
        """The form that is wanted; None where none is."""
        return self._shown

    @property
    def tab_stop(self) -> QWidget:
        """What Tab goes to first."""
        return self._close

    def add(self, form: DeskForm) -> None:
        """Take a new form in."""
        holder = self._holders[form] = QWidget()
        holder.hide()
        column = QVBoxLayout(holder)
        # Above, too, there is room for a ring of focus.
        column.setContentsMargins(_MARGIN, theme.Spacing.XS, _MARGIN, _MARGIN)
        column.addWidget(form)
        self._forms.addWidget(holder)

    def bring(self, form: DeskForm) -> None:
        """Show a form that was taken in."""
        if self._shown is None:
            self._back_to = QApplication.focusWidget()
        self._shown = form
        for each, holder in self._holders.items():
            holder.setVisible(each is form)
        self._area.verticalScrollBar().setValue(0)
        self.retitle()
        self.changed.emit()

    def retitle(self) -> None:
        """Head the panel as its form is called now."""
        if self._shown is not None:
            self._title.setText(self._shown.title)
            self.setAccessibleName(self._shown.title)

    def put_away(self) -> bool:
        """Show nothing any more; focus goes back to where it was. Tells whether anything was shown."""
        if self._shown is None:
            return False
        if not self._shown.may_leave():
            return True
        self._shown = None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        back_to, self._back_to = self._back_to, None
        self.changed.emit()
        if had_focus and back_to is not None and isValid(back_to) and back_to.isVisible():
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_focus(self) -> None:
        """Have keys go on where they went in the form before."""
        if self._shown is not None:
            last: QWidget | None = self._shown.focusWidget()
            (last if last is not None else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the form away at Esc."""
        if event.key() != Qt.Key.Key_Escape or not self.put_away():
            super().keyPressEvent(event)
