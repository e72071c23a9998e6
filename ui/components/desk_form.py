"""What every form beside an opened customer is to the counter's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.customers import CustomerAccount, CustomerIdentity


class DeskForm(QWidget):
    """One thing that staff do for a customer whose page is open, in the panel beside that page.

    The page makes a form once, hands it the customer by `begin` each time it is wanted, shows `title` above
    it, and takes it away again at Esc. Nothing in it blocks.

    Signals:
        done(): something was done; the page loads the customer anew.
        closed(): the person wants the form away.
        session_ended(): a call was answered with `SessionEnded`.
        customer_closed(): a call was answered with customer_not_open; the page asks for a reason again.
        navigate(Destination): asks the main window to go somewhere.

    """

    done = Signal()
    closed = Signal()
    session_ended = Signal()
    customer_closed = Signal()
    navigate = Signal(object)

    @property
    def title(self) -> str:
        """What the panel is headed with, in the person's language."""
        return ""

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from here and nobody knows yet what became of it."""
        return False

    @property
    def prints(self) -> bool:
        """There is something that Ctrl+P prints."""
        return False

    def print_page(self) -> None:
        """Print it."""

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        """Be about `customer`, and at first about one of their accounts; focus goes to the first field."""

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show the customer's accounts as they are now, keeping what was typed."""

    def may_leave(self) -> bool:
        """Tell whether it can be taken away; where not, it asks the person and emits `closed` itself."""
        return True
