"""The plate with whom a search found, or what stands in for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from services.values.customers import MOST_FOUND
from ui import error_text, theme
from ui.screens.counter.results_list import ResultsList, ResultsModel
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.values.customers import FoundCustomer


class ResultsCard(Card):
    """Narrow, so that what it says instead of a list is a few short lines.

    Attributes:
        list: the list itself.

    Signals:
        retry_wanted(): the bank is to be asked again.

    """

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.XS)
        self.model = ResultsModel(self)
        self.list = ResultsList(self.model)
        self._head = label("", "heading", wraps=True)
        self._head.setObjectName("counter.found")
        self._note = label("", "caption", wraps=True)
        self._retry = button(self.tr("&Try again"))
        self._retry.setObjectName("counter.retry")
        self._retry.clicked.connect(self.retry_wanted)
        words = QVBoxLayout()
        words.setContentsMargins(theme.Spacing.M, theme.Spacing.M, theme.Spacing.M, theme.Spacing.S)
        words.setSpacing(theme.Spacing.XS)
        for part in (self._head, self._note, self._retry):
            words.addWidget(part)
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._nothing = QWidget()
        for page in (self._nothing, self.list):
            self._pages.addWidget(page)
        self.body.setSpacing(0)
        self.body.addLayout(words)
        self.body.addWidget(pages, 1)
        self.show_nothing()

    @property
    def found(self) -> tuple[FoundCustomer, ...]:
        """Who is listed."""
        return self.model.found

    @property
    def has_failed(self) -> bool:
        """The last search had no answer."""
        return not self._retry.isHidden()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (self._retry, self.list)

    def show_nothing(self) -> None:
        """Show that nobody is looked for."""
        self.model.show_found(())
        self._say(
            self.tr("Find a customer"),
            self.tr(
                "Type two letters of a name or more, or a whole email, IBAN or payment address."
            ),
        )

    def show_searching(self) -> None:
        """Show that the answer takes a while; who was found before stays meanwhile."""
        self._say(self.tr("Searching…"), "")

    def show_found(self, found: tuple[FoundCustomer, ...]) -> None:
        """Show who it may be."""
        self.model.show_found(found)
        if not found:
            self._say(
                self.tr("Nobody found"),
                self.tr(
                    "Type fewer letters of the name. Emails, IBANs and payment addresses are found whole."
                ),
            )
        elif len(found) >= MOST_FOUND:
            self._say(
                self.tr("First {count} customers").format(count=len(found)),
                self.tr("There may be more. Type more of the name."),
            )
        else:
            self._say(self.tr("%n customer(s)", "", len(found)), "")

    def show_error(self, error: InstaPayError) -> None:
        """Show why there is no answer."""
        self.model.show_found(())
        self._say(self.tr("The search failed"), error_text.sentence(error), retries=True)

    def _say(self, heading: str, note: str, *, retries: bool = False) -> None:
        self._head.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._retry.setVisible(retries)
        self._pages.setCurrentWidget(self.list if self.model.found else self._nothing)
