"""A one-time password of somebody on the staff, shown once, to be handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.standing.slip_view import SlipView
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.components.standing.slip_paper import Slip


class OneTimeDialog(PlateDialog):
    """The slip that customers get too, over the list of people; leaving it unprinted is asked about."""

    def __init__(self, slip: Slip, parent: QWidget) -> None:
        super().__init__(self.tr("One-time password"), parent)
        self.setObjectName("administration.one_time")
        self._view = SlipView()
        self._view.finished.connect(self.accept)
        self.body.addWidget(self._view)
        self._view.show_slip(slip)
        self._view.setFocus()

    def reject(self) -> None:
        """Close; a password that nobody has printed is asked about first."""
        if self._view.is_open:
            self._view.leave()
        else:
            super().reject()
