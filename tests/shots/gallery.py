"""Every shared widget in each of its states, on a few pages: photographed by `make shots`.

The same pages are compared pixel by pixel with committed references (`tests/pictures`). A new
widget gets its line in `PAGES`; `tests/ui/test_gallery.py` misses it otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from tests.shots import specimens, specimens_said
from ui import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from tests.shots.studio import Studio

_WIDTH = 1280
_CAPTIONS = 120
_STATES = ("at rest", "under the pointer", "pressed", "keyboard focus", "disabled", "more")


@dataclass(frozen=True)
class Page:
    """One page: its name, and what makes it."""

    name: str
    make: Callable[[], QWidget]

    def picture(self) -> QPixmap:
        """Return the page as it is drawn now, in the palette and direction in force."""
        page = self.make()
        page.setFixedWidth(_WIDTH)
        page.show()
        page.activateWindow()
        field = page.findChild(QLineEdit)
        if field is not None:
            field.setFocus()
            QTest.qWaitForWindowActive(page)
        layout = page.layout()
        assert layout is not None
        # Qt tells -1 where nothing depends on the width.
        height = layout.heightForWidth(_WIDTH)
        page.setFixedHeight(height if height > 0 else layout.sizeHint().height())
        drawn = page.grab()
        page.close()
        page.deleteLater()
        return drawn


def _page(**rows: list[QWidget]) -> QWidget:
    """Return a page with a row of things to each name."""
    made = QFrame()
    theme.mark(made, surface="page")
    column = QVBoxLayout(made)
    column.setContentsMargins(
        theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL
    )
    column.setSpacing(theme.Spacing.L)
    for name, things in rows.items():
        column.addWidget(label(name.replace("_", " ").capitalize(), "caption"))
        holder = QFrame()
        flow = FlowLayout(holder)
        flow.setSpacing(theme.Spacing.L)
        for thing in things:
            flow.addWidget(thing)
        column.addWidget(holder)
    column.addStretch(1)
    return made


def _buttons() -> QWidget:
    made = QFrame()
    theme.mark(made, surface="page")
    grid = QGridLayout(made)
    grid.setContentsMargins(theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL)
    grid.setHorizontalSpacing(theme.Spacing.XL)
    grid.setVerticalSpacing(theme.Spacing.M)
    for column, state in enumerate(_STATES, 1):
        grid.addWidget(label(state, "caption"), 0, column)
    for row, (name, things) in enumerate(specimens.buttons().items(), 1):
        caption = label(name, "caption")
        caption.setMinimumWidth(_CAPTIONS)
        grid.addWidget(caption, row, 0)
        for column, thing in enumerate(things, 1):
            holder = QFrame()
            line = QVBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(thing, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(holder, row, column)
    grid.setColumnStretch(len(_STATES) + 1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return made


PAGES = (
    Page("buttons", _buttons),
    Page(
        "fields",
        lambda: _page(
            text=specimens.text_fields(),
            amounts_passwords_and_choices=specimens.special_fields(),
            payee=specimens.payee_fields(),
        ),
    ),
    Page(
        "words",
        lambda: _page(
            words=specimens_said.kinds_of_words(),
            money=specimens_said.amounts(),
            facts=specimens_said.facts(),
            badges=specimens_said.badges(),
            icons=specimens_said.icons(),
        ),
    ),
    Page(
        "notes",
        lambda: _page(
            banners=specimens_said.banners(),
            errors=specimens_said.errors(),
            toasts=specimens_said.toasts(),
            under_way=specimens_said.under_way(),
            nothing_to_show=specimens_said.nothing_to_show(),
        ),
    ),
    Page(
        "surfaces",
        lambda: _page(
            cards_and_forms=specimens_said.surfaces(),
            side_bar=specimens.side_bar(),
            flows=specimens_said.flows(),
            over_a_page=specimens_said.over_a_page(),
            menu=specimens_said.menu(),
        ),
    ),
)


def play_gallery(studio: Studio) -> None:
    """Photograph each page."""
    for page in PAGES:
        studio.keep(f"gallery-{page.name}", page.picture())
