"""The page itself: one card in the middle, with a question or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.screen import Screen
from ui.screens.first_run.address_form import AddressForm
from ui.screens.first_run.choices import Choices
from ui.widgets.button import button
from ui.widgets.card import Card, centred
from ui.widgets.language_button import LanguageButton

if TYPE_CHECKING:
    from services.values.addresses import BankAddresses, Finding

_MARGIN = 36


class Connecting(Protocol):
    """What the app hands in. All of it blocks, and raises `services.errors`."""

    def known(self) -> BankAddresses:
        """Return the addresses that are set, without passwords."""

    def check(self, addresses: BankAddresses) -> tuple[Finding, ...]:
        """Try each."""

    def save(self, addresses: BankAddresses) -> None:
        """Keep them for this and every later start."""


class FirstRunScreen(Screen):
    """Asks how to begin; also lets the addresses be changed where they lead nowhere.

    Signals:
        demo_requested(): the demo bank.
        addresses_saved(): a bank's addresses are kept; open it.
        left(): they changed nothing, and had come from a failed start.
        language_chosen(Language): the window is to speak another language.
        quit_requested(): leave.

    """

    name = "first_run"
    demo_requested = Signal()
    addresses_saved = Signal()
    left = Signal()
    language_chosen = Signal(object)
    quit_requested = Signal()

    def __init__(self, connecting: Connecting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: They came from a failed start, to change the addresses, and may go back there.
        self._is_change = False
        self._choices = Choices()
        self._choices.demo_chosen.connect(self.demo_requested)
        self._choices.connect_chosen.connect(self._on_connect_chosen)
        self._form = AddressForm(connecting)
        self._form.saved.connect(self.addresses_saved)
        self._form.left.connect(self._on_left)
        self._quit = button(self.tr("&Quit"), "quiet")
        self._quit.setObjectName("first_run.quit")
        self._quit.clicked.connect(self.quit_requested)
        spoken = LanguageButton()
        spoken.setObjectName("first_run.language")
        spoken.chosen.connect(self.language_chosen)
        card = Card(margin=_MARGIN)
        card.setFixedWidth(theme.Control.FORM)
        card.body.addWidget(self._choices)
        card.body.addWidget(self._form)
        card.body.addSpacing(theme.Spacing.L)
        foot = QHBoxLayout()
        foot.addWidget(self._quit)
        foot.addStretch(1)
        foot.addWidget(spoken)
        card.body.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(card))
        self._form.hide()

    def begin(self, *, change: bool) -> None:
        """Be shown: with the question, or to `change` the addresses that are set."""
        self._is_change = change
        self._show_form(change)

    def take_over(self, before: FirstRunScreen) -> None:
        """Go on where the same page in another language was; what is typed stays."""
        self._is_change = before._is_change
        self._form.take_over(before._form)
        self._show_form(before._form.isVisibleTo(before))

    def _show_form(self, shown: bool) -> None:  # noqa: FBT001 (of this class alone)
        self._choices.setVisible(not shown)
        self._form.setVisible(shown)
        # The form has a way back in its place.
        self._quit.setVisible(not shown)
        if shown:
            self._form.begin()
        else:
            self._choices.demo.setFocus()

    def _on_connect_chosen(self) -> None:
        self._show_form(True)

    def _on_left(self) -> None:
        if self._is_change:
            self.left.emit()
        else:
            self._show_form(False)
