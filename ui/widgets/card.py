"""A white plate on the page's ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme


class Card(QFrame):
    """A plate with a margin; put things into `body`, from top to bottom.

    Attributes:
        body: the card's layout.

    """

    def __init__(self, parent: QWidget | None = None, *, margin: int = theme.Spacing.XL) -> None:
        super().__init__(parent)
        theme.mark(self, surface="card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.Spacing.S)


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """Return a line of one pixel between two things."""
    line = QFrame(parent)
    theme.mark(line, surface="line")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
