"""A paper of one page or many: laid out first, so that each page knows how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from ui import bidi, date_text
from ui.components.paper.sheet import BODY, MUTED, Ink, Sheet
from ui.theme import Paper, PaperSize, Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

#: The bank's name: the same in every language.
BANK = "Mini-InstaPay"
BRAND = Ink(PaperSize.HEADING, Weight.SEMIBOLD, "accent")
TITLE = Ink(PaperSize.TITLE, Weight.SEMIBOLD)
HEADING = Ink(PaperSize.HEADING, Weight.SEMIBOLD)
CAPTION = Ink(PaperSize.CAPTION, role="muted")
_FACT_WIDTH = 90
_FOOT_HEIGHT = 24


class TableRow(Protocol):
    """A row that is laid out; `height` in points."""

    @property
    def height(self) -> float:
        """What it takes, in points."""


_Row = TypeVar("_Row", bound=TableRow)
_PaintedRow_contra = TypeVar("_PaintedRow_contra", bound=TableRow, contravariant=True)


class PaperTable(Protocol[_PaintedRow_contra]):
    """What paints the heads and rows of a table at a place of a page, in points from its upper edge."""

    head_height: float

    def paint_head(self, y: float) -> None:
        """Write the heads of the columns."""

    def paint_row(self, row: _PaintedRow_contra, y: float) -> None:
        """Write a row."""


class Document:
    """The bank's head and a title; below, what those who derive put there; a foot on each page.

    Attributes:
        sheet: what it is laid out for.
        left, width: between the margins, in points.

    """

    def __init__(self, sheet: Sheet, *, title: str, running_head: str, made_at: datetime) -> None:
        """`running_head` says on each page but the first what it is about; `made_at` is UTC."""
        self.sheet = sheet
        self.left = float(Paper.MARGIN)
        self.width = sheet.width - 2 * Paper.MARGIN
        self._running_head = running_head
        self._made_at = made_at
        self._bottom = sheet.height - Paper.MARGIN - _FOOT_HEIGHT
        self._pages: list[list[tuple[float, Callable[[float], None]]]] = []
        self._y = 0.0
        self._begin_page()
        self.put(sheet.line_height(BRAND) + Paper.GAP, self._paint_brand)
        self.put(
            sheet.line_height(TITLE) + Paper.GAP,
            lambda y: sheet.line(title, self.left, y + 2, self.width, TITLE),
        )

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, number: int) -> None:
        """Paint a page, counted from 0, onto the sheet's painter."""
        for y, paint in self._pages[number]:
            paint(y)
        self._paint_foot(number)

    # Laying out

    def put(self, height: float, paint: Callable[[float], None]) -> None:
        """Put what is `height` points high below the last, or on a new page; `paint` gets its place."""
        self._make_room(height)
        self._place(height, paint)

    def leave(self, height: float) -> None:
        """Leave room."""
        self._y += height

    def lay_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Put names and values, a line each or more."""
        room = self.width - _FACT_WIDTH
        for name, value in facts:
            words = self.sheet.lay(value, room)

            def paint(y: float, name: str = name, words: object = words) -> None:
                self.sheet.line(name, self.left, y, _FACT_WIDTH, MUTED)
                self.sheet.write(words, self.left + _FACT_WIDTH, y, room)  # type: ignore[arg-type] # what `lay` gave

            self.put(words.height + 2, paint)

    def lay_heading(self, words: str, *, above: float, with_next: float) -> None:
        """Put a heading `above` points below the last; it does not stand alone at the foot of a page."""
        height = self.sheet.line_height(HEADING) + Paper.GAP
        if self._y + above + height + with_next > self._bottom:
            self._begin_page()
        else:
            self._y += above
        self.put(height, lambda y: self.sheet.line(words, self.left, y, self.width, HEADING))

    def lay_words(self, text: str, ink: Ink = BODY, *, below: float = Paper.GAP) -> None:
        """Put a sentence, in as many lines as it needs."""
        words = self.sheet.lay(text, self.width, ink)
        # What is left below it need not fit.
        self._make_room(words.height)
        self._place(
            words.height + below, lambda y: self.sheet.write(words, self.left, y, self.width)
        )

    def lay_table(self, table: PaperTable[_Row], rows: Iterable[_Row]) -> None:
        """Put rows under heads, which every page repeats."""
        has_head = False
        for row in rows:
            needed = row.height + (0 if has_head else table.head_height)
            if self._y + needed > self._bottom:
                self._begin_page()
                has_head = False
            if not has_head:
                self._place(table.head_height, table.paint_head)
                has_head = True
            self._place(row.height, lambda y, row=row: table.paint_row(row, y))  # type: ignore[misc]

    def _make_room(self, height: float) -> None:
        if self._y + height > self._bottom:
            self._begin_page()

    def _place(self, height: float, paint: Callable[[float], None]) -> None:
        self._pages[-1].append((self._y, paint))
        self._y += height

    def _begin_page(self) -> None:
        self._pages.append([])
        self._y = float(Paper.MARGIN)
        if len(self._pages) > 1:
            self._place(self.sheet.line_height(CAPTION) + Paper.GAP, self._paint_running_head)

    # Painting

    def _paint_brand(self, y: float) -> None:
        paint_brand(self.sheet, self.left, y, self.width)

    def _paint_running_head(self, y: float) -> None:
        self.sheet.line(BANK, self.left, y, self.width / 3, CAPTION)
        self.sheet.end_line(self._running_head, self.left, y, self.width, CAPTION)

    def _paint_foot(self, number: int) -> None:
        y = self.sheet.height - Paper.MARGIN - self.sheet.line_height(CAPTION)
        made = QCoreApplication.translate("paper", "Made on {moment}")
        self.sheet.line(made.format(moment=dated(self._made_at)), self.left, y, self.width, CAPTION)
        page = QCoreApplication.translate("paper", "Page {number} of {count}").format(
            number=bidi.ltr(str(number + 1)), count=bidi.ltr(str(self.count))
        )
        self.sheet.end_line(page, self.left, y, self.width, CAPTION)


def paint_brand(sheet: Sheet, left: float, y: float, width: float) -> float:
    """Write the bank's name, with a line under it; return where that is."""
    sheet.line(BANK, left, y, width / 2, BRAND)
    rule = y + sheet.line_height(BRAND) + 2
    sheet.rule(rule, x=left, width=width, role="accent", thick=1)
    return rule


def dated(moment: datetime) -> str:
    """Return day and time, always with the year: paper is kept for years."""
    day = date_text.date_day(date_text.local(moment).date(), with_year=True)
    return bidi.own(f"{day} {date_text.time_of_day(moment)}")
