"""What the gallery shows: every shared widget in each of its states, without a bank behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, get_args
from uuid import UUID

from PySide6.QtCore import QEvent, QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from services.values.accounts import Account
from services.values.money import Money
from services.values.transfers import Payee
from ui import theme
from ui.components.password.rules import PasswordRules
from ui.shell.nav_item import NavItem
from ui.widgets.account_picker import AccountPicker
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import ButtonRole, button
from ui.widgets.copy_button import CopyButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.focus_ring import paint_ring
from ui.widgets.icon_button import IconButton
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label
from ui.widgets.language_button import LanguageButton
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.payee_field import PayeeField
from ui.widgets.payee_note import PayeeNote
from ui.widgets.search_edit import SearchEdit
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = int(theme.Control.FOCUS_RING + theme.Control.FOCUS_GAP)
_FIELD = 290


def money(amount: str, currency: str = "EGP") -> Money:
    """Return an amount."""
    return Money(Decimal(amount), currency)


def account(number: int, name: str | None, balance: str, currency: str = "EGP") -> Account:
    """Return an account as the bank tells of it."""
    whole = money(balance, currency)
    iban = f"EG38001900050000000026318{number:04}"
    opened_at = datetime(2025, 1, 5, 9, 30, tzinfo=UTC)
    held = money("0", currency)
    return Account(UUID(int=number), name, iban, None, currency, whole, held, whole, opened_at)


#: As many as a customer has, and one whose words need more room than there is.
ACCOUNTS = (
    account(1, "Everyday", "24860.40"),
    account(2, "Savings for the house in Alexandria", "9999999999999999.99"),
    account(3, None, "1250", "USD"),
)
_MONA = Payee(UUID(int=1), "Mona A••••", "EGP", "mona@instapay", is_own=False)
_OWN = Payee(UUID(int=2), "Savings", "EGP", "EG380019000500000000263180002", is_own=True)


# States


class _Ringed(QWidget):
    """Something with the ring of keyboard focus around it; only one thing can have real focus."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins(_REACH, _REACH, _REACH, _REACH))
        column.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ring(QPainter(self), QRectF(self.rect()), theme.Radius.CONTROL + _REACH - 1)


def _hovered(widget: QWidget) -> QWidget:
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    # A push button believes only a pointer that moves over it.
    middle = QPointF(widget.sizeHint().width() / 2, widget.sizeHint().height() / 2)
    widget.resize(widget.sizeHint())
    button, held = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, middle, middle, button, button, held)
    )
    return widget


def _pressed(widget: QWidget) -> QWidget:
    assert isinstance(widget, QAbstractButton)
    widget.setDown(True)
    return widget


def _disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _each_state(make: Callable[[], QWidget]) -> list[QWidget]:
    """Return the same control at rest, under the pointer, pressed, with focus, and disabled."""
    return [make(), _hovered(make()), _pressed(make()), _Ringed(make()), _disabled(make())]


# Buttons


def buttons() -> dict[str, list[QWidget]]:
    """Return each role of a button in each state, by its name."""

    def role(name: ButtonRole) -> list[QWidget]:
        return _each_state(lambda: button(name.capitalize(), name))

    shown: dict[str, list[QWidget]] = {name: role(name) for name in get_args(ButtonRole)}
    shown["another language"] = _each_state(LanguageButton)
    shown["with an icon"] = _each_state(lambda: button("Export", icon="export"))
    shown["icon only"] = _each_state(lambda: IconButton("refresh", "Refresh"))
    shown["copy"] = _each_state(lambda: CopyButton("EG38", "Copy the IBAN"))
    shown["busy"] = [BusyButton("Send 4,500.00 EGP", "Sending …"), _busy()]
    shown["a choice of few"] = [_segments(), _Ringed(_segments()), _disabled(_segments())]
    shown["one of a few"] = [
        *_each_state(_radio),
        _radio(chosen=True),
        _disabled(_radio(chosen=True)),
    ]
    shown["yes or no"] = [*_each_state(_check), _check(chosen=True), _disabled(_check(chosen=True))]
    return shown


def _segments() -> QWidget:
    return Segments("gallery.direction", (("all", "All"), ("in", "In"), ("out", "Out")))


def _busy() -> QWidget:
    made = BusyButton("Send 4,500.00 EGP", "Sending …")
    made.resize(made.sizeHint())
    made.set_busy(True)
    made._on_later()
    still(made)
    return made


def _radio(*, chosen: bool = False) -> QWidget:
    made = QRadioButton("Dark")
    made.setAutoExclusive(False)
    made.setChecked(chosen)
    return made


def _check(*, chosen: bool = False) -> QWidget:
    made = QCheckBox("Remember")
    made.setChecked(chosen)
    return made


def still(root: QWidget) -> QWidget:
    """Hold every turning arc of a widget at its first angle."""
    from ui.widgets.spinner import Spinner  # noqa: PLC0415 (beside its only use)

    for each in root.findChildren(Spinner):
        each._timer.setInterval(1_000_000)
    return root


