"""Opening one more account for a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.identifiers import new_uuid7
from services.values.money import CURRENCIES
from ui import bidi, iban_text, theme
from ui.components.standing.standing_form import StandingForm
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.copy_button import CopyButton
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.segments import Segments
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from ui.preferences import Preferences

MAX_NAME = 60


class OpenAccountForm(StandingForm):
    """Asks for a currency and a name; shows the new IBAN, to be copied."""

    places: Mapping[str, str] = {
        "account_invalid": "name",
        "too_many_accounts": "",
        "id_reused": "",
    }

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("openaccount", services, preferences, parent)
        #: What was sent last, and under which id: the same once more opens no second account.
        self._sent: tuple[object, ...] = ()
        self._id = new_uuid7()
        self._currency = Segments(
            "openaccount.currency", tuple((each.lower(), bidi.ltr(each)) for each in CURRENCIES)
        )
        self._name = LeadingEdit()
        self._name.setObjectName("openaccount.name")
        self._name.setMaxLength(MAX_NAME)
        self._submit = BusyButton(self.tr("&Open the account"), self.tr("One moment…"))
        self._submit.setObjectName("openaccount.submit")
        self._submit.setAutoDefault(True)
        self._opened = _Opened()
        self._lay_out()
        self._name.textEdited.connect(self.clear_errors)
        self._name.returnPressed.connect(self._submit.click)
        self._submit.clicked.connect(self._on_submit)
        self._opened.another.clicked.connect(self._on_another)

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Open an account")

    def clear(self) -> None:
        """Forget what was typed, and what was opened."""
        super().clear()
        self._name.clear()
        self._currency.choose(CURRENCIES[0].lower())
        self._sent = ()
        self._show_form(is_shown=True)

    def focus_first(self) -> None:
        """Have focus go to the name, as most accounts are in the bank's own currency."""
        if self._form.isVisibleTo(self):
            self._name.setFocus()
        else:
            self._opened.another.setFocus()

    def _lay_out(self) -> None:
        words = self.tr("&Currency")
        self._form = QWidget()
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.Spacing.S)
        outer, self.column = self.column, inner
        self.column.addWidget(field_label(words, self._currency.buttons[0]))
        self._currency.setAccessibleName(words.replace("&", ""))
        self.column.addWidget(self._currency)
        self.column.addSpacing(theme.Spacing.XS)
        self.add_field("name", self.tr("&Name"), self._name)
        hint = self.tr("May be left empty. The customer sees it, such as Savings.")
        self.column.addWidget(label(hint, "caption", wraps=True))
        self.column.addSpacing(theme.Spacing.XS)
        self.finish(self._submit)
        self.column = outer
        for part in (self._form, self._opened):
            self.column.addWidget(part)
        self.column.addStretch()
        self._opened.hide()

    def _show_form(self, *, is_shown: bool) -> None:
        self._form.setVisible(is_shown)
        self._opened.setVisible(not is_shown)

    def _on_submit(self) -> None:
        if self._customer is None:
            return
        user_id, name = self._customer.user_id, self._name.text().strip()
        currency = self._currency.value.upper()
        content = (user_id, currency, name)
        if content != self._sent:
            self._sent, self._id = content, new_uuid7()
        account_id, customers = self._id, self._services.customers
        self.send(
            self._submit,
            lambda: customers.open_account(
                account_id=account_id, user_id=user_id, currency=currency, name=name
            ),
            self._on_opened,
        )

    def _on_opened(self, iban: str) -> None:
        self._sent = ()
        self._name.clear()
        self._opened.show_iban(iban)
        self._show_form(is_shown=False)
        self._opened.another.setFocus()
        self.done.emit()

    def _on_another(self) -> None:
        self._show_form(is_shown=True)
        self._name.setFocus()


class _Opened(QWidget):
    """What was opened.

    Attributes:
        another: begins one more.

    """

    def __init__(self) -> None:
        super().__init__()
        self._banner = Banner(Tone.CREDIT)
        self._banner.setObjectName("openaccount.opened")
        self._iban = label("", "heading", wraps=True)
        self._iban.setObjectName("openaccount.iban")
        self._iban.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = CopyButton("", self.tr("Copy the IBAN"))
        self._copy.setObjectName("openaccount.copy_iban")
        self.another = button(self.tr("Open one &more"))
        self.another.setObjectName("openaccount.another")
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._iban, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addWidget(self._banner)
        column.addWidget(label(self.tr("IBAN"), "muted"))
        column.addLayout(row)
        column.addWidget(self.another)

    def show_iban(self, iban: str) -> None:
        """Say that an account is open, and how it is paid into."""
        self._banner.say(self.tr("The account is open."), self.tr("It can be paid into at once."))
        self._iban.setText(bidi.ltr(iban_text.grouped(iban)))
        self._iban.setAccessibleName(self.tr("IBAN: {iban}").format(iban=iban_text.grouped(iban)))
        self._copy.set_text_to_copy(iban)
