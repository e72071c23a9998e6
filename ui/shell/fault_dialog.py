"""The dialog of a fault of ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from services.errors import Unexpected
from ui import error_text, theme
from ui.widgets.button import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

_DIALOG_WIDTH = 420


class FaultDialog(QDialog):
    """Tells of a fault of ours, with the reference that ties it to the log."""

    def __init__(self, reference: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message.fault")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(_DIALOG_WIDTH)
        sentence = label(
            error_text.sentence(Unexpected("unexpected", reference=reference)), wraps=True
        )
        sentence.setObjectName("message.fault_text")
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button(self.tr("Close"), "primary")
        close.setObjectName("message.fault_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.S)
        words.addWidget(label(self.tr("Something went wrong"), "heading"))
        words.addWidget(sentence)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.L)
        row.addWidget(IconLabel("error", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.XL)
        column.addLayout(row)
        column.addLayout(buttons)
        self.ensurePolished()
        self.setFixedHeight(column.heightForWidth(_DIALOG_WIDTH))
