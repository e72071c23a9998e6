"""The counter: nobody open, a search, the question why, a customer's page, notes, and the end of its time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt

from services.values.customers import OPEN_FOR
from tests.pages.counter import CounterPage
from tests.shots.studio import live
from ui import clock, theme

if TYPE_CHECKING:
    from uuid import UUID

    from tests.shots.studio import Studio

_CTRL = Qt.KeyboardModifier.ControlModifier
_NOTES = (
    "Came with her sister, who may collect the new card.",
    "Asks to be called on weekdays after three, never in the morning: she works at night.",
)


def play_counter(studio: Studio) -> None:
    """A teller is signed in; begin and end at the counter."""
    counter = CounterPage(studio.bot, studio.window)
    live(0.5)
    studio.shoot("counter")
    counter.find("zebra")
    live(0.5)
    studio.shoot("counter-nobody")
    counter.find("salma")
    counter.wait_for_names("Salma Hassan")
    counter.key(Qt.Key.Key_Return)
    counter.wait_for_question()
    studio.shoot("counter-reason")
    counter.give_reason(" ")
    counter.reason_error()
    studio.shoot("counter-reason-error")
    counter.give_reason(4)
    counter.wait_until_open()
    _fill(studio, counter)
    studio.shoot("counter-open")
    counter.key(Qt.Key.Key_F9)
    live(0.5)
    studio.shoot("counter-notes")
    _play_small(studio, counter)
    _play_over(studio, counter)


def _fill(studio: Studio, counter: CounterPage) -> None:
    """Give Salma accounts of every state, and notes."""
    services = studio.services
    (salma,) = services.customers.find(text="salma@instapay")
    accounts = services.customers.accounts(user_id=salma.user_id)
    for currency, name in (("USD", "Dollars"), ("EGP", "For the house in Alexandria")):
        if all(each.account.name != name for each in accounts):
            services.customers.open_account(
                account_id=uuid4(), user_id=salma.user_id, currency=currency, name=name
            )
    _freeze(studio, salma.user_id, "Dollars", "a card that was stolen in the tram")
    if not services.customers.notes(user_id=salma.user_id):
        for text in _NOTES:
            services.customers.add_note(user_id=salma.user_id, text=text)
    studio.window.refresh()
    studio.bot.waitUntil(lambda: len(counter.accounts()) > 2)
    counter.history.wait_for_rows()
    live(0.5)


def _freeze(studio: Studio, customer: UUID, name: str, reason: str) -> None:
    """Nothing in this window freezes accounts yet."""
    customers = studio.services.customers
    (account,) = (
        each.account for each in customers.accounts(user_id=customer) if each.account.name == name
    )
    customers._access.authorised(
        lambda token: customers._payment.call(
            "freeze", token, str(account.id), "DEBITS", reason, None
        )
    )


def _play_small(studio: Studio, counter: CounterPage) -> None:
    """Look at it in the smallest window, with a form, while searching, and without one."""
    size = studio.window.size()
    studio.window.resize(theme.Control.WINDOW_MIN_WIDTH, theme.Control.WINDOW_MIN_HEIGHT)
    studio.shoot("counter-small-notes")
    counter.key(Qt.Key.Key_K, _CTRL)
    counter.type("mo")
    live(0.5)
    studio.shoot("counter-small-search")
    counter.find("")
    counter.table.setFocus()
    counter.close_panel()
    studio.shoot("counter-small")
    studio.window.resize(size)


def _play_over(studio: Studio, counter: CounterPage) -> None:
    real = clock.now
    clock.now = lambda: real() + OPEN_FOR
    live(1.5)
    studio.shoot("counter-over")
    clock.now = real
    studio.proxy.is_refusing = True
    studio.proxy.cut()
    counter.find("karim")
    live(6)
    studio.shoot("counter-offline")
    studio.proxy.is_refusing = False
    live(6)
