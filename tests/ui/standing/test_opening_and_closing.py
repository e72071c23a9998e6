"""One more account for a customer, and closing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QCheckBox

from services.errors import Unavailable
from tests.pages.finding import find

if TYPE_CHECKING:
    import pytest

    from tests.ui.standing.conftest import Station


def accounts_of(station: Station) -> list[tuple[Any, ...]]:
    return station.counter.ask(
        "SELECT currency, name, iban FROM accounts WHERE user_id = %s ORDER BY created_at, id",
        station.counter.salma.user_id,
    )


def test_an_account_is_opened_in_the_currency_and_its_iban_can_be_copied(station: Station) -> None:
    page, panel = station.open("openaccount", station.counter.salma)
    page.choose("currency", "usd")
    page.type("name", "Dollars")
    page.submit()
    page.wait_for("iban")
    (_first, (currency, name, iban)) = accounts_of(station)
    assert (currency, name) == ("USD", "Dollars")
    assert page.says("iban").replace(" ", "") == iban
    page.press("copy_iban")
    assert QApplication.clipboard().text() == iban
    assert panel.heard == ["done"]
    events = [event for event, _details in station.counter.notices(station.counter.salma.user_id)]
    assert "account_opened" in events
    page.press("another")
    assert page.typed("name") == ""
    assert not page.is_shown("iban")


def test_the_same_content_sent_again_after_a_lost_answer_opens_one_account(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    customers = station.services().customers
    open_account, ids = type(customers).open_account, []

    def lose_the_first_answer(self: Any, **given: Any) -> str:
        ids.append(given["account_id"])
        iban = open_account(self, **given)
        if len(ids) == 1:
            raise Unavailable("server_unreachable", database="payment")
        return iban

    monkeypatch.setattr(type(customers), "open_account", lose_the_first_answer)
    page, panel = station.open("openaccount", station.counter.salma)
    page.type("name", "Savings")
    page.submit()
    assert page.wait_for_error().startswith("The bank cannot be reached.")
    assert page.typed("name") == "Savings"
    page.submit()
    page.wait_for("iban")
    assert ids[0] == ids[1]
    assert len(accounts_of(station)) == 2
    page.press("another")
    page.type("name", "Savings")
    page.submit()
    page.wait_for("iban")
    assert ids[2] != ids[1]
    assert len(accounts_of(station)) == 3
    assert panel.heard == ["done", "done"]


def test_a_customer_who_is_not_open_any_more_is_told_and_asked_for_again(station: Station) -> None:
    page, panel = station.open("openaccount", station.counter.salma)
    station.counter.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    page.type("name", "Savings")
    page.submit()
    assert "Open the customer again" in page.wait_for_error()
    assert panel.heard == ["customer_closed"]
    assert page.typed("name") == "Savings"


def test_what_is_in_an_account_is_in_the_way_and_nothing_can_be_confirmed(station: Station) -> None:
    page, panel = station.open("closeaccount", station.counter.salma)
    assert "Pay 1,000.00 EGP out or transfer them first." in page.says("obstacle")
    assert page.says("balance") == "1,000.00 EGP"
    assert not find(panel, QCheckBox, "closeaccount.sure").isEnabled()
    assert not page.can_press("submit")
    station.counter.hold("100")
    panel.begin()
    assert "100.50 EGP are held" in page.says("obstacle")


def test_an_empty_account_is_closed_once_it_is_confirmed(station: Station) -> None:
    karim = station.counter.karim
    page, panel = station.open("closeaccount", karim)
    assert not page.is_shown("obstacle")
    assert "karim@instapay is given up" in page.says("consequence")
    assert not page.can_press("submit")
    page.tick("sure")
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert station.counter.account(karim.account_id, "closed_at IS NOT NULL") == (True,)
    assert station.counter.notices(karim.user_id)[-1][0] == "account_closed"
    assert station.told == ["Everyday is closed."]
    assert page.accounts() == []
    assert page.says("account.told") == "There is no open account."


def test_money_that_comes_in_between_is_told_and_takes_the_confirmation_back(
    station: Station,
) -> None:
    karim = station.counter.karim
    page, panel = station.open("closeaccount", karim)
    page.tick("sure")
    station.counter.transfer("50")
    page.submit()
    assert page.wait_for_error("account").startswith("This account still holds money")
    assert station.counter.account(karim.account_id, "closed_at") == (None,)
    panel.begin()
    assert "Pay 50.00 EGP out" in page.says("obstacle")
    assert not find(panel, QCheckBox, "closeaccount.sure").isChecked()


def test_a_supervisor_lets_an_account_send_lists_and_takes_that_back(station: Station) -> None:
    counter = station.counter
    counter.set_account(counter.salma.account_id, batches_allowed=False)
    page, panel = station.open("batches", counter.salma, who="supervisor")
    assert page.says("allowed") == "No"
    page.usual_reason(1)
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.account(counter.salma.account_id, "batches_allowed") == (True,)
    assert page.says("allowed") == "Yes"
    panel.heard.clear()
    page.type("reason", "contract ended")
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.account(counter.salma.account_id, "batches_allowed") == (False,)


def test_the_bank_lets_no_teller_allow_lists(station: Station) -> None:
    counter = station.counter
    counter.set_account(counter.salma.account_id, batches_allowed=False)
    page, panel = station.open("batches", counter.salma)
    page.usual_reason(1)
    page.submit()
    assert page.wait_for_error().startswith("You have no right to do this.")
    assert panel.heard == []
    assert counter.account(counter.salma.account_id, "batches_allowed") == (False,)
