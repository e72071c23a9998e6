"""Transfer, contacts and receive in their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.pages.contacts import ContactsPage
from tests.pages.finding import press
from tests.pages.receive import ReceivePage

if TYPE_CHECKING:
    from tests.shots.studio import Studio


def play_paying(studio: Studio) -> None:
    """Go through them as Salma, who is signed in; leave everything as it was found."""
    contacts = ContactsPage(studio.bot, studio.window)
    _play_contacts(studio, contacts)
    _play_known_payees(studio)
    _play_receive(studio)
    studio.page.go_to("contacts")
    while contacts.names():
        first = contacts.names()[0]
        contacts.choose(0)
        contacts.remove()
        contacts.confirm_removal()
        studio.bot.waitUntil(lambda first=first: first not in contacts.names())  # type: ignore[misc]
    studio.page.go_to("accounts")


def _play_contacts(studio: Studio, contacts: ContactsPage) -> None:
    studio.page.go_to("contacts")
    contacts.wait_for("contacts.empty")
    studio.shoot("contacts-empty")
    contacts.open_dialog()
    contacts.dialog.type_payee("karim@instapay")
    contacts.dialog.wait_for_payee("Karim S••••")
    studio.shoot("contact-dialog")
    contacts.dialog.type_name("")
    contacts.dialog.save()
    contacts.dialog.wait_for_error()
    studio.shoot("contact-dialog-error")
    contacts.dialog.type_name("Karim, football")
    contacts.dialog.save()
    contacts.dialog.wait_until_closed()
    for payee, name in (
        ("mona@instapay", "Mona (rent)"),
        ("nile.grocery@instapay", "Grocery"),
        ("cairo.electric@instapay", "كهرباء القاهرة"),
    ):
        contacts.add(payee, name)
    contacts.wait_for_names("Grocery", "Karim, football", "Mona (rent)", "كهرباء القاهرة")
    studio.shoot("contacts")
    contacts.choose(2)
    press(studio.window, "contacts.rename")
    studio.shoot("contacts-rename")
    contacts.type_name(" ")
    studio.shoot("contacts-rename-empty")
    contacts.type_name("Mona (rent)")
    contacts.remove()
    studio.shoot("contacts-remove")
    contacts.cancel_removal()
    contacts.seek("zzz")
    studio.shoot("contacts-nobody")
    contacts.seek("")


def _play_known_payees(studio: Studio) -> None:
    transfer = studio.transfer
    studio.page.go_to("transfer")
    transfer.wait_for_form()
    studio.bot.waitUntil(lambda: len(transfer.recent()) > 1)
    studio.shoot("transfer-recent")
    transfer.type_payee("mo")
    studio.bot.waitUntil(lambda: transfer.choices() != [])
    studio.shoot("transfer-choices")
    transfer.press_in_payee(Qt.Key.Key_Return)
    transfer.type_amount("6,200.50")
    transfer.type_note("Rent")
    studio.bot.waitUntil(lambda: transfer.summary("after") != "\u2013")
    studio.shoot("transfer-quoted")
    transfer.type_amount("60,000")
    transfer.wait_for_error("amount")
    studio.shoot("transfer-hint")
    transfer.type_payee("garden.cafe@instapay")
    transfer.wait_for_payee("Garden C••••")
    transfer.type_amount("20")
    transfer.type_note("")
    studio.shoot("transfer-stranger")
    transfer.type_payee("delta.steel@instapay")
    transfer.wait_for_payee("Delta S••••")
    studio.bot.waitUntil(lambda: transfer.summary("after") != "\u2013")
    studio.shoot("transfer-first-payment")
    press(studio.window, "transfer.add_contact")
    studio.shoot("contact-dialog-known")
    press(studio.window, "contact.cancel")
    press(studio.window, "transfer.clear")


def _play_receive(studio: Studio) -> None:
    receive = ReceivePage(studio.bot, studio.window)
    studio.page.go_to("accounts")
    studio.accounts.receive()
    receive.wait()
    studio.shoot("receive")
    receive.copied("iban")
    studio.shoot("receive-copied")
    receive.give_up()
    studio.shoot("receive-give-up")
    receive.cancel()
    receive.choose_account(1)
    receive.claim("karim")
    receive.wait_for_error()
    studio.shoot("receive-claim")
