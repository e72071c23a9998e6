"""Contacts, own accounts and recent payees are paid without a question."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.pages.contact_dialog import ContactDialogPage
from tests.pages.finding import PATIENCE_MS, find, press
from tests.pages.transfer import TransferPage
from tests.ui.transfer.acting import payments, set_limit
from ui.widgets import payee_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.screens.transfer import TransferScreen


@pytest.fixture
def questions(bank: Bank) -> Callable[[], int]:
    return lambda: int(bank.ask("payment", "SELECT count(*) FROM payee_questions")[0][0])


@pytest.fixture
def known(bank: Bank, services: Services, salma: Customer, mona: Customer) -> None:
    """Salma has savings and a landlord among her contacts, and has paid Mona before."""
    bank.add_account(salma.user_id, name="Savings", balance=10)
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    services.payees.add_contact(payee="karim@instapay", name="Landlord, Zamalek")
    bank.pay_past(salma.account_id, mona.account_id, ["75"])


@pytest.fixture
def opened(known: None, open_screen: Callable[[], TransferScreen], qtbot: QtBot) -> TransferPage:
    del known
    page = TransferPage(qtbot, open_screen())
    page.wait_for_form()
    page.wait_for_recent("Mona A••••, Paid Today", "Landlord, Zamalek, karim@instapay")
    return page


@pytest.mark.parametrize("typed", ["land", "ZAMA", "karim", "Lándlord zam"])
def test_a_contact_is_found_by_the_beginning_of_any_word_and_taken_by_enter(
    opened: TransferPage, questions: Callable[[], int], bank: Bank, typed: str
) -> None:
    asked = questions()
    opened.type_payee(typed)
    opened.wait_for_choices("Landlord, Zamalek, karim@instapay")
    opened.press_in_payee(Qt.Key.Key_Return)
    assert opened.choices() == []
    assert (opened.text("to"), opened.payee()) == ("Landlord, Zamalek", "Karim S••••")
    opened.type_amount("50")
    opened.review()
    assert opened.confirm_text("payee") == "to Karim S••••"
    opened.confirm()
    opened.wait_for_outcome("sent")
    assert payments(bank)[-1] == ("COMPLETED", Decimal(50))
    assert questions() == asked


def test_a_recent_payee_is_one_press_away(
    opened: TransferPage, questions: Callable[[], int], screen_focus: Callable[[], str]
) -> None:
    asked = questions()
    opened.pay_recent(1)
    assert (opened.text("to"), opened.payee()) == ("Mona A••••", "Mona A••••")
    assert opened.payee_advice() == "You have paid this account before"
    assert screen_focus() == "transfer.amount"
    assert opened.recent() == []
    opened.type_amount("20")
    opened.review()
    opened.confirm()
    opened.wait_for_outcome("sent")
    assert questions() == asked


@pytest.fixture
def screen_focus(opened: TransferPage) -> Callable[[], str]:
    def name() -> str:
        focused = opened._root.window().focusWidget()
        return focused.objectName()

    return name


def test_keys_move_in_the_list_and_escape_closes_it(opened: TransferPage) -> None:
    opened.press_in_payee(Qt.Key.Key_Down)
    # Not the account that pays.
    assert [each.split(",")[0] for each in opened.choices()] == [
        "Mona A••••",
        "Landlord",
        "Savings",
    ]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        opened.press_in_payee(key)
    assert opened.text("to") == "Savings"
    opened.type_payee("s")
    assert len(opened.choices()) == 1
    opened.press_in_payee(Qt.Key.Key_Escape)
    assert opened.choices() == []
    assert opened.text("to") == "s"


def test_an_own_account_is_taken_by_a_click_and_costs_nothing(
    opened: TransferPage, questions: Callable[[], int], bank: Bank
) -> None:
    asked = questions()
    set_limit(bank, per_day="100")
    opened.type_payee("sav")
    opened.click_choice(0)
    assert opened.payee_advice() == "Your own account"
    opened.type_amount("500")
    opened.wait_for_summary("fee", "None")
    assert (opened.summary("day"), opened.summary("month")) == ("", "")
    opened.review()
    assert not opened.warns_of_first_payment()
    opened.confirm()
    opened.wait_for_outcome("sent")
    assert questions() == asked


def test_an_own_iban_is_known_as_soon_as_it_is_whole(
    opened: TransferPage, questions: Callable[[], int], services: Services
) -> None:
    asked = questions()
    savings = services.accounts.list()[1]
    opened.type_payee(savings.iban.lower())
    assert opened.payee() == "Savings"
    assert questions() == asked


def test_enter_takes_nobody_for_a_half_typed_address(
    opened: TransferPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(payee_field, "PAUSE_MS", 60_000)
    opened.type_payee("karim@instap")
    assert opened.choices() == ["Landlord, Zamalek, karim@instapay"]
    opened.press_in_payee(Qt.Key.Key_Return)
    assert opened.payee() == ""
    assert opened.wait_for_error("to").startswith(("Nobody is known", "This is neither"))


def test_a_contacts_address_typed_in_full_means_whoever_has_it_now(
    opened: TransferPage, bank: Bank
) -> None:
    nour = bank.add_customer("Nour Adel", "nour@demo.eg")
    bank.ask(
        "payment",
        "UPDATE payment_addresses SET account_id = %s WHERE address = 'karim@instapay' RETURNING 1",
        str(nour.account_id),
    )
    opened.type_payee("karim@instapay")
    opened.wait_for_payee("Nour A••••")


def test_a_new_payee_is_kept_from_the_field_without_a_second_question(
    opened: TransferPage, questions: Callable[[], int], services: Services, qtbot: QtBot
) -> None:
    dialog = ContactDialogPage(qtbot, opened._root)
    opened.type_payee("mona@instapay")
    opened.wait_for_payee("Mona A••••")
    asked = questions()
    # Paid before, but by an address that nobody has kept.
    press(opened._root, "transfer.add_contact")
    dialog.wait()
    assert dialog.name() == "Mona"
    dialog.type_name("  ")
    dialog.save()
    assert dialog.wait_for_error().startswith("Please type a name")
    dialog.type_name("Mona, flat")
    dialog.save()
    dialog.wait_until_closed()
    qtbot.waitUntil(
        lambda: opened.payee_advice() == "mona@instapay, one of your contacts", timeout=PATIENCE_MS
    )
    assert questions() == asked
    assert [each.name for each in services.payees.contacts()] == ["Landlord, Zamalek", "Mona, flat"]


def test_the_receipt_offers_to_keep_a_stranger_and_to_send_again(
    page: TransferPage, services: Services, bank: Bank, qtbot: QtBot
) -> None:
    page.send("mona@instapay", "50", "lunch")
    page.wait_for_outcome("sent")
    press(page._root, "transfer.keep_payee")
    dialog = ContactDialogPage(qtbot, page._root)
    dialog.wait()
    dialog.save()
    dialog.wait_until_closed()
    assert [each.name for each in services.payees.contacts()] == ["Mona"]
    page.send_again()
    assert (page.text("amount"), page.text("note")) == ("50.00", "lunch")
    qtbot.waitUntil(lambda: page.payee() == "Mona A••••", timeout=PATIENCE_MS)
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(50))] * 2


def test_a_payment_named_by_its_id_is_written_once_more(
    page: TransferPage, screen: TransferScreen, bank: Bank, questions: Callable[[], int]
) -> None:
    page.send("mona@instapay", "50", "lunch")
    page.wait_for_outcome("sent")
    (made,) = bank.ask("payment", "SELECT id FROM transactions WHERE initiated_by IS NOT NULL")
    asked = questions()
    screen.enter({"again": UUID(str(made[0]))})
    page.wait_for_payee("Mona A••••")
    assert (page.text("amount"), page.text("note")) == ("50.00", "lunch")
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert questions() == asked


def test_the_first_payment_and_the_password_are_told_while_one_types(
    page: TransferPage, bank: Bank
) -> None:
    set_limit(bank, per_day="20000", per_month="300000")
    page.fill("mona@instapay", "5,000")
    page.wait_for_summary("day", "15,000.00 EGP")
    assert (page.summary("fee"), page.summary("total")) == ("5.00 EGP", "5,005.00 EGP")
    assert page.summary("month") == "295,000.00 EGP"
    assert page.payee_advice().startswith("First payment:")
    assert page.warns_of_password()
    page.type_amount("50")
    page.wait_for_summary("day", "19,950.00 EGP")
    assert not page.warns_of_password()


def test_a_limit_is_told_beside_the_amount_before_the_review(
    page: TransferPage, bank: Bank
) -> None:
    set_limit(bank, per_day="400")
    page.fill("mona@instapay", "500")
    told = page.wait_for_error("amount")
    assert told.startswith("This is over your limit for a day: you may still pay 400.00 EGP")
    page.type_amount("٤٠٠")
    page.wait_for_summary("day", "0.00 EGP")
    assert page.error("amount") == ""
    assert find(page._root, QLineEdit, "transfer.note").text() == ""
