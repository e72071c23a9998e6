"""A till's sheet as pages of paper: head, sums, count, and every slip under heads on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import bidi, date_text, money_text
from ui.components.paper.sheet import BODY, MUTED, STRONG, Ink, Sheet
from ui.components.till_sheet import till_text
from ui.components.till_sheet.slip_table import SlipTable
from ui.components.till_sheet.sums import sums
from ui.theme import Paper, PaperSize, Weight

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.components.till_sheet.day_sheet import DaySheet
    from ui.components.till_sheet.sums import Sum

#: The bank's name: the same in every language.
_BANK = "Mini-InstaPay"
_BRAND = Ink(PaperSize.HEADING, Weight.SEMIBOLD, "accent")
_TITLE = Ink(PaperSize.TITLE, Weight.SEMIBOLD)
_HEADING = Ink(PaperSize.HEADING, Weight.SEMIBOLD)
_CAPTION = Ink(PaperSize.CAPTION, role="muted")
_FACT_WIDTH = 90
_FOOT_HEIGHT = 24
#: From the words of a sum to the end of its figure: near enough to be read across.
_SUM_WIDTH = 300
_SIGN_WIDTH = 200


class Pages:
    """A till's sheet laid out for a sheet of paper.

    Attributes:
        count: how many pages there are.

    """

    def __init__(self, made: DaySheet, sheet: Sheet) -> None:
        self._made = made
        self._figures = made.figures
        self._sheet = sheet
        self._left = float(Paper.MARGIN)
        self._width = sheet.width - 2 * Paper.MARGIN
        self._bottom = sheet.height - Paper.MARGIN - _FOOT_HEIGHT
        self._pages: list[list[tuple[float, Callable[[float], None]]]] = []
        self._y = 0.0
        self._begin_page()
        self._lay_head()
        self._lay_sums()
        self._lay_count()
        self._lay_slips()
        self._lay_signatures()

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

    def _make_room(self, height: float) -> None:
        if self._y + height > self._bottom:
            self._begin_page()

    def _lay_head(self) -> None:
        line = self._sheet.line_height
        self._put(line(_BRAND) + Paper.GAP, self._paint_brand)
        title = QCoreApplication.translate("till", "Day's sheet of a till")
        self._put(
            line(_TITLE) + Paper.GAP,
            lambda y: self._sheet.line(title, self._left, y + 2, self._width, _TITLE),
        )
        for name, value in self._facts():
            words = self._sheet.lay(value, self._width - _FACT_WIDTH)

            def paint(y: float, name: str = name, words: object = words) -> None:
                self._sheet.line(name, self._left, y, _FACT_WIDTH, MUTED)
                room = self._width - _FACT_WIDTH
                self._sheet.write(words, self._left + _FACT_WIDTH, y, room)  # type: ignore[arg-type] # what `lay` gave

            self._put(words.height + 2, paint)

    def _lay_heading(self, words: str, *, with_next: float) -> None:
        """Put a heading, which does not stand alone at the foot of a page."""
        height = self._sheet.line_height(_HEADING) + Paper.GAP
        self._make_room(2 * Paper.GAP + height + with_next)
        self._y += 2 * Paper.GAP
        self._put(height, lambda y: self._sheet.line(words, self._left, y, self._width, _HEADING))

    def _lay_sums(self) -> None:
        row = self._sheet.line_height(BODY) + Paper.GAP / 2
        words = QCoreApplication.translate("till", "Totals in {currency}").format(
            currency=bidi.ltr(self._figures.currency)
        )
        self._lay_heading(words, with_next=row)
        for each in sums(self._figures):
            self._lay_sum(each, row)
        for name, value in self._remarks():
            laid = self._sheet.lay(f"{name}: {value}", self._width)
            self._make_room(laid.height)
            self._put(
                laid.height + 2,
                lambda y, laid=laid: self._sheet.write(laid, self._left, y, self._width),  # type: ignore[misc]
            )

    def _lay_sum(self, each: Sum, height: float) -> None:
        ink = STRONG if each.is_total else BODY
        is_signed = not each.is_total or each.key == "variance"
        figure = bidi.ltr(money_text.figure(each.money, signed=is_signed))

        def paint(y: float) -> None:
            self._sheet.line(each.words, self._left, y, _SUM_WIDTH, ink)
            at = self._left + _SUM_WIDTH - Paper.REASON
            self._sheet.figure(figure, at, y, Paper.REASON, ink)
            rule = y + height - Paper.GAP / 4
            self._sheet.rule(rule, x=self._left, width=_SUM_WIDTH, role="line")

        self._make_room(height)
        self._put(height, paint)

    def _lay_count(self) -> None:
        counts = self._figures.counts
        if counts is None:
            return
        row = self._sheet.line_height(BODY) + 2
        words = QCoreApplication.translate("till", "Counted, by notes and coins")
        self._lay_heading(words, with_next=row)
        said = QCoreApplication.translate("till", "{pieces} of {denomination}")
        for denomination, pieces in sorted(counts.items(), reverse=True):
            one, all_of_it = (
                bidi.ltr(money_text.figure(Money(each, self._figures.currency)))
                for each in (denomination, denomination * pieces)
            )
            words = said.format(pieces=bidi.ltr(str(pieces)), denomination=one)

            def paint(y: float, words: str = words, total: str = all_of_it) -> None:
                self._sheet.line(words, self._left, y, _SUM_WIDTH, BODY)
                at = self._left + _SUM_WIDTH - Paper.REASON
                self._sheet.figure(total, at, y, Paper.REASON, BODY)

            self._make_room(row)
            self._put(row, paint)
        if not counts:
            self._lay_words(QCoreApplication.translate("till", "The drawer was empty."))

    def _lay_slips(self) -> None:
        table = SlipTable(self._sheet, self._made)
        rows = [table.row(each) for each in self._made.slips]
        first = table.head_height + (rows[0].height if rows else 0)
        words = QCoreApplication.translate("till", "Slips")
        self._lay_heading(words, with_next=first)
        if not rows:
            self._lay_words(QCoreApplication.translate("till", "Nothing was done at this till."))
            return
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

    def _lay_signatures(self) -> None:
        """Leave room for whoever signs a closed till's sheet."""
        if self._figures.closed_at is None:
            return
        height = 4 * Paper.LINE + self._sheet.line_height(_CAPTION)
        self._make_room(height)
        names = (
            QCoreApplication.translate("till", "Teller"),
            QCoreApplication.translate("till", "Supervisor"),
        )

        def paint(y: float) -> None:
            for place, name in enumerate(names):
                x = self._left + place * (_SIGN_WIDTH + 4 * Paper.LINE)
                rule = y + 4 * Paper.LINE
                self._sheet.rule(rule, x=x, width=_SIGN_WIDTH, role="control_line")
                self._sheet.line(name, x, rule + 2, _SIGN_WIDTH, _CAPTION)

        self._put(height, paint)

    def _lay_words(self, text: str) -> None:
        words = self._sheet.lay(text, self._width, MUTED)
        self._make_room(words.height)
        self._put(
            words.height + Paper.GAP,
            lambda y: self._sheet.write(words, self._left, y, self._width),
        )

    # What is said

    def _facts(self) -> list[tuple[str, str]]:
        figures = self._figures
        facts = [
            (QCoreApplication.translate("till", "Teller"), bidi.own(figures.teller)),
            (
                QCoreApplication.translate("till", "Till"),
                till_text.till_name(figures.number, figures.currency),
            ),
            (
                QCoreApplication.translate("till", "Day"),
                bidi.own(date_text.date_day(figures.business_day, with_year=True)),
            ),
            (QCoreApplication.translate("till", "Opened"), _moment(figures.opened_at)),
        ]
        if figures.closed_at is None:
            facts.append(
                (
                    QCoreApplication.translate("till", "Closed"),
                    QCoreApplication.translate("till", "not closed yet"),
                )
            )
        else:
            facts.append((QCoreApplication.translate("till", "Closed"), _moment(figures.closed_at)))
        return facts

    def _remarks(self) -> list[tuple[str, str]]:
        figures = self._figures
        found = []
        if figures.variance_reason is not None:
            found.append(
                (
                    QCoreApplication.translate("till", "Why it differs"),
                    bidi.own(figures.variance_reason),
                )
            )
        if figures.accepted_at is not None:
            words = QCoreApplication.translate("till", "{name}, {moment}").format(
                name=bidi.own(figures.accepted_by or ""), moment=_moment(figures.accepted_at)
            )
            found.append((QCoreApplication.translate("till", "Accepted by"), words))
        elif figures.needs_approval:
            found.append(
                (
                    QCoreApplication.translate("till", "Accepted by"),
                    QCoreApplication.translate("till", "nobody yet"),
                )
            )
        return found

    # Painting

    def _paint_brand(self, y: float) -> None:
        sheet = self._sheet
        sheet.line(_BANK, self._left, y, self._width / 2, _BRAND)
        rule = y + sheet.line_height(_BRAND) + 2
        sheet.rule(rule, x=self._left, width=self._width, role="accent", thick=1)

    def _paint_running_head(self, y: float) -> None:
        figures = self._figures
        words = QCoreApplication.translate("till", "{till}, {day}").format(
            till=till_text.till_name(figures.number, figures.currency),
            day=bidi.own(date_text.date_day(figures.business_day, with_year=True)),
        )
        self._sheet.line(_BANK, self._left, y, self._width / 3, _CAPTION)
        self._sheet.end_line(words, self._left, y, self._width, _CAPTION)

    def _paint_foot(self, number: int) -> None:
        y = self._sheet.height - Paper.MARGIN - self._sheet.line_height(_CAPTION)
        made = QCoreApplication.translate("till", "Made on {moment}").format(
            moment=_moment(self._made.made_at)
        )
        self._sheet.line(made, self._left, y, self._width, _CAPTION)
        page = QCoreApplication.translate("till", "Page {number} of {count}").format(
            number=bidi.ltr(str(number + 1)), count=bidi.ltr(str(self.count))
        )
        self._sheet.end_line(page, self._left, y, self._width, _CAPTION)


def _moment(moment: datetime) -> str:
    # A sheet is kept for years: always with its own.
    day = date_text.date_day(date_text.local(moment).date(), with_year=True)
    return bidi.own(f"{day} {date_text.time_of_day(moment)}")
