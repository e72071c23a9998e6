"""The history: as it comes, filtered, without a match, what was not made, and a payment's drawer."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import Payment
from tests.shots.studio import live
from ui import clock

if TYPE_CHECKING:
    from uuid import UUID

    from tests.shots.studio import Studio


def play_history(studio: Studio) -> None:
    """Go through a history with something that waits and something that was refused."""
    prepare(studio)
    history = studio.accounts.history
    studio.page.go_to("accounts")
    studio.accounts.wait_for_cards()
    studio.window.refresh()
    live(1.0)
    studio.shoot("history")
    history.open_dates()
    live(0.3)
    studio.shoot("history-dates")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.hide()
    history.type_search("lunch")
    live(0.8)
    studio.shoot("history-filtered")
    history.open_details(1)
    live(0.5)
    studio.shoot("history-drawer")
    history.close_details()
    history.type_search("nobody of this name")
    history.wait_for_no_match()
    studio.shoot("history-no-match")
    history.clear_filter()
    live(0.5)
    history.choose_direction("not_made")
    live(0.5)
    studio.shoot("history-not-made")
    history.open_details(0)
    live(0.5)
    studio.shoot("history-refused-drawer")
    history.close_details()
    history.choose_direction("all")
    live(0.5)
    history.open_details(0)
    live(0.5)
    studio.shoot("history-waiting-drawer")
    history.close_details()


def prepare(studio: Studio) -> None:
    """Have a payment of Salma's held, and one refused; once, however many looks are taken."""
    services = studio.services
    account = services.accounts.list()[0]
    if services.history.waiting(account_id=account.id).lines:
        return
    payee = services.payees.resolve(payee="karim@instapay")
    _hold(studio, account.id, payee.account_id, "Concert tickets")
    too_much = Payment(account.id, payee, Money(Decimal(90_000), "EGP"), "A car")
    services.transfers.send(payment=too_much)


def _hold(studio: Studio, payer: UUID, payee: UUID, note: str) -> None:
    """Nothing in the window holds payments yet: as the bank's other programs do."""
    services = studio.services
    until = (clock.now() + timedelta(days=2)).replace(tzinfo=None)
    services.history._access.authorised(
        lambda token: services.history._payment.call(
            "hold",
            token,
            str(new_uuid7()),
            str(payer),
            str(payee),
            Decimal(500),
            "EGP",
            note,
            until,
        )
    )
