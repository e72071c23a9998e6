"""The life of a contact, by keyboard and by mouse."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.pages.finding import PATIENCE_MS, find
from tests.pages.language import LanguagePage
from tests.ui.offline import out_of_reach
from ui.language import Language
from ui.screens.contacts import ContactsScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.values.payees import Contact
    from tests.bank import Bank, Customer
    from tests.pages.contacts import ContactsPage
    from tests.ui.payees.conftest import Seat

LANDLORD = "Landlord, Karim S•••• · karim@instapay"


@pytest.fixture
def contacts(seat: Seat) -> ContactsPage:
    seat.page.go_to("contacts")
    seat.contacts.wait_for("contacts.empty")
    return seat.contacts


def test_one_is_added_renamed_paid_and_removed(
    contacts: ContactsPage, seat: Seat, bank: Bank, karim: Customer
) -> None:
    contacts.add("karim@instapay", "Landlord")
    contacts.wait_for_names("Landlord")
    assert contacts.rows() == [LANDLORD]
    contacts.choose(0)
    contacts.rename("سمير")
    contacts.wait_for_names("سمير")
    assert seat.window.focusWidget() is contacts.view
    contacts.pay()
    seat.page.wait_for_screen("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.wait_for_payee("Karim S••••")
    seat.page._qtbot.waitUntil(lambda: seat.transfer.text("to") == "سمير")
    seat.transfer.type_amount("٥٠٫٥")
    seat.transfer.review()
    seat.transfer.confirm()
    seat.transfer.wait_for_outcome("sent")
    assert bank.balance(karim.account_id) == 60 + 0.5
    seat.page.go_to("contacts")
    contacts.remove()
    contacts.cancel_removal()
    assert contacts.names() == ["سمير"]
    contacts.remove()
    contacts.confirm_removal()
    contacts.wait_for("contacts.empty")
    assert bank.ask("payment", "SELECT count(*) FROM contacts") == [(0,)]


def test_it_stands_in_the_side_bar_and_behind_alt_3(seat: Seat) -> None:
    screens = ["accounts", "transfer", "contacts", "bulk", "notifications", "settings"]
    assert seat.page.screens() == screens
    QTest.keyClick(seat.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    seat.page.wait_for_screen("contacts")


@pytest.fixture
def filled(contacts: ContactsPage, bank: Bank) -> ContactsPage:
    bank.add_customer("Mona Adel", "mona@demo.eg", address="mona@instapay")
    contacts.add("karim@instapay", "Landlord")
    contacts.wait_for_names("Landlord")
    contacts.add("mona@instapay", "Mona, flat")
    contacts.wait_for_names("Landlord", "Mona, flat")
    return contacts


def test_search_finds_by_any_word_owner_or_address(filled: ContactsPage) -> None:
    for text in ("flat", "MONA", "mona@insta"):
        filled.seek(text)
        assert filled.names() == ["Mona, flat"], text
    filled.seek("kar")
    assert filled.names() == ["Landlord"]
    filled.seek("x")
    filled.wait_for("contacts.nobody")
    filled.seek("")
    assert filled.names() == ["Landlord", "Mona, flat"]


@pytest.mark.parametrize("way", ["enter", "double click", "its own button"])
def test_each_way_to_pay_leads_to_the_form(filled: ContactsPage, seat: Seat, way: str) -> None:
    if way == "enter":
        filled.press_key(Qt.Key.Key_Down)
        filled.press_key(Qt.Key.Key_Return)
    elif way == "double click":
        filled.choose(1)
        filled.double_click(1)
    else:
        filled.choose(0)
        filled.press_pay_in_row(1)
    seat.page.wait_for_screen("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.wait_for_payee("Mona A••••")


def test_keys_rename_and_remove(filled: ContactsPage) -> None:
    filled.choose(0)
    filled.press_key(Qt.Key.Key_F2)
    filled.type_name(" ")
    assert filled.name_error().startswith("Please type a name for this contact")
    filled.type_name("Zamalek")
    filled.wait_for_names("Mona, flat", "Zamalek")
    filled.choose(0)
    filled.press_key(Qt.Key.Key_Delete)
    filled.confirm_removal()
    filled.wait_for_names("Zamalek")


@pytest.mark.parametrize("speaks_otherwise", [False, True], ids=["one language", "another one"])
def test_of_two_names_in_a_row_the_later_one_stays(
    *,
    filled: ContactsPage,
    seat: Seat,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
    speaks_otherwise: bool,
) -> None:
    services = seat.window.services
    assert services is not None
    rename, later_one_landed = services.payees.rename_contact, threading.Event()

    def slowly_at_first(*, contact_id: UUID, name: str) -> None:
        if name == "Lanlord Karim":
            # Lets the later one overtake it, where anything can.
            later_one_landed.wait(1)
        rename(contact_id=contact_id, name=name)
        if name == "Landlord Karim":
            later_one_landed.set()

    monkeypatch.setattr(services.payees, "rename_contact", slowly_at_first)
    filled.choose(0)
    filled.rename("Lanlord Karim")
    filled.rename("Landlord Karim")
    if speaks_otherwise:
        seat.page.go_to("settings")
        LanguagePage(seat.page._qtbot, seat.window).choose(Language.ARABIC)
        seat.page.go_to("contacts")
    seat.page._qtbot.waitUntil(later_one_landed.is_set, timeout=PATIENCE_MS)
    filled.wait_for_names("Landlord Karim", "Mona, flat")
    assert bank.ask("payment", "SELECT min(name) FROM contacts") == [("Landlord Karim",)]


def test_an_answer_leaves_a_name_alone_that_is_being_typed(
    filled: ContactsPage, seat: Seat, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, screen = seat.window.services, seat.window.findChild(ContactsScreen)
    assert services is not None
    assert screen is not None
    rename, contacts = services.payees.rename_contact, services.payees.contacts
    may_go, is_listed = threading.Event(), threading.Event()

    def late(*, contact_id: UUID, name: str) -> None:
        assert may_go.wait(PATIENCE_MS / 1000)
        rename(contact_id=contact_id, name=name)

    def listed() -> tuple[Contact, ...]:
        found = contacts()
        if any(each.name == "Landlord Karim" for each in found):
            is_listed.set()
        return found

    monkeypatch.setattr(services.payees, "rename_contact", late)
    monkeypatch.setattr(services.payees, "contacts", listed)
    filled.choose(0)
    filled.rename("Landlord Karim")
    filled.choose(1)
    filled.press_key(Qt.Key.Key_F2)
    edit = find(seat.window, QLineEdit, "contacts.name")
    QTest.keyClicks(edit, "Mo")
    may_go.set()
    seat.page._qtbot.waitUntil(
        lambda: is_listed.is_set() and screen._task is not None and not screen._task.is_open,
        timeout=PATIENCE_MS,
    )
    assert seat.window.focusWidget() is edit
    assert edit.text() == "Mo"
    QTest.keyClicks(edit, "na Adel")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    filled.wait_for_names("Landlord Karim", "Mona Adel")
    assert bank.ask("payment", "SELECT name FROM contacts ORDER BY name") == [
        ("Landlord Karim",),
        ("Mona Adel",),
    ]


def test_what_changed_elsewhere_is_listed_once_no_name_is_typed(
    filled: ContactsPage, seat: Seat, bank: Bank
) -> None:
    screen = seat.window.findChild(ContactsScreen)
    assert screen is not None
    filled.choose(0)
    filled.press_key(Qt.Key.Key_F2)
    edit = find(seat.window, QLineEdit, "contacts.name")
    QTest.keyClicks(edit, "Land")
    bank.ask("payment", "UPDATE contacts SET name = 'Mona' WHERE name = 'Mona, flat' RETURNING 1")
    screen.refresh()
    task = screen._task
    assert task is not None
    seat.page._qtbot.waitUntil(lambda: not task.is_open, timeout=PATIENCE_MS)
    assert edit.text() == "Land"
    assert filled.names() == ["Landlord", "Mona, flat"]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    filled.wait_for_names("Landlord", "Mona")
    assert seat.window.focusWidget() is filled.view


def test_what_is_wrong_stands_beside_its_field(contacts: ContactsPage, bank: Bank) -> None:
    contacts.open_dialog()
    contacts.dialog.save()
    assert contacts.dialog.wait_for_error().startswith("Please type who gets the money")
    contacts.dialog.type_payee("nobody@instapay")
    contacts.dialog.save()
    assert contacts.dialog.wait_for_error().startswith("Nobody is known")
    contacts.dialog.type_payee("karim@instapay")
    contacts.dialog.wait_for_payee("Karim S••••")
    assert contacts.dialog.name() == "Karim"
    bank.ask(
        "payment",
        "UPDATE private.settings SET value = '0' WHERE name = 'contacts_per_person' RETURNING 1",
    )
    contacts.dialog.save()
    assert contacts.dialog.wait_for_error().startswith("Your list of contacts is full.")
    contacts.dialog.cancel()
    contacts.wait_for("contacts.empty")


def test_a_closed_one_is_marked_and_cannot_be_paid(
    filled: ContactsPage, seat: Seat, bank: Bank, karim: Customer
) -> None:
    bank.ask(
        "payment",
        "UPDATE accounts SET closed_at = now() WHERE id = %s RETURNING 1",
        str(karim.account_id),
    )
    seat.window.refresh()
    seat.page._qtbot.waitUntil(lambda: filled.rows()[0] == f"{LANDLORD}, closed")
    filled.choose(0)
    assert not filled.can_pay()
    filled.press_key(Qt.Key.Key_Return)
    filled.double_click(0)
    assert seat.page.screen() == "contacts"


def test_without_a_bank_it_says_so_and_tries_again(
    open_window: Callable[[], Seat], bank: Bank
) -> None:
    seat = open_window()
    seat.sign_in()
    services = seat.window._services
    assert services is not None
    with out_of_reach(bank, services):
        seat.page.go_to("contacts")
        seat.contacts.wait_for("contacts.error")
    seat.window.refresh()
    seat.contacts.wait_for("contacts.empty")
