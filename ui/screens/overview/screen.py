"""The overview: all tills of a day, what the bank did on it, its cash, its books."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, OutcomeUnknown, SessionEnded
from services.values.people import Role
from ui import clock, error_text, messages, money_text, tasks, theme
from ui.components.till_sheet import SheetDialog
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.overview import words
from ui.screens.overview.books_card import BooksCard
from ui.screens.overview.header import Header
from ui.screens.overview.money_card import MoneyCard
from ui.screens.overview.paced import Paced
from ui.screens.overview.tills_card import TillsCard
from ui.screens.overview.vault_card import Supply, VaultCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from services.bank import Services
    from services.values.books import Books, DayMoney
    from services.values.tills import TillState
    from ui.preferences import Preferences

#: What books money: the thread that sends it waits 15 s, twice where the first answer was lost.
_SEND_DEADLINE_S = 40.0


class OverviewScreen(Screen):
    """For supervisors, who also accept variances and supply the vault, and for auditors, who look."""

    name = "overview"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        #: What is being accepted, and what was sent to or from the vault.
        self._accepting: list[tuple[tasks.Task, TillState]] = []
        self._supply: Supply | None = None
        self._money: tuple[DayMoney, ...] = ()
        self._is_loaded = False
        self._faults = FaultOnce()
        self._header = Header()
        self._tills_card = TillsCard()
        self._money_card = MoneyCard()
        self._vault_card = VaultCard()
        self._books_card = BooksCard()
        self._tills = self._paced(self._load_tills, self._on_tills)
        self._day_money = self._paced(self._load_money, self._on_money)
        self._books = self._paced(services.books.books, self._on_books)
        self._loading = Loading(self.tr("Loading the day…"))
        self._failure = EmptyState("warning")
        self._failure.setObjectName("overview.failure")
        self._failure.acted.connect(self._on_retry)
        self._lay_out()
        self._header.day_changed.connect(self._on_day)
        self._header.currency_changed.connect(self._show_currency)
        self._tills_card.accept_wanted.connect(self._on_accept)
        self._tills_card.sheet_wanted.connect(self._on_sheet)
        self._vault_card.supply_wanted.connect(self._on_supply)
        self._vault_card.sending.succeeded.connect(self._on_supplied)
        self._vault_card.sending.failed.connect(self._on_not_supplied)

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the day."""
        del params
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load all of it; what is chosen and typed stays."""
        for each in (self._tills, self._day_money, self._books):
            each.ask()

    @property
    def awaits_outcome(self) -> bool:
        """Something that a supervisor does is on its way."""
        is_accepting = any(task.is_open for task, _till in self._accepting)
        return is_accepting or self._vault_card.sending.is_open

    def hand_over(self) -> tuple[TillState | Supply, ...]:
        """Return what is not answered; each is done once, however often it is sent."""
        tills = tuple(till for task, till in self._accepting if task.is_open)
        supply = self._supply if self._vault_card.sending.is_open else None
        return tills if supply is None else (*tills, supply)

    def go_on_with(self, sent: tuple[TillState | Supply, ...]) -> None:
        """Send it."""
        for about in sent:
            if isinstance(about, Supply):
                self._vault_card.show_on_its_way(about)
                self._on_supply(about, was_sent=True)
            else:
                self._on_accept(about)

    # Building

    def _paced(self, call: Callable[[], Any], on_success: Callable[[Any], None]) -> Paced:
        return Paced(self, call, on_success=on_success, on_failure=self._on_failure)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, 0, margin, margin)
        column.setSpacing(theme.Spacing.L)
        pair = QHBoxLayout()
        pair.setSpacing(theme.Spacing.L)
        pair.addWidget(self._money_card, 1)
        pair.addWidget(self._vault_card, 1)
        column.addWidget(self._tills_card)
        column.addLayout(pair)
        column.addWidget(self._books_card)
        column.addStretch()
        theme.mark(page, surface="page")
        self._area = QScrollArea()
        theme.mark(self._area, surface="page")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(page)
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for each in (self._loading, self._area, self._failure):
            self._pages.addWidget(each)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, margin, 0, 0)
        outer.setSpacing(theme.Spacing.L)
        top = QHBoxLayout()
        top.setContentsMargins(margin, 0, margin, 0)
        top.addWidget(self._header)
        outer.addLayout(top)
        outer.addWidget(pages, 1)

    # Loading

    def _load_tills(self) -> tuple[TillState, ...]:
        return self._services.tills.tills(self._header.day)

    def _load_money(self) -> tuple[DayMoney, ...]:
        return self._services.books.money(day=self._header.day)

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)
        self._header.setEnabled(page is not self._failure)

    @property
    def _is_supervisor(self) -> bool:
        return Role.SUPERVISOR in self.roles

    def _on_tills(self, tills: tuple[TillState, ...]) -> None:
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        self._tills_card.show_tills(tills, may_accept=self._is_supervisor)
        self._show(self._area)

    def _on_money(self, money: tuple[DayMoney, ...]) -> None:
        self._money = money
        if not money:
            return
        self._header.show_day(money[0].day)
        self._header.offer(tuple(each.currency for each in money))
        self._show_currency(self._header.currency)

    def _show_currency(self, currency: str) -> None:
        for each in self._money:
            if each.currency == currency:
                self._money_card.show_money(each)
                self._vault_card.show_money(each, may_supply=self._is_supervisor)
        self._books_card.show_currency(currency)

    def _on_books(self, books: Books) -> None:
        self._books_card.show_books(books)

    def _on_day(self) -> None:
        self._tills.ask_now()
        self._day_money.ask_now()

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_loaded:
            # What was known a moment ago stays; the window tells that the bank is away.
            return
        say_failure(self._failure, self.tr("The day can't be shown"), error)
        self._show(self._failure)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    def _on_sheet(self, till: TillState) -> None:
        dialog = SheetDialog(self._services.tills, till, self._preferences, self)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    # What a supervisor does

    def _on_accept(self, till: TillState) -> None:
        def on_success(_nothing: None) -> None:
            done = self.tr("The variance was accepted.")
            is_shown = self._tills_card.accepted(till)
            messages.info(done if is_shown else f"{words.head(till)} · {done}")
            self._tills.ask_now()

        def on_failure(error: InstaPayError) -> None:
            sentence = self._sentence(error)
            if not self._tills_card.tell(till, sentence):
                # Beside another till it would be taken for that one's.
                messages.warn(f"{words.head(till)} · {sentence}")
            self._tills.ask_now()

        def failed(error: InstaPayError) -> None:
            if isinstance(error, SessionEnded):
                self.session_ended.emit()
                return
            self._faults.meet(error)
            on_failure(error)

        task = tasks.run(
            self,
            lambda: self._services.tills.accept_variance(till.id),
            on_success=on_success,
            on_failure=failed,
            deadline_s=_SEND_DEADLINE_S,
        )
        self._accepting = [each for each in self._accepting if each[0].is_open]
        self._accepting.append((task, till))

    def _on_supply(self, supply: Supply, *, was_sent: bool = False) -> None:
        call = partial(
            self._services.tills.supply_vault,
            id=supply.id,
            amount=supply.amount,
            reason=supply.reason,
        )
        if self._vault_card.sending.begin(call, was_sent=was_sent):
            self._supply = supply

    def _on_supplied(self, _nothing: object) -> None:
        assert self._supply is not None
        told = self.tr("Booked: {amount} for the vault.")
        amount = money_text.in_sentence(self._supply.amount, signed=True)
        messages.info(told.format(amount=amount))
        self._vault_card.close_form()
        self._day_money.ask_now()

    def _on_not_supplied(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._vault_card.tell(error)
        if not self.isVisible():
            messages.warn(error_text.sentence(error))

    def _sentence(self, error: InstaPayError) -> str:
        if isinstance(error, OutcomeUnknown):
            return self.tr(
                "We don't know yet whether this was done. Try again: it is done only once."
            )
        return error_text.sentence(error)