def side_bar() -> list[QWidget]:
    """Return an item of the side bar in each state."""

    def item(*, chosen: bool = False, count: int = 0) -> QWidget:
        made = NavItem("Notifications", "notifications")
        made.setFixedWidth(theme.Control.SIDE_BAR - 2 * theme.Spacing.M)
        made.setChecked(chosen)
        made.set_count(count)
        return made

    return [
        *_each_state(item),
        item(chosen=True),
        item(count=3),
        item(chosen=True, count=120),
        _Ringed(item(chosen=True)),
    ]


# Fields


def labelled(words: str, field: QWidget, *, below: QWidget | None = None) -> QWidget:
    """Return a field under its label, with something below it."""
    made = QFrame()
    made.setFixedWidth(_FIELD)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.Spacing.S)
    column.addWidget(field_label(words, field))
    column.addWidget(field)
    if below is not None:
        column.addWidget(below)
    column.addStretch(1)
    return made


def _edit(text: str = "", placeholder: str = "") -> LeadingEdit:
    made = LeadingEdit()
    made.setText(text)
    made.setPlaceholderText(placeholder)
    return made


def _wrong(words: str, field: QWidget, sentence: str) -> QWidget:
    error = InlineError(field)
    made = labelled(words, field, below=error)
    error.tell(sentence, focus=False)
    return made


def text_fields() -> list[QWidget]:
    """Return a line of text in each state, the first of them for real focus."""
    read_only = _edit("salma@demo.eg")
    read_only.setReadOnly(True)
    return [
        labelled("Focus", _edit("salma@demo.eg")),
        labelled("A search", _search()),
        labelled("Empty", _edit(placeholder="name@instapay or IBAN")),
        labelled("Filled", _edit("salma@demo.eg")),
        labelled("Under the pointer", _hovered(_edit("salma@demo.eg"))),
        _wrong(
            "Wrong", _edit("salma"), "This is not an email address. It looks like name@bank.eg."
        ),
        labelled("Disabled", _disabled(_edit("salma@demo.eg"))),
        labelled("Only to read", read_only),
    ]


def special_fields() -> list[QWidget]:
    """Return the fields for amounts, passwords, accounts and one of a list."""
    return [*_amounts(), *_passwords(), *_pickers(), *_days()]


def _days() -> list[QWidget]:
    day, wrong = DateEdit(), DateEdit()
    day.show_day(date(2026, 11, 22))
    wrong.setText("31/02/2026")
    return [
        labelled("From this day", DateEdit()),
        labelled("From this day", day),
        _wrong("From this day", wrong, "This is no day. Write it as 22/11/2026."),
    ]


def _search() -> SearchEdit:
    made = SearchEdit("gallery.search")
    made.setText("rent")
    return made


def _amounts() -> list[QWidget]:
    amount, wrong = AmountEdit("EGP"), AmountEdit("EGP")
    amount.show_money(money("4500.5"))
    wrong.setText("12.345")
    return [
        labelled("Amount in EGP", AmountEdit("EGP")),
        labelled("Amount in EGP", amount),
        _wrong("Amount in EGP", wrong, "An amount has at most two decimals."),
        labelled("Amount in EGP", _disabled(_amount("80"))),
    ]


def _amount(text: str) -> AmountEdit:
    made = AmountEdit("EGP")
    made.show_money(money(text))
    return made


def _passwords() -> list[QWidget]:
    hidden, shown = PasswordEdit(), PasswordEdit()
    for each in (hidden, shown):
        each.setText("correct horse")
    shown.show_button.setChecked(True)
    rules = PasswordRules()
    rules.hold_against("correct horse battery", "x")
    return [
        labelled("Password", hidden),
        labelled("Password, shown", shown),
        labelled("New password", PasswordEdit(), below=rules),
        labelled("Password, disabled", _disabled(PasswordEdit())),
    ]


def _pickers() -> list[QWidget]:
    made = []
    for number, words in enumerate(("From", "From, a long name", "From, without a name")):
        picker = AccountPicker()
        picker.show_accounts(ACCOUNTS, masked=False)
        picker.setCurrentIndex(number)
        made.append(labelled(words, picker))
    masked, minutes = AccountPicker(), QComboBox()
    masked.show_accounts(ACCOUNTS, masked=True)
    minutes.addItems(["5 minutes", "15 minutes"])
    disabled = AccountPicker()
    disabled.show_accounts(ACCOUNTS, masked=False)
    return [
        *made,
        labelled("From, amounts hidden", masked),
        labelled("Lock after", minutes),
        labelled("From, disabled", _disabled(disabled)),
    ]


def payee_fields() -> list[QWidget]:
    """Return the field that names a payee, before, while and after the bank is asked."""

    def known(payee: Payee) -> PayeeField:
        made = PayeeField(_nobody, name="gallery.to", prefix="gallery")
        made.show_payee(payee)
        return made

    asking = PayeeNote("gallery.asking")
    asking._on_later()
    unknown = _edit("nobody@instapay")
    return [
        labelled("To", PayeeField(_nobody, name="gallery.to", prefix="gallery")),
        labelled("To, somebody else", known(_MONA)),
        labelled("To, an own account", known(_OWN)),
        labelled("To, being looked up", _edit("mona@inst"), below=still(asking)),
        _wrong("To, unknown", unknown, "Nobody can be paid by this. Check it with your payee."),
    ]


def _nobody(*, payee: str) -> Payee:
    raise NotImplementedError(payee)
