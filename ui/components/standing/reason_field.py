"""Why something is done: the usual reasons by one press, or any other one typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from services.values.standing import MAX_REASON
from ui import theme
from ui.widgets.button import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from collections.abc import Sequence


class ReasonField(QWidget):
    """A line of text, and below it buttons that fill it; they are named ``<name>.<number>``.

    Attributes:
        edit: the line.

    Signals:
        edited(): the reason is another one.

    """

    edited = Signal()

    def __init__(self, name: str, usual: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._buttons: list[QPushButton] = []
        self.edit = LeadingEdit()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(MAX_REASON)
        self.edit.textChanged.connect(self.edited)
        self._flow = FlowLayout()
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(theme.Spacing.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self.edit)
        column.addLayout(self._flow)
        # As high as its lines, and no higher.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.edit)
        self.offer(usual)

    @property
    def text(self) -> str:
        """The reason, without blanks around it."""
        return self.edit.text().strip()

    def clear(self) -> None:
        """Forget it."""
        self.edit.clear()

    def offer(self, usual: Sequence[str]) -> None:
        """Offer other usual reasons."""
        while len(self._buttons) < len(usual):
            made = button("", "chip", parent=self)
            made.setObjectName(f"{self._name}.{len(self._buttons) + 1}")
            made.clicked.connect(partial(self._fill, made))
            # Made later than what stands below, but reached before it.
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self.edit, made)
            self._buttons.append(made)
            self._flow.addWidget(made)
        for number, made in enumerate(self._buttons):
            made.setVisible(number < len(usual))
            made.setText(usual[number] if number < len(usual) else "")

    def _fill(self, pressed: QPushButton) -> None:
        self.edit.setText(pressed.text())
        self.edit.setFocus()
