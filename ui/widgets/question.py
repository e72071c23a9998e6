"""Asks before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.widgets.button import button
from ui.widgets.labels import label
from ui.widgets.notice_dialog import NoticeDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 440


class Question(NoticeDialog):
    """`accepted` is the answer yes. Focus is on Cancel, so that a hasty Enter does nothing.

    The buttons are named ``<name>.yes`` and ``<name>.cancel``.
    """

    def __init__(self, name: str, heading: str, text: str, *, yes: str, parent: QWidget) -> None:
        super().__init__(heading, _WIDTH, parent)
        self.setObjectName(name)
        self.body.addWidget(label(text, wraps=True))
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName(f"{name}.cancel")
        self._cancel.clicked.connect(self.reject)
        sure = button(yes, "danger")
        sure.setObjectName(f"{name}.yes")
        sure.clicked.connect(self.accept)
        self.add_button(self._cancel)
        self.add_button(sure)

    def open(self) -> None:
        """Ask."""
        super().open()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
