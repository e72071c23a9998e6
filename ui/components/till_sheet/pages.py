"""A till's sheet as pages of paper: head, sums, count, and every slip under heads on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import bidi, date_text, money_text
from ui.components.paper.document import CAPTION, Document, dated
from ui.components.paper.sheet import BODY, MUTED, STRONG, Sheet
from ui.components.till_sheet import till_text
from ui.components.till_sheet.slip_table import SlipTable
from ui.components.till_sheet.sums import sums
from ui.theme import Paper

if TYPE_CHECKING:
    from ui.components.till_sheet.day_sheet import DaySheet
    from ui.components.till_sheet.sums import Sum

#: From the words of a sum to the end of its figure: near enough to be read across.
_SUM_WIDTH = 300
_SIGN_WIDTH = 200


class Pages(Document):
    """A till's sheet laid out for a sheet of paper."""

    def __init__(self, made: DaySheet, sheet: Sheet) -> None:
        figures = made.figures
        super().__init__(
            sheet,
            title=QCoreApplication.translate("till", "Day's sheet of a till"),
            running_head=QCoreApplication.translate("till", "{till}, {day}").format(
                till=till_text.till_name(figures.number, figures.currency),
                day=bidi.own(date_text.date_day(figures.business_day, with_year=True)),
            ),
            made_at=made.made_at,
        )
        self._made = made
        self._figures = figures
        self.lay_facts(self._facts())
        self._lay_sums()
        self._lay_count()
        self._lay_slips()
        self._lay_signatures()

    # Laying out

    def _lay_sums(self) -> None:
        row = self.sheet.line_height(BODY) + Paper.GAP / 2
        words = QCoreApplication.translate("till", "Totals in {currency}").format(
            currency=bidi.ltr(self._figures.currency)
        )
        self.lay_heading(words, above=2 * Paper.GAP, with_next=row)
        for each in sums(self._figures):
            self._lay_sum(each, row)
        for name, value in self._remarks():
            self.lay_words(f"{name}: {value}", below=2)

    def _lay_sum(self, each: Sum, height: float) -> None:
        ink = STRONG if each.is_total else BODY
        is_signed = not each.is_total or each.key == "variance"
        figure = bidi.ltr(money_text.figure(each.money, signed=is_signed))

        def paint(y: float) -> None:
            self.sheet.line(each.words, self.left, y, _SUM_WIDTH, ink)
            at = self.left + _SUM_WIDTH - Paper.REASON
            self.sheet.figure(figure, at, y, Paper.REASON, ink)
            rule = y + height - Paper.GAP / 4
            self.sheet.rule(rule, x=self.left, width=_SUM_WIDTH, role="line")

        self.put(height, paint)

    def _lay_count(self) -> None:
        counts = self._figures.counts
        if counts is None:
            return
        row = self.sheet.line_height(BODY) + 2
        words = QCoreApplication.translate("till", "Counted, by notes and coins")
        self.lay_heading(words, above=2 * Paper.GAP, with_next=row)
        said = QCoreApplication.translate("till", "{pieces} of {denomination}")
        for denomination, pieces in sorted(counts.items(), reverse=True):
            one, all_of_it = (
                bidi.ltr(money_text.figure(Money(each, self._figures.currency)))
                for each in (denomination, denomination * pieces)
            )
            words = said.format(pieces=bidi.ltr(str(pieces)), denomination=one)

            def paint(y: float, words: str = words, total: str = all_of_it) -> None:
                self.sheet.line(words, self.left, y, _SUM_WIDTH, BODY)
                at = self.left + _SUM_WIDTH - Paper.REASON
                self.sheet.figure(total, at, y, Paper.REASON, BODY)

            self.put(row, paint)
        if not counts:
            self.lay_words(QCoreApplication.translate("till", "The drawer was empty."), MUTED)

    def _lay_slips(self) -> None:
        table = SlipTable(self.sheet, self._made)
        rows = [table.row(each) for each in self._made.slips]
        first = table.head_height + (rows[0].height if rows else 0)
        words = QCoreApplication.translate("till", "Slips")
        self.lay_heading(words, above=2 * Paper.GAP, with_next=first)
        if not rows:
            nothing = QCoreApplication.translate("till", "Nothing was done at this till.")
            self.lay_words(nothing, MUTED)
        self.lay_table(table, rows)

    def _lay_signatures(self) -> None:
        """Leave room for whoever signs a closed till's sheet."""
        if self._figures.closed_at is None:
            return
        height = 4 * Paper.LINE + self.sheet.line_height(CAPTION)
        names = (
            QCoreApplication.translate("till", "Teller"),
            QCoreApplication.translate("till", "Supervisor"),
        )

        def paint(y: float) -> None:
            for place, name in enumerate(names):
                x = self.left + place * (_SIGN_WIDTH + 4 * Paper.LINE)
                rule = y + 4 * Paper.LINE
                self.sheet.rule(rule, x=x, width=_SIGN_WIDTH, role="control_line")
                self.sheet.line(name, x, rule + 2, _SIGN_WIDTH, CAPTION)

        self.put(height, paint)

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
            (QCoreApplication.translate("till", "Opened"), dated(figures.opened_at)),
        ]
        if figures.closed_at is None:
            facts.append(
                (
                    QCoreApplication.translate("till", "Closed"),
                    QCoreApplication.translate("till", "not closed yet"),
                )
            )
        else:
            facts.append((QCoreApplication.translate("till", "Closed"), dated(figures.closed_at)))
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
                name=bidi.own(figures.accepted_by or ""), moment=dated(figures.accepted_at)
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
