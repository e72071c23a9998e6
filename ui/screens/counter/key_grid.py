"""Buttons with keys, all equally wide, in as many columns as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.flow_grid import FlowGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.screens.counter.key_button import KeyButton

#: A button gets no wider than this, in logical pixels.
_MAX_WIDTH = 320


class KeyGrid(QWidget):
    """`buttons` in reading order."""

    def __init__(self, buttons: Sequence[KeyButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        widest = max((each.sizeHint().width() for each in buttons), default=0)
        grid = FlowGrid(
            min_width=widest, max_width=max(_MAX_WIDTH, widest), spacing=theme.Spacing.S
        )
        for each in buttons:
            grid.addWidget(each)
        self.setLayout(grid)
