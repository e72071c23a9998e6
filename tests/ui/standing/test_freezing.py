"""Freezing and releasing at the counter, and the badges that say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from services.values.customers import CustomerAccount
from tests.pages.finding import find, plain
from ui.components.account_badges import badges_of
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from tests.clock import Clock
    from tests.ui.standing.conftest import Station


@pytest.mark.parametrize(
    ("what", "refused"),
    [("debits", "account_frozen"), ("credits", None), ("all", "account_frozen")],
)
def test_a_freeze_stops_what_it_says_and_the_customer_is_told(
    station: Station, what: str, refused: str | None
) -> None:
    counter = station.counter
    page, panel = station.open("freeze", counter.salma)
    page.choose("what", what)
    reason = page.usual_reason(2)
    page.submit()
    station.wait_for(panel, "done", "closed")
    found = counter.account(counter.salma.account_id, "frozen, frozen_reason, frozen_until")
    assert found == (what.upper(), reason, None)
    assert counter.transfer("10")["failure_code"] == refused
    assert counter.notices(counter.salma.user_id)[0][0] == "account_frozen"
    ((actor,),) = counter.ask("SELECT actor FROM audit_logs WHERE event = 'account_frozen'")
    assert str(actor) == str(counter.as_teller.user_id)


def test_a_freeze_until_a_day_lasts_to_its_end_and_a_badge_says_so(station: Station) -> None:
    customer = station.counter.salma
    page, panel = station.open("freeze", customer)
    day = datetime.now(UTC).astimezone() + timedelta(days=3)
    page.choose("until", "day")
    page.type("day", f"{day:%d/%m/%Y}")
    page.type("reason", "lost card")
    QTest.keyClick(find(panel, QLineEdit, "freeze.reason"), Qt.Key.Key_Return)
    station.wait_for(panel, "done", "closed")
    (account,) = station.services().customers.accounts(user_id=customer.user_id)
    until = account.account.frozen_until
    assert until is not None
    assert until.astimezone() == day.replace(hour=23, minute=59, second=59, microsecond=999999)
    (badge,) = badges_of(account.account)
    assert (badge.text, badge.tone) == ("Debits frozen", Tone.DANGER)
    assert plain(badge.told).startswith(f"Debits frozen until {day.day} {day:%b}")
    assert page.badge() == plain(badge.told)
    assert page.accounts()[0].endswith("Debits frozen")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "This is not a date."),
        ("yesterday", "This is not a date."),
        ("21/11/2026", "This day is over."),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_beside_it_and_nothing_is_sent(
    station: Station, clock: Clock, typed: str, sentence: str
) -> None:
    clock.stop_at(datetime(2026, 11, 22, 8, 42, tzinfo=UTC))
    page, _panel = station.open("freeze", station.counter.salma)
    page.choose("until", "day")
    page.type("day", typed)
    page.type("reason", "lost card")
    page.submit()
    assert page.error("until").startswith(sentence)
    assert page.typed("day") == typed
    assert station.counter.account(station.counter.salma.account_id, "frozen") == (None,)


def test_without_a_reason_nothing_is_frozen_and_the_field_says_so(station: Station) -> None:
    salma = station.counter.salma
    page, panel = station.open("freeze", salma)
    page.choose("what", "all")
    page.submit()
    assert page.wait_for_error("reason") == "Please type a reason, with 1 to 200 characters."
    assert find(panel, QLineEdit, "freeze.reason").hasFocus()
    assert station.counter.account(salma.account_id, "frozen") == (None,)
    page.type("reason", "court order 12")
    assert page.error("reason") == ""
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert station.counter.account(salma.account_id, "frozen") == ("ALL",)


def test_a_frozen_account_is_released_or_frozen_anew(station: Station) -> None:
    counter = station.counter
    counter.as_teller("freeze", counter.salma.account_id, "ALL", "suspected fraud", None)
    page, panel = station.open("freeze", counter.salma)
    assert page.says("account.told") == "Reason: suspected fraud"
    assert page.words("submit") == "Release"
    assert not page.is_shown("what")
    page.choose("mode", "freeze")
    page.choose("what", "credits")
    page.usual_reason(1)
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.account(counter.salma.account_id, "frozen") == ("CREDITS",)
    panel.heard.clear()
    page.choose("mode", "release")
    page.type("reason", "identity checked")
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.account(counter.salma.account_id, "frozen") == (None,)
    assert station.told == ["Everyday is frozen.", "Everyday is no longer frozen."]
    assert counter.notices(counter.salma.user_id)[-1][0] == "account_released"


def test_the_account_of_the_page_is_chosen_and_a_second_click_does_nothing(
    station: Station,
) -> None:
    counter = station.counter
    savings = counter.bank.add_account(counter.salma.user_id, name="Savings")
    page, panel = station.open("freeze", counter.salma, account_id=savings)
    page.type("reason", "lost card")
    page.submit()
    assert not page.can_press("submit")
    station.wait_for(panel, "done", "closed")
    assert counter.account(savings, "frozen") == ("DEBITS",)
    assert counter.account(counter.salma.account_id, "frozen") == (None,)
    assert counter.ask("SELECT count(*) FROM audit_logs WHERE event = 'account_frozen'") == [(1,)]


def test_what_is_typed_survives_a_refresh_but_not_another_customer(station: Station) -> None:
    customers = station.services().customers
    page, panel = station.open("freeze", station.counter.salma)
    page.choose("what", "all")
    page.type("reason", "half a rea")
    panel.form.refresh(customers.accounts(user_id=station.counter.salma.user_id))
    panel.begin()
    assert page.typed("reason") == "half a rea"
    karim = station.counter.karim.user_id
    panel.form.begin(customers.identity(user_id=karim), customers.accounts(user_id=karim), None)
    assert page.typed("reason") == ""


def test_nobody_freezes_an_account_of_their_own(station: Station) -> None:
    counter, services = station.counter, station.services()
    counter.set_account(counter.salma.account_id, user_id=str(counter.as_teller.user_id))
    page, panel = station.open("freeze", None)
    (own,) = services.accounts.list()
    identity = services.customers.identity(user_id=counter.as_teller.user_id)
    panel.form.begin(identity, (CustomerAccount(own, None, batches_allowed=False),), own.id)
    page.type("reason", "lost card")
    page.submit()
    assert page.wait_for_error().startswith("You have no right to do this.")
    assert page.typed("reason") == "lost card"
    assert panel.heard == []


def test_a_session_that_has_ended_is_said_and_what_was_typed_stays(station: Station) -> None:
    page, panel = station.open("freeze", station.counter.salma)
    station.services().identity.sign_out()
    page.type("reason", "lost card")
    page.submit()
    station.wait_for(panel, "session_ended")
    assert page.typed("reason") == "lost card"
    assert page.can_press("submit")
