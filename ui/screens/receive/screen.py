"""The receive screen: an account's IBAN and payment address, large, to be given to others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import bidi, clock, iban_text, messages, privacy, tasks, theme
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.screen import Screen
from ui.screens.receive.claim_form import ClaimForm
from ui.screens.receive.fact_row import FactRow, give_up_button
from ui.widgets.account_picker import AccountPicker
from ui.widgets.button import button
from ui.widgets.card import Card, hairline
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import field_label, label
from ui.widgets.loading import Loading
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from services.values.accounts import Account
    from ui.preferences import Preferences

_DEADLINE_S = 10.0
_CARD_WIDTH = 720


class ReceiveScreen(Screen):
    """Shows, copies, claims and gives up; one account at a time."""

    name = "receive"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._task: tasks.Task | None = None
        self._wanted: UUID | None = None
        self._is_loaded = False
        self._faults = FaultOnce()
        self._back = button(self.tr("&Back to accounts"))
        self._back.setObjectName("receive.back")
        self._picker = AccountPicker()
        self._picker.setObjectName("receive.account")
        self._address = FactRow(
            "receive.address", self.tr("Payment address"), self.tr("Copy a&ddress")
        )
        self._iban = FactRow("receive.iban", self.tr("IBAN"), self.tr("Copy &IBAN"))
        self._give_up = give_up_button(self.tr("&Give up this address"))
        self._claim = ClaimForm()
        self._loading = Loading(self.tr("Loading your accounts…"))
        self._empty = EmptyState(
            "accounts",
            self.tr("Your account is being opened"),
            self.tr("You can be paid as soon as it is there, in a moment."),
            action=self.tr("Look again"),
        )
        self._empty.setObjectName("receive.empty")
        self._error = EmptyState("warning")
        self._error.setObjectName("receive.error")
        self._lay_out()
        self._connect()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show an account; ``account_id`` (a UUID) chooses which."""
        wanted = params.get("account_id")
        self._wanted = wanted if isinstance(wanted, UUID) else None
        if not self._is_loaded:
            self._show(self._loading)
        self._choose_wanted()
        self.refresh()

    def refresh(self) -> None:
        """Load accounts; what is chosen and typed stays."""
        self._task = tasks.run(
            self,
            self._services.accounts.list,
            on_success=self._on_accounts,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    # Building

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(theme.Spacing.XL, 0, theme.Spacing.XL, 0)
        header.addWidget(label(self.tr("Receive"), "title"))
        header.addStretch()
        header.addWidget(self._back)
        self._content = QScrollArea()
        theme.mark(self._content, surface="page")
        self._content.setWidgetResizable(True)
        self._content.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setWidget(self._lay_out_content())
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._loading, self._content, self._empty, self._error):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.Spacing.XL, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addLayout(header)
        column.addWidget(pages, 1)

    def _lay_out_content(self) -> QWidget:
        card = Card()
        card.setMaximumWidth(_CARD_WIDTH)
        card.body.setSpacing(theme.Spacing.S)
        hint = self.tr("Give one of these to whoever is to pay you. Both reach this account.")
        card.body.addWidget(field_label(self.tr("Account &to be paid into"), self._picker))
        card.body.addWidget(self._picker)
        card.body.addSpacing(theme.Spacing.XS)
        card.body.addWidget(label(hint, "muted", wraps=True))
        card.body.addSpacing(theme.Spacing.S)
        for part in (self._address, self._claim):
            card.body.addWidget(part)
        give_up = QHBoxLayout()
        give_up.addWidget(self._give_up)
        give_up.addStretch()
        card.body.addLayout(give_up)
        card.body.addSpacing(theme.Spacing.S)
        card.body.addWidget(hairline())
        card.body.addSpacing(theme.Spacing.S)
        card.body.addWidget(self._iban)
        content = QWidget()
        theme.mark(content, surface="page")
        row = QHBoxLayout(content)
        margin = theme.Spacing.XL
        row.setContentsMargins(margin, theme.Spacing.XS, margin, margin)
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        return content

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._picker.picked.connect(self._on_picked)
        self._claim.claimed.connect(self._on_claimed)
        self._give_up.clicked.connect(self._on_give_up)
        self._empty.acted.connect(self.refresh)
        self._error.acted.connect(self._on_retry)

    # What happens

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _on_accounts(self, accounts: tuple[Account, ...]) -> None:
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        usable = tuple(each for each in accounts if each.closed_at is None)
        self._picker.show_accounts(usable, masked=privacy.amounts_hidden(self._preferences))
        self._choose_wanted()
        self._on_picked()
        self._show(self._content if usable else self._empty)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_loaded:
            # An IBAN that was right a moment ago is worth more than an empty page.
            return
        say_failure(self._error, self.tr("Your accounts can't be shown"), error)
        self._show(self._error)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self._picker.choose(self._wanted):
            self._wanted = None

    def _on_picked(self) -> None:
        account = self._picker.account()
        if account is None:
            return
        self._iban.show_text(iban_text.grouped(account.iban), account.iban)
        self._address.show_text(account.address or "", account.address or "")
        has_address = account.address is not None
        if has_address == self._claim.isVisibleTo(self):
            self._claim.clear()
        for part in (self._address, self._give_up):
            part.setVisible(has_address)
        self._claim.setVisible(not has_address)

    def _on_back(self) -> None:
        account = self._picker.account()
        params = {} if account is None else {"account_id": account.id}
        self.navigate.emit(Destination("accounts", params))

    # Addresses

    def _on_claimed(self, address: str) -> None:
        account = self._picker.account()
        if account is None:
            return
        account_id = account.id
        tasks.run(
            self,
            lambda: self._services.payees.claim_address(account_id=account_id, address=address),
            on_success=partial(self._on_got, account_id),
            on_failure=partial(self._on_not_claimed, account_id),
            deadline_s=_DEADLINE_S,
        )

    def _is_shown(self, account_id: UUID) -> bool:
        """Tell whether what is said about an account has its place on screen."""
        account = self._picker.account()
        return account is not None and account.id == account_id

    def _on_got(self, account_id: UUID, address: str) -> None:
        is_shown = self._is_shown(account_id)
        self._claim.rest()
        if is_shown:
            self._claim.clear()
        words = self.tr("{address} is yours now.")
        messages.info(words.format(address=bidi.ltr(address)))
        if is_shown:
            self._address.copy.setFocus()
        self.refresh()

    def _on_not_claimed(self, account_id: UUID, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._claim.rest()
        if self._is_shown(account_id):
            self._claim.tell(error)
        else:
            messages.fault(error)
        if error.code == "has_address":
            # Claimed from somewhere else meanwhile.
            self.refresh()

    def _on_give_up(self) -> None:
        account = self._picker.account()
        if account is None or account.address is None:
            return
        dialog = question(
            self.tr("Give up {address}?").format(address=bidi.ltr(account.address)),
            self.tr(
                "Nobody can pay you by it any more, and for 90 days nobody else can have it."
                " Until then you can claim it for this account again."
            ),
            self.tr("&Give it up"),
            name="receive.release",
            parent=self,
        )
        account_id = account.id
        dialog.accepted.connect(lambda: self._release(account_id))
        dialog.open()

    def _release(self, account_id: UUID) -> None:
        tasks.run(
            self,
            lambda: self._services.payees.release_address(account_id=account_id),
            on_success=self._on_released,
            on_failure=self._on_not_released,
            deadline_s=_DEADLINE_S,
        )

    def _on_released(self, address: str | None) -> None:
        if address is not None:
            words = self.tr("{address} was given up.")
            messages.info(words.format(address=bidi.ltr(address)))
        self.refresh()

    def _on_not_released(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)
            self.refresh()
