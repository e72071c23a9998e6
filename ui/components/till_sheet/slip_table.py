"""The slips of a till as rows on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, date_text, error_text, money_text
from ui.components.paper.sheet import BODY, MUTED
from ui.components.till_sheet import till_text
from ui.theme import Paper

if TYPE_CHECKING:
    from services.values.tills import Slip
    from ui.components.paper.sheet import Sheet, Words
    from ui.components.till_sheet.day_sheet import DaySheet

_ROW_PADDING = Paper.GAP / 2
_NUMBER_WIDTH, _TIME_WIDTH, _KIND_WIDTH = 32, 36, 62


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns, laid out; the last one is a figure."""

    cells: tuple[Words, ...]
    figure: str
    height: float


class SlipTable:
    """Number, time, kind, customer and whatever was noted, state, amount.

    Attributes:
        head_height: of the heads, in points.

    """

    def __init__(self, sheet: Sheet, made: DaySheet) -> None:
        self._sheet = sheet
        self._made = made
        left, width = float(Paper.MARGIN), sheet.width - 2 * Paper.MARGIN
        narrow = _NUMBER_WIDTH + _TIME_WIDTH + _KIND_WIDTH + Paper.REASON + Paper.COLUMN
        #: Head, place and width of each column; the last one has figures.
        self._columns: list[tuple[str, float, float]] = []
        for head, room in (
            (QCoreApplication.translate("till", "No."), float(_NUMBER_WIDTH)),
            (QCoreApplication.translate("till", "Time"), float(_TIME_WIDTH)),
            (QCoreApplication.translate("till", "Kind"), float(_KIND_WIDTH)),
            (QCoreApplication.translate("till", "Customer and identification"), width - narrow),
            (QCoreApplication.translate("till", "State"), float(Paper.REASON)),
            (QCoreApplication.translate("till", "Amount"), float(Paper.COLUMN)),
        ):
            self._columns.append((head, left, room))
            left += room
        self.head_height = sheet.line_height(MUTED) + 2 * _ROW_PADDING

    def row(self, slip: Slip) -> Row:
        """Return the row of a slip."""
        texts = (
            bidi.ltr(str(slip.number)),
            bidi.ltr(date_text.time_of_day(slip.made_at)),
            till_text.kind(slip),
            _what(slip),
            _state(slip),
        )
        cells = tuple(
            self._sheet.lay(text, room - Paper.GAP, BODY)
            for text, (_head, _left, room) in zip(texts, self._columns, strict=False)
        )
        height = max(each.height for each in cells) + 2 * _ROW_PADDING
        return Row(cells, money_text.figure(self._made.effect(slip)), height)

    def paint_head(self, y: float) -> None:
        """Write the heads of the columns, and a line under them."""
        *words, (head, left, room) = self._columns
        for text, at, width in words:
            self._sheet.line(text, at, y + _ROW_PADDING, width, MUTED)
        self._sheet.figure(head, left, y + _ROW_PADDING, room, MUTED)
        self._rule(y + self.head_height, "control_line")

    def paint_row(self, row: Row, y: float) -> None:
        """Write a row, and a line under it."""
        top = y + _ROW_PADDING
        *words, (_head, left, room) = self._columns
        for cell, (_text, at, width) in zip(row.cells, words, strict=True):
            self._sheet.write(cell, at, top, width - Paper.GAP)
        self._sheet.figure(bidi.ltr(row.figure), left, top, room, BODY)
        self._rule(y + row.height, "line")

    def _rule(self, y: float, role: str) -> None:
        width = self._sheet.width - 2 * Paper.MARGIN
        self._sheet.rule(y, x=float(Paper.MARGIN), width=width, role=role)  # type: ignore[arg-type] # a role


def _what(slip: Slip) -> str:
    who = bidi.own(slip.customer)
    if slip.payee is not None:
        who = QCoreApplication.translate("till", "{payer} to {payee}").format(
            payer=who, payee=bidi.own(slip.payee)
        )
    shown = [each for each in (slip.identification, slip.note) if each]
    # The reason of a correction is kept as both.
    for each in dict.fromkeys(shown):
        who = QCoreApplication.translate("till", "{what}, {more}").format(
            what=who, more=bidi.own(each)
        )
    return who


def _state(slip: Slip) -> str:
    words = till_text.state(slip)
    reason = slip.decline_reason
    if reason is None and slip.failure_code not in {None, "declined"}:
        reason = error_text.sentence_for(str(slip.failure_code))
    if not reason:
        return words
    return QCoreApplication.translate("till", "{state}: {reason}").format(
        state=words, reason=bidi.own(reason)
    )
