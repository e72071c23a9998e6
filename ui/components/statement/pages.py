"""A statement as pages of paper: laid out first, so that each page knows how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from services.values.history import Direction
from ui import bidi, date_text, iban_text, money_text
from ui.components.paper.sheet import BODY, MUTED, STRONG, Ink, Sheet
from ui.components.statement.table import Kind, Row, Table
from ui.marking import QT_TRANSLATE_NOOP
from ui.theme import Paper, PaperSize, Radius, Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from services.values.money import Money
    from ui.components.statement.statement import Statement

#: The bank's name: the same in every language.
_BANK = "Mini-InstaPay"
_BRAND = Ink(PaperSize.HEADING, Weight.SEMIBOLD, "accent")
_TITLE = Ink(PaperSize.TITLE, Weight.SEMIBOLD)
_HEADING = Ink(PaperSize.HEADING, Weight.SEMIBOLD)
_FIGURE = Ink(PaperSize.FIGURE, Weight.SEMIBOLD)
_CAPTION = Ink(PaperSize.CAPTION, role="muted")
_FACT_WIDTH = 90
_BOX_HEIGHT = 40
_FOOT_HEIGHT = 24


class Pages:
    """A statement laid out for a sheet's size and dots.

    Attributes:
        count: how many pages there are.

    """

    def __init__(self, statement: Statement, sheet: Sheet) -> None:
        self._made = statement
        self._sheet = sheet
        self._left = float(Paper.MARGIN)
        self._width = sheet.width - 2 * Paper.MARGIN
        self._bottom = sheet.height - Paper.MARGIN - _FOOT_HEIGHT
        self._pages: list[list[tuple[float, Callable[[float], None]]]] = []
        self._y = 0.0
        self._begin_page()
        self._lay_head()
        self._lay_lines()
        self._lay_waiting()

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

    def _begin_page(self) -> None:
        self._pages.append([])
        self._y = float(Paper.MARGIN)
        if len(self._pages) > 1:
            self._put(self._sheet.line_height(_CAPTION) + Paper.GAP, self._paint_running_head)

    def _put(self, height: float, paint: Callable[[float], None]) -> None:
        self._pages[-1].append((self._y, paint))
        self._y += height

    def _lay_head(self) -> None:
        line = self._sheet.line_height
        self._put(line(_BRAND) + Paper.GAP, self._paint_brand)
        self._put(line(_TITLE) + Paper.GAP, self._paint_title)
        for name, value in self._facts():
            words = self._sheet.lay(value, self._width - _FACT_WIDTH)

            def paint(y: float, name: str = name, words: object = words) -> None:
                self._sheet.line(name, self._left, y, _FACT_WIDTH, MUTED)
                room = self._width - _FACT_WIDTH
                self._sheet.write(words, self._left + _FACT_WIDTH, y, room)  # type: ignore[arg-type]

            self._put(words.height + 2, paint)
        self._y += Paper.GAP
        if self._made.moved_money:
            self._put(_BOX_HEIGHT + 2 * Paper.GAP, self._paint_box)
        for sentence in self._remarks():
            self._lay_words(sentence, MUTED)

    def _lay_lines(self) -> None:
        made = self._made
        if not made.lines:
            self._lay_words(
                QCoreApplication.translate("statement", "No payments in this period."), BODY
            )
            return
        kind = Kind.WHOLE if made.is_whole else Kind.SELECTION
        table = Table(self._sheet, kind if made.moved_money else Kind.NOT_MADE)
        rows = [table.row(each) for each in made.lines]
        if made.moved_money:
            words = (
                QCoreApplication.translate("statement", "Total")
                if made.is_whole
                else QCoreApplication.translate("statement", "Total of these lines")
            )
            rows.append(table.total(words, made.money_out, made.money_in))
        self._lay_table(table, rows)

    def _lay_waiting(self) -> None:
        if not self._made.waiting:
            return
        table = Table(self._sheet, Kind.WAITING)
        rows = [table.row(each) for each in self._made.waiting]
        heading = self._sheet.line_height(_HEADING) + Paper.GAP
        # A heading does not stand alone at the foot of a page.
        if self._y + 3 * Paper.GAP + heading + table.head_height + rows[0].height > self._bottom:
            self._begin_page()
        else:
            self._y += 3 * Paper.GAP
        words = QCoreApplication.translate("statement", "Waiting, not yet taken from the balance")
        self._put(heading, lambda y: self._sheet.line(words, self._left, y, self._width, _HEADING))
        self._lay_table(table, rows)

    def _lay_table(self, table: Table, rows: Iterable[Row]) -> None:
        """Put rows under heads, which every page repeats."""
        has_head = False
        for row in rows:
            needed = row.height + (0 if has_head else table.head_height)
            if self._y + needed > self._bottom:
                self._begin_page()
                has_head = False
            if not has_head:
                self._put(table.head_height, table.paint_head)
                has_head = True
            self._put(row.height, lambda y, row=row: table.paint_row(row, y))  # type: ignore[misc]

    def _lay_words(self, text: str, ink: Ink) -> None:
        words = self._sheet.lay(text, self._width, ink)
        self._put(
            words.height + Paper.GAP,
            lambda y: self._sheet.write(words, self._left, y, self._width),
        )

    # What is said

    def _facts(self) -> list[tuple[str, str]]:
        made = self._made
        account = made.account
        facts = [
            (QCoreApplication.translate("statement", "Account holder"), bidi.own(made.holder)),
            (
                QCoreApplication.translate("statement", "Account"),
                bidi.own(account.name or QCoreApplication.translate("statement", "Account")),
            ),
            (
                QCoreApplication.translate("statement", "IBAN"),
                bidi.ltr(iban_text.grouped(account.iban)),
            ),
            (QCoreApplication.translate("statement", "Currency"), bidi.ltr(account.currency)),
            (QCoreApplication.translate("statement", "Period"), self._period()),
        ]
        if made.filter.text.strip():
            facts.append(
                (
                    QCoreApplication.translate("statement", "Only with"),
                    bidi.own(f"“{made.filter.text.strip()}”"),
                )
            )
        return facts

    def _period(self) -> str:
        first, last = (
            bidi.own(date_text.date_day(day, with_year=True))
            for day in (self._made.first_day, self._made.last_day)
        )
        return QCoreApplication.translate("statement", "{first} to {last}").format(
            first=first, last=last
        )

    def _title(self) -> str:
        return _text(_TITLES[self._made.filter.direction])

    def _remarks(self) -> list[str]:
        if not self._made.moved_money:
            return [QCoreApplication.translate("statement", "No money moved by these payments.")]
        if self._made.is_whole:
            return []
        return [
            QCoreApplication.translate(
                "statement",
                "This is a selection: other payments of this period are left out, so that the lines"
                " have no balance after them.",
            )
        ]

    # Painting

    def _paint_brand(self, y: float) -> None:
        sheet = self._sheet
        sheet.line(_BANK, self._left, y, self._width / 2, _BRAND)
        rule = y + sheet.line_height(_BRAND) + 2
        sheet.rule(rule, x=self._left, width=self._width, role="accent", thick=1)

    def _paint_title(self, y: float) -> None:
        self._sheet.line(self._title(), self._left, y + 2, self._width, _TITLE)

    def _paint_running_head(self, y: float) -> None:
        account = self._made.account
        name = bidi.own(account.name or QCoreApplication.translate("statement", "Account"))
        iban = bidi.ltr(iban_text.grouped(account.iban))
        words = QCoreApplication.translate("statement", "{account}, {iban}").format(
            account=name, iban=iban
        )
        self._sheet.line(_BANK, self._left, y, self._width / 3, _CAPTION)
        self._sheet.end_line(words, self._left, y, self._width, _CAPTION)

    def _paint_box(self, y: float) -> None:
        made = self._made
        sums: list[tuple[str, Money]] = [
            (QCoreApplication.translate("statement", "Opening balance"), made.opening)
        ]
        if made.is_whole:
            sums += [
                (QCoreApplication.translate("statement", "Money in"), made.money_in),
                (QCoreApplication.translate("statement", "Money out"), made.money_out),
            ]
        sums.append((QCoreApplication.translate("statement", "Closing balance"), made.closing))
        room = QRectF(self._left, y, self._width, _BOX_HEIGHT)
        self._sheet.fill(room, "accent_soft", Radius.SMALL)
        share = (self._width - 2 * Paper.GAP) / len(sums)
        for place, (words, money) in enumerate(sums):
            x = self._left + Paper.GAP + place * share
            self._sheet.line(words, x + Paper.GAP, y + Paper.GAP, share - Paper.GAP, _CAPTION)
            figure = bidi.ltr(money_text.with_currency(money))
            top = y + Paper.GAP + self._sheet.line_height(_CAPTION)
            self._sheet.line(
                figure, x + Paper.GAP, top, share - Paper.GAP, self._fitting(figure, share)
            )

    def _fitting(self, figure: str, share: float) -> Ink:
        """Return the largest ink in which a figure fits."""
        fits = self._sheet.width_of(figure, _FIGURE) <= share - 2 * Paper.GAP
        return _FIGURE if fits else STRONG

    def _paint_foot(self, number: int) -> None:
        y = self._sheet.height - Paper.MARGIN - self._sheet.line_height(_CAPTION)
        day = date_text.date_day(date_text.local(self._made.made_at).date(), with_year=True)
        moment = bidi.own(f"{day} {date_text.time_of_day(self._made.made_at)}")
        made = QCoreApplication.translate("statement", "Made on {moment}").format(moment=moment)
        self._sheet.line(made, self._left, y, self._width, _CAPTION)
        page = QCoreApplication.translate("statement", "Page {number} of {count}").format(
            number=bidi.ltr(str(number + 1)), count=bidi.ltr(str(self.count))
        )
        self._sheet.end_line(page, self._left, y, self._width, _CAPTION)


def _text(words: str) -> str:
    """Return a text that is marked with QT_TRANSLATE_NOOP, in the person's language."""
    return QCoreApplication.translate("statement", words)


_TITLES = {
    Direction.ALL: QT_TRANSLATE_NOOP("statement", "Account statement"),
    Direction.IN: QT_TRANSLATE_NOOP("statement", "Account statement, money in only"),
    Direction.OUT: QT_TRANSLATE_NOOP("statement", "Account statement, money out only"),
    Direction.NOT_MADE: QT_TRANSLATE_NOOP("statement", "Payments that were not made"),
}
