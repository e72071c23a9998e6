"""A white plate on the page's ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import properties, theme


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


def centred(card: Card) -> QScrollArea:
    """Return a page with `card` in its middle, which scrolls where there is too little room."""
    page = QFrame()
    theme.mark(page, surface="page")
    column = QVBoxLayout(page)
    # In a row of its own rather than aligned: an aligned item is given too little height for
    # its wrapped lines.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    area = QScrollArea()
    theme.mark(area, surface="page")
    area.setWidgetResizable(True)
    properties.put(area, focusPolicy="NoFocus")
    area.setWidget(page)
    return area


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """Return a line of one pixel between two things."""
    line = QFrame(parent)
    theme.mark(line, surface="line")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def page_area(parent: QWidget) -> tuple[QScrollArea, QWidget]:
    """Return an area that scrolls a page up and down and is no stop of Tab itself, and the page in it.

    The page is empty yet: what is put into it later is made in it.
    """
    area = QScrollArea(parent)
    theme.mark(area, surface="page")
    area.setWidgetResizable(True)
    properties.put(area, focusPolicy="NoFocus", horizontalScrollBarPolicy="ScrollBarAlwaysOff")
    page = QWidget(area.viewport())
    theme.mark(page, surface="page")
    area.setWidget(page)
    return area, page
