"""What makes each form, for the table of what can be done at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.values.counter import CounterKind
from ui.components.cash.form import ServeForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from ui.preferences import Preferences


def cash_in(
    services: Services, preferences: Preferences, parent: QWidget | None = None
) -> ServeForm:
    """Return the form that takes a customer's cash in."""
    return ServeForm(CounterKind.CASH_IN, services, preferences, parent)


def cash_out(
    services: Services, preferences: Preferences, parent: QWidget | None = None
) -> ServeForm:
    """Return the form that pays cash out to a customer."""
    return ServeForm(CounterKind.CASH_OUT, services, preferences, parent)


def transfer(
    services: Services, preferences: Preferences, parent: QWidget | None = None
) -> ServeForm:
    """Return the form that makes a transfer for a customer."""
    return ServeForm(CounterKind.TRANSFER, services, preferences, parent)
