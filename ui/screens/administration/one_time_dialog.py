"""A one-time password, shown once, to be handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import bidi, theme
from ui.widgets.button import button
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class OneTimeDialog(PlateDialog):
    """Large letters that can be read out or copied by hand; nothing keeps them once it is closed."""

    def __init__(self, full_name: str, password: str, parent: QWidget) -> None:
        super().__init__(self.tr("One-time password"), parent)
        self.setObjectName("administration.one_time")
        told = self.tr(
            "Hand this to {name}. It is shown only now, and has to be changed at the first sign-in."
        )
        self.body.addWidget(label(told.format(name=bidi.own(full_name)), wraps=True))
        shown = label(bidi.ltr(password), "title", wraps=True)
        shown.setObjectName("administration.one_time.password")
        shown.setAccessibleName(self.tr("One-time password: {password}").format(password=password))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(shown)
        done = button(self.tr("&Done"), "primary")
        done.setObjectName("administration.one_time.done")
        done.clicked.connect(self.accept)
        self.add_button(done)
        done.setDefault(True)
        done.setFocus()
