"""A receipt on the upper half of a page of paper, and as a PDF, which is paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from services.values.counter import CounterKind
from services.values.transfers import TransferStatus
from ui import bidi, iban_text, money_text
from ui.components.paper import papers
from ui.components.paper.document import CAPTION, TITLE, paint_brand
from ui.components.paper.sheet import MUTED, STRONG, Ink, Sheet
from ui.components.receipt.words import (
    moment_on_paper,
    number_of,
    payee_text,
    receipt_number,
    status_text,
)
from ui.marking import QT_TRANSLATE_NOOP
from ui.theme import Paper, PaperSize, Radius, Weight

if TYPE_CHECKING:
    from services.values.counter import Slip

_FIGURE = Ink(PaperSize.TITLE, Weight.SEMIBOLD)
_FACT = Ink(PaperSize.HEADING)
_NAME = Ink(PaperSize.HEADING, role="muted")
_NAME_WIDTH = 120
_BOX_HEIGHT = 46
_SIGNING_ROOM = 44

_TITLES = {
    CounterKind.CASH_IN: QT_TRANSLATE_NOOP("receipt", "Receipt for cash paid in"),
    CounterKind.CASH_OUT: QT_TRANSLATE_NOOP("receipt", "Receipt for cash paid out"),
    CounterKind.TRANSFER: QT_TRANSLATE_NOOP("receipt", "Receipt for a transfer"),
    CounterKind.CORRECTION: QT_TRANSLATE_NOOP("receipt", "Receipt for a correction"),
}


def receipt_pdf(slip: Slip, *, is_copy: bool, is_rtl: bool) -> bytes:
    """Return a receipt as a PDF, A4; blocks. `is_copy` marks all but the first one that is given out."""
    return papers.pdf(
        lambda sheet: ReceiptPages(slip, sheet, is_copy=is_copy),
        title=receipt_number(slip.till_number, slip.number),
        is_rtl=is_rtl,
    )


class ReceiptPages:
    """One page: the bank's head, number and kind, the amount, who and what, and where to sign.

    What was not made says so in place of its kind, so that nobody takes its slip for a receipt.
    """

    count = 1

    def __init__(self, slip: Slip, sheet: Sheet, *, is_copy: bool) -> None:
        self._slip = slip
        self._sheet = sheet
        self._is_copy = is_copy
        self._left = float(Paper.MARGIN)
        self._width = sheet.width - 2 * Paper.MARGIN

    def paint(self, number: int) -> None:
        """Paint the page."""
        assert number == 0
        y = self._paint_head(float(Paper.MARGIN))
        y = self._paint_amount(y)
        y = self._paint_facts(y)
        self._paint_signatures(y + _SIGNING_ROOM)

    def _paint_head(self, y: float) -> float:
        sheet = self._sheet
        rule = paint_brand(sheet, self._left, y, self._width)
        number = QCoreApplication.translate("receipt", "Receipt {number}").format(
            number=number_of(self._slip)
        )
        sheet.end_line(number, self._left, y, self._width, STRONG)
        y = rule + Paper.GAP
        sheet.line(self._title(), self._left, y, self._width, TITLE)
        if self._is_copy:
            self._paint_copy_mark(y)
        return y + sheet.line_height(TITLE) + Paper.GAP

    def _paint_copy_mark(self, y: float) -> None:
        """Write it in a frame: in black and white, colour alone would say nothing."""
        sheet, words = self._sheet, QCoreApplication.translate("receipt", "COPY")
        width = sheet.width_of(words, TITLE) + 4 * Paper.GAP
        height = sheet.line_height(TITLE) + 2
        x = self._left + self._width - width
        sheet.fill(QRectF(x, y, width, height), "text", Radius.SMALL)
        sheet.fill(QRectF(x + 1, y + 1, width - 2, height - 2), "surface", Radius.SMALL)
        sheet.line(words, x + 2 * Paper.GAP, y + 1, width, TITLE)

    def _paint_amount(self, y: float) -> float:
        sheet = self._sheet
        sheet.fill(QRectF(self._left, y, self._width, _BOX_HEIGHT), "accent_soft", Radius.SMALL)
        x = self._left + 2 * Paper.GAP
        sheet.line(
            QCoreApplication.translate("receipt", "Amount"), x, y + Paper.GAP, self._width, MUTED
        )
        figure = bidi.ltr(money_text.with_currency(self._slip.amount))
        top = y + Paper.GAP + sheet.line_height(MUTED)
        sheet.line(figure, x, top, self._width - 4 * Paper.GAP, _FIGURE)
        return y + _BOX_HEIGHT + 2 * Paper.GAP

    def _paint_facts(self, y: float) -> float:
        sheet, room = self._sheet, self._width - _NAME_WIDTH
        for name, value in self._facts():
            words = sheet.lay(value, room, _FACT)
            sheet.line(name, self._left, y, _NAME_WIDTH, _NAME)
            sheet.write(words, self._left + _NAME_WIDTH, y, room)
            y += words.height + Paper.GAP / 2
        return y

    def _facts(self) -> list[tuple[str, str]]:
        slip = self._slip
        facts = [
            (
                QCoreApplication.translate("receipt", "Date and time"),
                bidi.own(moment_on_paper(slip.made_on)),
            ),
            (QCoreApplication.translate("receipt", "Customer"), bidi.own(slip.customer)),
            (
                QCoreApplication.translate("receipt", "Account"),
                bidi.ltr(iban_text.grouped(slip.iban)),
            ),
        ]
        if slip.payee is not None:
            facts.append((QCoreApplication.translate("receipt", "Paid to"), payee_text(slip)))
        if slip.kind is CounterKind.TRANSFER or slip.fee.amount:
            facts.append(
                (
                    QCoreApplication.translate("receipt", "Fee"),
                    bidi.ltr(money_text.with_currency(slip.fee)),
                )
            )
        if slip.original_number is not None:
            original = bidi.ltr(receipt_number(slip.till_number, slip.original_number))
            facts.append((QCoreApplication.translate("receipt", "Takes back receipt"), original))
            facts.append(
                (QCoreApplication.translate("receipt", "Reason"), bidi.own(slip.identification))
            )
        else:
            facts.append(
                (
                    QCoreApplication.translate("receipt", "Identification"),
                    bidi.own(slip.identification),
                )
            )
        if slip.note and slip.original_number is None:
            facts.append((QCoreApplication.translate("receipt", "Note"), bidi.own(slip.note)))
        facts.append((QCoreApplication.translate("receipt", "Teller"), bidi.own(slip.teller)))
        if slip.status is not TransferStatus.COMPLETED:
            facts.append((QCoreApplication.translate("receipt", "State"), status_text(slip)))
        return facts

    def _paint_signatures(self, y: float) -> None:
        sheet, room = self._sheet, self._width / 2 - 2 * Paper.GAP
        for words, x in (
            (QCoreApplication.translate("receipt", "Customer's signature"), self._left),
            (
                QCoreApplication.translate("receipt", "Teller's signature"),
                self._left + self._width - room,
            ),
        ):
            sheet.rule(y, x=x, width=room, role="text")
            sheet.line(words, x, y + 2, room, CAPTION)

    def _title(self) -> str:
        if self._slip.status is not TransferStatus.COMPLETED:
            return QCoreApplication.translate("receipt", "No receipt: not made")
        return QCoreApplication.translate("receipt", _TITLES[self._slip.kind])
