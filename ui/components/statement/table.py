"""The columns and rows of a statement's tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import TransferStatus
from ui import bidi, date_text, money_text
from ui.components.history import line_text
from ui.components.paper.sheet import BODY, MUTED, STRONG
from ui.theme import Paper

if TYPE_CHECKING:
    from services.values.history import Line
    from services.values.money import Money
    from ui.components.paper.sheet import Ink, Sheet, Words

_ROW_PADDING = Paper.GAP / 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and where it is in points from the page's leading edge."""

    head: str
    x: float
    width: float
    is_figure: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns; a cell of words is laid out, a figure is a text."""

    cells: tuple[Words | str, ...]
    ink: Ink
    height: float


class Kind(Enum):
    """What the lines are.

    Attributes:
        WHOLE: all of a period, each with the balance after it.
        SELECTION: some of them.
        WAITING: what is held.
        NOT_MADE: what was refused, cancelled or has run out, with why.

    """

    WHOLE = auto()
    SELECTION = auto()
    WAITING = auto()
    NOT_MADE = auto()


class Table:
    """When, what, and amounts: out, in and the balance, or what would have been and why it was not.

    Attributes:
        columns: in reading order.

    """

    def __init__(self, sheet: Sheet, kind: Kind) -> None:
        self._sheet = sheet
        self._kind = kind
        trailing = _trailing_heads(kind)
        left = float(Paper.MARGIN)
        what_width = sheet.width - 2 * Paper.MARGIN - Paper.DATE
        what_width -= sum(width for _, width, _ in trailing)
        heads = [
            (QCoreApplication.translate("statement", "Date"), float(Paper.DATE), False),
            (QCoreApplication.translate("statement", "Who and what"), what_width, False),
            *trailing,
        ]
        columns = []
        for head, width, is_figure in heads:
            columns.append(Column(head, left, width, is_figure))
            left += width
        self.columns = tuple(columns)
        self.head_height = sheet.line_height(MUTED) + 2 * _ROW_PADDING

    def row(self, line: Line) -> Row:
        """Return the row of a payment."""
        when = f"{_day(line)} {date_text.time_of_day(line.at)}"
        what = line_text.format_what(line, isolated=True)
        if line.status is TransferStatus.PENDING and line.expires_at is not None:
            until = bidi.own(date_text.moment_text(line.expires_at))
            what = QCoreApplication.translate("statement", "{what} (waits until {moment})").format(
                what=what, moment=until
            )
        return self._laid([bidi.own(when), what, *self._trailing(line)], BODY)

    def total(self, words: str, money_out: Money, money_in: Money) -> Row:
        """Return the row under the last one, with sums."""
        figures = [money_text.figure(money_out), money_text.figure(money_in)]
        return self._laid(["", words, *figures], STRONG)

    def paint_head(self, y: float) -> None:
        """Write the heads of the columns, and a line under them."""
        for column in self.columns:
            write = self._sheet.figure if column.is_figure else self._sheet.line
            room = column.width - (Paper.GAP if column.is_figure else 0)
            at = column.x + (Paper.GAP if column.is_figure else 0)
            write(column.head, at, y + _ROW_PADDING, room, MUTED)
        self._rule(y + self.head_height, "control_line")

    def paint_row(self, row: Row, y: float) -> None:
        """Write a row, and a line under it."""
        top = y + _ROW_PADDING
        for column, cell in zip(self.columns, row.cells, strict=False):
            if not isinstance(cell, str):
                self._sheet.write(cell, column.x, top, self._room_of(column))
            elif cell:
                at = column.x + Paper.GAP
                self._sheet.figure(bidi.ltr(cell), at, top, column.width - Paper.GAP, row.ink)
        self._rule(y + row.height, "line")

    def _trailing(self, line: Line) -> list[str]:
        amount = line.amount
        signed = money_text.figure(amount, signed=True)
        if self._kind is Kind.NOT_MADE:
            return [line_text.status_text(line), signed]
        if self._kind is Kind.WAITING:
            return [signed]
        out = money_text.figure(-amount) if amount.amount < 0 else ""
        got = money_text.figure(amount) if amount.amount > 0 else ""
        balance = line.balance_after
        return [out, got, "" if balance is None else money_text.figure(balance)]

    def _laid(self, texts: list[str], ink: Ink) -> Row:
        cells: list[Words | str] = []
        height = self._sheet.line_height(ink)
        for column, text in zip(self.columns, texts, strict=False):
            if column.is_figure:
                cells.append(text)
                continue
            words = self._sheet.lay(text, self._room_of(column), ink)
            height = max(height, words.height)
            cells.append(words)
        return Row(tuple(cells), ink, height + 2 * _ROW_PADDING)

    def _room_of(self, column: Column) -> float:
        return column.width - Paper.GAP

    def _rule(self, y: float, role: str) -> None:
        first, last = self.columns[0], self.columns[-1]
        width = last.x + last.width - first.x
        self._sheet.rule(y, x=first.x, width=width, role=role)  # type: ignore[arg-type]  # a role


def _trailing_heads(kind: Kind) -> list[tuple[str, float, bool]]:
    """Return head, width and whether it is of figures, of the columns after the words."""

    def figure(head: str) -> tuple[str, float, bool]:
        return head, float(Paper.COLUMN), True

    amount = figure(QCoreApplication.translate("statement", "Amount"))
    if kind is Kind.WAITING:
        return [amount]
    if kind is Kind.NOT_MADE:
        why = QCoreApplication.translate("statement", "Why not")
        return [(why, float(Paper.REASON), False), amount]
    moved = [
        figure(QCoreApplication.translate("statement", "Out")),
        figure(QCoreApplication.translate("statement", "In")),
    ]
    if kind is Kind.SELECTION:
        return moved
    return [*moved, figure(QCoreApplication.translate("statement", "Balance"))]


def _day(line: Line) -> str:
    # A statement is kept for years: always with its own.
    return date_text.date_day(date_text.local(line.at).date(), with_year=True)


def _text(words: str) -> str:
    """Return a text that is marked with QT_TRANSLATE_NOOP, in the person's language."""
    return QCoreApplication.translate("statement", words)
