"""What the tests of the transfer screen do beside using it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from services.values.money import Money
from services.values.transfers import Payment
from tests.bank import PASSWORD
from tests.ui.stage import stage
from ui.screens.transfer import TransferScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.preferences import Preferences


def sign_in(bank: Bank, customer: Customer, outbox: str = "outbox") -> Services:
    opened = bank.services(outbox)
    opened.identity.sign_in(email=customer.email, password=PASSWORD)
    return opened


def leave_behind(bank: Bank, payer: Customer, payee: Customer) -> Payment:
    """Have a program die with 75.00 in its outbox; return that payment."""
    dead = sign_in(bank, payer)
    known = dead.payees.resolve(payee=payee.iban)
    payment = Payment(payer.account_id, known, Money(Decimal(75), "EGP"), "before the crash")
    dead.transfers._outbox.keep(payer.user_id, payment)
    dead.transfers._outbox.let_go()()
    return payment


def show(services: Services, preferences: Preferences, qtbot: QtBot) -> TransferScreen:
    screen = TransferScreen(services, preferences)
    stage(qtbot, screen)
    screen.enter({})
    return screen


def focused(screen: TransferScreen) -> QWidget | None:
    """Return what has focus in the window, which need not be active behind a closing dialog."""
    return screen.window().focusWidget()


def is_in_view(screen: TransferScreen, part: QWidget) -> bool:
    """Tell whether all of a part of the page stands within what its scroll area shows."""
    area = screen.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    view = area.viewport()
    place = QRect(part.mapTo(view, QPoint(0, 0)), part.size())
    return part.isVisible() and view.rect().contains(place)


def payments(bank: Bank) -> list[tuple[str, Decimal]]:
    """Return status and amount of every payment between customers, the oldest first."""
    rows = bank.ask(
        "payment",
        "SELECT status, amount FROM transactions WHERE initiated_by IS NOT NULL ORDER BY initiated_at",
    )
    return [(row[0], row[1]) for row in rows]


def set_limit(bank: Bank, **figures: str | None) -> None:
    """Change what EGP payments to others may be: per_payment, per_day, per_month, confirm_from."""
    for name, figure in figures.items():
        bank.ask(
            "payment",
            f"UPDATE limits SET {name} = %s WHERE kind = 'TRANSFER' AND currency = 'EGP' RETURNING 1",
            figure,
        )
