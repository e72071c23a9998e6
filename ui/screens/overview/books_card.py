"""Whether the books balance, and what they sum up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from services.values.money import Money
from ui import bidi, date_text, money_text, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.overview import words
from ui.widgets.badge import Badge
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.books import Books

_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class _Row:
    """All accounts of a kind, or of all kinds."""

    id: str
    accounts: int
    entries: int
    balance: Money


class BooksCard(Card):
    """A row a kind of account; at their end the sum, which is zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self._books: Books | None = None
        self._currency = ""
        self._badge = Badge("")
        self._badge.setObjectName("overview.books.state")
        self._table = RowTable("overview.books", self.tr("Books"), _columns(), grows=True)
        self._checked = label("", "muted", wraps=True)
        self._checked.setObjectName("overview.books.checked")
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.M)
        head.addWidget(label(self.tr("Books"), "heading"))
        head.addWidget(self._badge)
        head.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(self._table)
        self.body.addWidget(
            label(
                self.tr(
                    "Cash that the bank has counts as minus, so that every currency sums to zero."
                ),
                "caption",
                wraps=True,
            )
        )
        self.body.addWidget(self._checked)
        self.hide()

    def show_books(self, books: Books) -> None:
        """Show another proof."""
        self._books = books
        self._say()

    def show_currency(self, currency: str) -> None:
        """Show the accounts of another currency."""
        self._currency = currency
        self._say()

    def _say(self) -> None:
        books = self._books
        self.setVisible(books is not None)
        if books is None:
            return
        self._say_state(books)
        self._say_checked(books)
        totals = [each for each in books.totals if each.balance.currency == self._currency]
        rows = [_Row(each.kind, each.accounts, each.entries, each.balance) for each in totals]
        order = list(words.ACCOUNT_KINDS)
        rows.sort(key=lambda row: order.index(row.id))
        if rows:
            balance = sum((row.balance.amount for row in rows), start=rows[0].balance.amount * 0)
            rows.append(
                _Row(
                    _TOTAL,
                    sum(row.accounts for row in rows),
                    sum(row.entries for row in rows),
                    Money(balance, self._currency),
                )
            )
        self._table.show_rows(tuple(rows))

    def _say_state(self, books: Books) -> None:
        if books.state is None:
            self._badge.say(self.tr("Not proved yet"), Tone.WARN)
            return
        at = bidi.own(date_text.moment_text(books.state.proved_at))
        if books.state.balanced:
            self._badge.say(self.tr("They balance, proved {moment}").format(moment=at), Tone.CREDIT)
        else:
            told = self.tr("They do not balance, proved {moment}").format(moment=at)
            self._badge.say(told, Tone.DANGER)

    def _say_checked(self, books: Books) -> None:
        if books.unbalanced:
            theme.mark(self._checked, kind="danger")
            self._checked.setText(
                self.tr("The entries of %n payment(s) do not match.", "", books.unbalanced)
            )
            return
        theme.mark(self._checked, kind="muted")
        self._checked.setText(
            self.tr("The entries of the newest %n payment(s) match.", "", books.checked)
        )


def _columns() -> tuple[Column, ...]:
    said = words.said
    return (
        Column("", _kind, stretches=True),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Accounts")),
            lambda row: f"{row.accounts:,}",
            is_figure=True,
            ink=lambda _row: "muted",
        ),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Entries")),
            lambda row: f"{row.entries:,}",
            is_figure=True,
            ink=lambda _row: "muted",
        ),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Balance")),
            lambda row: money_text.figure(row.balance),
            "1,000,000.00",
            is_figure=True,
            ink=lambda row: "danger" if row.id == _TOTAL and row.balance.amount else "text",
        ),
    )


def _kind(row: _Row) -> str:
    if row.id == _TOTAL:
        return words.said(QT_TRANSLATE_NOOP("overview", "All together"))
    return words.said(words.ACCOUNT_KINDS[row.id])
