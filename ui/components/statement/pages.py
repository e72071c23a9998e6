"""A statement as pages of paper: laid out first, so that each page knows how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from services.values.history import Direction
from ui import bidi, date_text, iban_text, money_text
from ui.components.paper.document import CAPTION, Document
from ui.components.paper.sheet import MUTED, STRONG, Ink, Sheet
from ui.components.statement.table import Kind, Table
from ui.marking import QT_TRANSLATE_NOOP
from ui.theme import Paper, PaperSize, Radius, Weight

if TYPE_CHECKING:
    from services.values.accounts import Account
    from services.values.money import Money
    from ui.components.statement.statement import Statement

_FIGURE = Ink(PaperSize.FIGURE, Weight.SEMIBOLD)
_BOX_HEIGHT = 40


class Pages(Document):
    """A statement laid out for a sheet's size and dots."""

    def __init__(self, statement: Statement, sheet: Sheet) -> None:
        account = statement.account
        super().__init__(
            sheet,
            title=_text(_TITLES[statement.filter.direction]),
            running_head=QCoreApplication.translate("statement", "{account}, {iban}").format(
                account=_name(account), iban=bidi.ltr(iban_text.grouped(account.iban))
            ),
            made_at=statement.made_at,
        )
        self._made = statement
        self.lay_facts(self._facts())
        self.leave(Paper.GAP)
        if statement.moved_money:
            self.put(_BOX_HEIGHT + 2 * Paper.GAP, self._paint_box)
        for sentence in self._remarks():
            self.lay_words(sentence, MUTED)
        self._lay_lines()
        self._lay_waiting()

    # Laying out

    def _lay_lines(self) -> None:
        made = self._made
        if not made.lines:
            self.lay_words(QCoreApplication.translate("statement", "No payments in this period."))
            return
        kind = Kind.WHOLE if made.is_whole else Kind.SELECTION
        table = Table(self.sheet, kind if made.moved_money else Kind.NOT_MADE)
        rows = [table.row(each) for each in made.lines]
        if made.moved_money:
            words = (
                QCoreApplication.translate("statement", "Total")
                if made.is_whole
                else QCoreApplication.translate("statement", "Total of these lines")
            )
            rows.append(table.total(words, made.money_out, made.money_in))
        self.lay_table(table, rows)

    def _lay_waiting(self) -> None:
        if not self._made.waiting:
            return
        table = Table(self.sheet, Kind.WAITING)
        rows = [table.row(each) for each in self._made.waiting]
        self.lay_heading(
            QCoreApplication.translate("statement", "Waiting, not yet taken from the balance"),
            above=3 * Paper.GAP,
            with_next=table.head_height + rows[0].height,
        )
        self.lay_table(table, rows)

    # What is said

    def _facts(self) -> list[tuple[str, str]]:
        made = self._made
        account = made.account
        facts = [
            (QCoreApplication.translate("statement", "Account holder"), bidi.own(made.holder)),
            (QCoreApplication.translate("statement", "Account"), _name(account)),
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
        room = QRectF(self.left, y, self.width, _BOX_HEIGHT)
        self.sheet.fill(room, "accent_soft", Radius.SMALL)
        share = (self.width - 2 * Paper.GAP) / len(sums)
        for place, (words, money) in enumerate(sums):
            x = self.left + Paper.GAP + place * share
            self.sheet.line(words, x + Paper.GAP, y + Paper.GAP, share - Paper.GAP, CAPTION)
            figure = bidi.ltr(money_text.with_currency(money))
            top = y + Paper.GAP + self.sheet.line_height(CAPTION)
            self.sheet.line(
                figure, x + Paper.GAP, top, share - Paper.GAP, self._fitting(figure, share)
            )

    def _fitting(self, figure: str, share: float) -> Ink:
        """Return the largest ink in which a figure fits."""
        fits = self.sheet.width_of(figure, _FIGURE) <= share - 2 * Paper.GAP
        return _FIGURE if fits else STRONG


def _name(account: Account) -> str:
    return bidi.own(account.name or QCoreApplication.translate("statement", "Account"))


def _text(words: str) -> str:
    """Return a text that is marked with QT_TRANSLATE_NOOP, in the person's language."""
    return QCoreApplication.translate("statement", words)


_TITLES = {
    Direction.ALL: QT_TRANSLATE_NOOP("statement", "Account statement"),
    Direction.IN: QT_TRANSLATE_NOOP("statement", "Account statement, money in only"),
    Direction.OUT: QT_TRANSLATE_NOOP("statement", "Account statement, money out only"),
    Direction.NOT_MADE: QT_TRANSLATE_NOOP("statement", "Payments that were not made"),
}
