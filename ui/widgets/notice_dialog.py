"""A dialog with a heading, something below it, and a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label
from ui.widgets.scrim import Scrim


class NoticeDialog(QDialog):
    """Stands over its window, which is shaded meanwhile. Esc and Ctrl+W close it.

    Attributes:
        body: what stands between heading and buttons, from top to bottom.

    """

    def __init__(self, heading: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        hint = Qt.WindowType
        # It has no use for being minimised or maximised.
        self.setWindowFlags(
            hint.Dialog
            | hint.CustomizeWindowHint
            | hint.WindowTitleHint
            | hint.WindowCloseButtonHint
        )
        self.setWindowTitle(heading)
        self.setFixedWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.Spacing.S)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.Spacing.M)
        self._buttons.addStretch(1)
        margin = int(theme.Spacing.XL)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(label(heading, "heading", wraps=True))
        column.addLayout(self.body)
        column.addStretch(1)
        column.addLayout(self._buttons)

    def add_button(self, made: QPushButton) -> None:
        """Put a button behind those that are there."""
        self._buttons.addWidget(made)

    def open(self) -> None:
        """Show it, as high as what is in it needs."""
        parent = self.parentWidget()
        if parent is not None:
            Scrim(parent.window(), self)
        self.fit()
        super().open()

    def fit(self) -> None:
        """Be as high as what is in it needs now."""
        self.ensurePolished()
        column = self.layout()
        assert column is not None
        column.activate()
        self.setFixedHeight(
            max(column.totalHeightForWidth(self.width()), column.totalMinimumSize().height())
        )
