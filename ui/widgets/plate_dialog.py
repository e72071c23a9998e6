"""A dialog that is one white plate over its shaded window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import actions, theme
from ui.widgets.button import button
from ui.widgets.labels import label
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 460


class PlateDialog(QDialog):
    """A heading, `body`, and buttons; Esc and the window's close mean no.

    Attributes:
        body: the layout between the heading and the buttons.

    """

    def __init__(
        self,
        heading: str,
        parent: QWidget,
        *,
        width: int = WIDTH,
        below: Sequence[QWidget] = (),
    ) -> None:
        """`below` stands close below the heading."""
        super().__init__(parent)
        hint = Qt.WindowType
        # A question has no use for being minimised or maximised.
        self.setWindowFlags(
            hint.Dialog
            | hint.CustomizeWindowHint
            | hint.WindowTitleHint
            | hint.WindowCloseButtonHint
        )
        self.setWindowTitle(heading)
        plate = QFrame()
        theme.mark(plate, surface="side")
        plate.setFixedWidth(width)
        margin = theme.Spacing.XL
        column = QVBoxLayout(plate)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        head = QVBoxLayout()
        head.setSpacing(theme.Spacing.XS)
        for each in (label(heading, "title", wraps=True), *below):
            head.addWidget(each)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.Spacing.S)
        column.addLayout(self.body)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.Spacing.M)
        self._buttons.addStretch()
        column.addSpacing(theme.Spacing.S)
        column.addLayout(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # As high as its words, also when some come; Qt would stop at two thirds of the screen.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        outer.addWidget(plate)
        actions.bind(self, actions.Action.CLOSE, self.reject)
        self.finished.connect(self.deleteLater)

    def add_button(self, made: QPushButton) -> None:
        """Put a button at the end of the row."""
        self._buttons.addWidget(made)

    def open(self) -> None:
        """Show it over its window, which is shaded and does not answer meanwhile."""
        parent = self.parentWidget()
        if parent is not None:
            Scrim(parent.window(), self)
        super().open()


def question(heading: str, text: str, yes: str, *, name: str, parent: QWidget) -> PlateDialog:
    """Return a dialog that asks before something goes away; `accepted` is yes, Cancel has focus.

    Its buttons are named ``<name>.yes`` and ``<name>.cancel``.
    """
    dialog = PlateDialog(heading, parent)
    dialog.setObjectName(f"{name}.dialog")
    dialog.body.addWidget(label(text, wraps=True))
    cancel = button(QCoreApplication.translate("PlateDialog", "&Cancel"))
    cancel.setObjectName(f"{name}.cancel")
    cancel.clicked.connect(dialog.reject)
    confirm = button(yes, "danger")
    confirm.setObjectName(f"{name}.yes")
    confirm.clicked.connect(dialog.accept)
    dialog.add_button(cancel)
    dialog.add_button(confirm)
    cancel.setDefault(True)
    cancel.setFocus()
    return dialog
