"""The transfer screen against a real bank."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget

from services.errors import OutcomeUnknown
from services.values.money import Money
from services.values.transfers import Payment, TransferOutcome
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, wait_for
from tests.pages.transfer import TransferPage
from tests.ui.stage import stage
from ui import privacy
from ui.components.payment import delivery
from ui.preferences import Preferences
from ui.screens.transfer import TransferScreen, review_dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer

WE_DO_NOT_KNOW = (
    "We don't know yet whether this payment was made.\nDon't send it again; we are checking."
)


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_dialog, "ARM_AFTER_MS", 30)
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 100)


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="24860.40", address="salma@instapay")


@pytest.fixture
def mona(bank: Bank) -> Customer:
    return bank.add_customer("Mona Adel", "mona@demo.eg", address="mona@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    return sign_in(bank, salma)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def screen(
    services: Services, mona: Customer, preferences: Preferences, qtbot: QtBot
) -> TransferScreen:
    del mona
    return show(services, preferences, qtbot)


@pytest.fixture
def open_screen(
    services: Services, preferences: Preferences, qtbot: QtBot
) -> Callable[[], TransferScreen]:
    """Opens the screen when a test wants it."""
    return lambda: show(services, preferences, qtbot)


@pytest.fixture
def page(screen: TransferScreen, qtbot: QtBot) -> TransferPage:
    made = TransferPage(qtbot, screen)
    made.wait_for_form()
    return made


def sign_in(bank: Bank, customer: Customer, outbox: str = "outbox") -> Services:
    opened = bank.services(outbox)
    opened.identity.sign_in(email=customer.email, password=PASSWORD)
    return opened


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


@contextmanager
def out_of_reach(bank: Bank, services: Services) -> Iterator[None]:
    """Take the payment database away from a program that is connected to it."""
    right = bank.payment_url
    bank.payment_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[1].close()
    yield
    bank.payment_url = right


# What works


@pytest.mark.parametrize("by", ["address", "iban"])
def test_a_payment_named_by_address_or_iban_arrives(
    page: TransferPage, bank: Bank, salma: Customer, mona: Customer, by: str
) -> None:
    groups = [mona.iban[start : start + 4] for start in range(0, len(mona.iban), 4)]
    page.type_payee({"address": " Mona@InstaPay", "iban": " ".join(groups).lower()}[by])
    page.wait_for_payee("Mona A••••")
    page.type_amount("4,500.5")
    page.type_note("rent November")
    assert page.summary("gets") == "4,500.50 EGP"
    assert page.summary("after") == "20,359.90 EGP"
    page.review()
    assert page.confirm_text("payee") == "to Mona A••••"
    assert page.confirm_text("amount") == "4,500.50 EGP"
    assert page.confirm_text("after") == "20,359.90 EGP"
    assert page.confirm_text("note") == "rent November"
    page.confirm()
    page.wait_for_outcome("sent")
    assert "4,500.50 EGP sent" in page.outcome_text()
    assert page.receipt("balance") == "20,359.90 EGP"
    assert bank.balance(salma.account_id) == Decimal("20359.90")
    assert bank.balance(mona.account_id) == Decimal("4500.50")
    assert payments(bank) == [("COMPLETED", Decimal("4500.50"))]


def test_both_sides_see_it_in_their_histories_and_notices(
    page: TransferPage, bank: Bank, services: Services, salma: Customer, mona: Customer
) -> None:
    page.send("mona@instapay", "50", "lunch")
    page.wait_for_outcome("sent")
    sent = services.accounts.history(account_id=salma.account_id).entries[0]
    assert (sent.counterparty, sent.note) == ("Mona A••••", "lunch")
    assert sent.amount.amount == Decimal(-50)
    hers = sign_in(bank, mona, "hers")
    received = hers.accounts.history(account_id=mona.account_id).entries[0]
    assert received.counterparty == "Salma H••••"
    assert received.amount.amount == Decimal(50)
    assert hers.notifications.list().notifications[0].event == "payment_received"
    assert services.notifications.list().notifications[0].event == "payment_sent"


def test_arabic_digits_are_understood_and_written_out(page: TransferPage, qtbot: QtBot) -> None:
    page.type_payee("mona@instapay")
    page.type_amount("\u0664\u0665\u0660\u0660\u066b\u0665")
    page.type_note("")
    qtbot.waitUntil(lambda: page.text("amount") == "4,500.50")
    assert page.summary("gets") == "4,500.50 EGP"


def test_the_reference_is_copied_whole(page: TransferPage, bank: Bank) -> None:
    page.send("mona@instapay", "50")
    page.wait_for_outcome("sent")
    shown = page.receipt("reference").replace(" ", "").lower()
    copied = page.clipboard_after_copying_reference()
    assert copied.replace("-", "").endswith(shown)
    found = bank.ask("payment", "SELECT count(*) FROM transactions WHERE id = %s", copied)
    assert found == [(1,)]


def test_after_a_payment_the_next_one_starts_empty_with_the_new_balance(
    page: TransferPage, qtbot: QtBot
) -> None:
    page.send("mona@instapay", "860.40", "rent")
    page.wait_for_outcome("sent")
    page.new_transfer()
    assert (page.text("to"), page.text("amount"), page.text("note")) == ("", "", "")
    assert page.outcome() == ""
    qtbot.waitUntil(lambda: "24,000.00 EGP" in page.payer(), timeout=PATIENCE_MS)


def test_money_moves_between_own_accounts_by_their_names(
    page: TransferPage, screen: TransferScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    savings = bank.add_account(salma.user_id, name="Savings", address="salma.savings@instapay")
    screen.refresh()
    qtbot.waitUntil(lambda: page._from.count() == 2, timeout=PATIENCE_MS)
    page.type_payee("salma.savings@instapay")
    page.wait_for_payee("Savings")
    page.type_amount("100")
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert bank.balance(savings) == 100


# Once, and only when it is meant


def test_pressing_send_or_enter_twice_sends_once(
    page: TransferPage, bank: Bank, mona: Customer
) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    dialog = page.dialog()
    send = find(dialog, QPushButton, "confirm.send")
    page._qtbot.waitUntil(send.isEnabled)
    send.setFocus()
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    QTest.keyClick(send, Qt.Key.Key_Return)
    send.clicked.emit()
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(50))]
    assert bank.balance(mona.account_id) == 50


def test_a_double_click_on_review_opens_one_dialog_and_sends_nothing(
    page: TransferPage, screen: TransferScreen, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_dialog, "ARM_AFTER_MS", 60_000)
    page.fill("mona@instapay", "50")
    review = find(screen, QPushButton, "transfer.review")
    review.click()
    review.click()
    dialog = page.dialog()
    assert len(screen.findChildren(type(dialog), "confirm.dialog")) == 1
    assert not find(dialog, QPushButton, "confirm.send").isEnabled()
    page._qtbot.waitUntil(find(dialog, QPushButton, "confirm.cancel").hasFocus)
    page.cancel()
    assert payments(bank) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_on_cancel_and_escape_leave_everything_as_it_was(
    page: TransferPage, bank: Bank, key: Qt.Key, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50", "lunch")
    page.review()
    dialog = page.dialog()
    qtbot.waitUntil(find(dialog, QPushButton, "confirm.send").isEnabled)
    assert find(dialog, QPushButton, "confirm.cancel").hasFocus()
    QTest.keyClick(find(dialog, QPushButton, "confirm.cancel"), key)
    qtbot.waitUntil(lambda: not page.has_dialog())
    assert page.text("to") == "mona@instapay"
    assert page.text("note") == "lunch"
    assert payments(bank) == []


def test_enter_in_a_field_reviews_and_does_not_send(page: TransferPage, bank: Bank) -> None:
    page.type_payee("mona@instapay")
    page.type_amount("50")
    QTest.keyClick(find(page._root, QLineEdit, "transfer.amount"), Qt.Key.Key_Return)
    page.dialog()
    page.cancel()
    assert payments(bank) == []


def test_enter_behind_the_payee_goes_to_the_amount_and_scolds_nobody(page: TransferPage) -> None:
    page.type_payee("mona@instapay")
    QTest.keyClick(find(page._root, QLineEdit, "transfer.to"), Qt.Key.Key_Return)
    assert find(page._root, QLineEdit, "transfer.amount").hasFocus()
    page.wait_for_payee("Mona A••••")
    assert page.error("amount") == ""
    assert not page.has_dialog()


def test_focus_stays_in_the_screen_while_a_payment_is_on_its_way(
    page: TransferPage, screen: TransferScreen, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    real_send = services.transfers.send

    def send_slowly(*, payment: Payment) -> TransferOutcome:
        assert gate.wait(10)
        return real_send(payment=payment)

    monkeypatch.setattr(services.transfers, "send", send_slowly)
    page.send("mona@instapay", "50")
    try:
        review = find(screen, QPushButton, "transfer.review")
        page._qtbot.waitUntil(lambda: not review.isEnabled(), timeout=PATIENCE_MS)
        assert focused(screen) is screen._desk
    finally:
        gate.set()
    page.wait_for_outcome("sent")
    assert focused(screen) is find(screen, QPushButton, "transfer.new")


def test_the_review_cannot_be_minimised_or_maximised(page: TransferPage) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    flags = page.dialog().windowFlags()
    assert not flags & Qt.WindowType.WindowMinMaxButtonsHint
    assert flags & Qt.WindowType.WindowCloseButtonHint
    page.cancel()


# What is wrong is said where it is wrong


ABSURD_AMOUNTS = {
    "": "Please type an amount.",
    "abc": "This is not an amount.",
    "1e30": "This is not an amount.",
    "NaN": "This is not an amount.",
    "-5": "The amount must be more than zero.",
    "0": "The amount must be more than zero.",
    "1.234": "An amount has at most two decimals",
    "99999999999999999": "This amount is larger than one payment can be.",
    "24,860.41": "There is not enough money in this account: 24,860.40 EGP are available.",
}


def test_absurd_amounts_are_refused_beside_the_field_and_kept(
    page: TransferPage, bank: Bank
) -> None:
    page.fill("mona@instapay", "")
    for amount, sentence in ABSURD_AMOUNTS.items():
        page.type_amount(amount)
        page.review()
        assert page.wait_for_error("amount").startswith(sentence), amount
        assert page.error("to") == ""
        assert not page.has_dialog()
        assert page.text("amount").replace(",", "") == amount.replace(",", "")
    assert payments(bank) == []


def test_an_amount_is_judged_when_its_field_is_left_and_not_before(page: TransferPage) -> None:
    page.type_amount("1.2345")
    assert page.error("amount") == ""
    page.type_note("")
    assert page.error("amount") != ""
    page.type_amount("1.23")
    assert page.error("amount") == ""


def test_an_unknown_payee_is_told_beside_the_field_once_it_is_left(page: TransferPage) -> None:
    for typed in ("nobody@instapay", "EG380019000500000000263180002", "??"):
        page.type_payee(typed)
        assert page.error("to") == ""
        page.type_amount("50")
        assert page.wait_for_error("to").startswith("Nobody is known by this address or IBAN.")
        page.review()
        assert not page.has_dialog()
        assert page.text("to") == typed
    page.type_payee("mona@instapay")
    page.wait_for_payee("Mona A••••")
    assert page.error("to") == ""


def test_an_empty_form_says_what_is_missing_and_goes_to_the_first_field(
    page: TransferPage,
) -> None:
    page.review()
    assert page.error("to").startswith("Please type who gets the money")
    assert page.error("amount") == "Please type an amount."
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "transfer.to"


def test_paying_the_account_that_pays_is_refused_as_soon_as_it_is_known(
    page: TransferPage, bank: Bank
) -> None:
    page.type_payee("salma@instapay")
    assert page.wait_for_error("to") == (
        "This is the account that pays. Choose another one to pay to."
    )
    page.type_amount("50")
    assert page.payee() == ""
    assert (page.summary("gets"), page.summary("after")) == ("\u2013", "\u2013")
    page.review()
    assert not page.has_dialog()
    assert payments(bank) == []


def test_another_currency_is_refused_until_an_account_of_it_pays(
    page: TransferPage, screen: TransferScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    bank.add_customer("Karim Samir", "karim@demo.eg", currency="USD", address="karim@instapay")
    bank.add_account(salma.user_id, currency="USD", balance="1250", name="Dollars")
    screen.refresh()
    qtbot.waitUntil(lambda: page._from.count() == 2, timeout=PATIENCE_MS)
    page.type_payee("karim@instapay")
    assert page.wait_for_error("to").startswith("The two accounts have different currencies.")
    page.type_amount("50")
    assert page.payee() == ""
    assert (page.summary("gets"), page.summary("after")) == ("\u2013", "\u2013")
    page.choose_payer(1)
    assert page.error("to") == ""
    assert page.payee() == "Karim S••••"
    assert page.summary("gets") == "50.00 USD"


def test_a_note_that_is_too_long_is_kept_and_told(page: TransferPage) -> None:
    page.fill("mona@instapay", "50", "x" * 141)
    assert page.wait_for_error("note").startswith("The note is too long.")
    page.review()
    assert not page.has_dialog()
    assert page.text("note") == "x" * 141


def test_money_that_came_meanwhile_counts_without_leaving_the_form(
    page: TransferPage, bank: Bank, salma: Customer
) -> None:
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = 30000 WHERE id = %s RETURNING id",
        str(salma.account_id),
    )
    page.fill("mona@instapay", "25000")
    page._qtbot.waitUntil(lambda: page.error("amount") == "", timeout=PATIENCE_MS)
    page.review()
    page.dialog()


def test_the_banks_refusal_is_told_beside_the_field_and_the_input_is_kept(
    page: TransferPage, bank: Bank, salma: Customer
) -> None:
    page.fill("mona@instapay", "20000", "rent")
    page.review()
    page.dialog()
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = 10 WHERE id = %s RETURNING id",
        str(salma.account_id),
    )
    page.confirm()
    page.wait_for_outcome("refused")
    assert page.wait_for_error("amount").startswith("There is not enough money in this account")
    assert "No money was moved" in page.outcome_text()
    assert (page.text("to"), page.text("amount"), page.text("note")) == (
        "mona@instapay",
        "20,000.00",
        "rent",
    )
    assert payments(bank) == [("FAILED", Decimal(20000))]


# Bad days


def test_a_bank_out_of_reach_means_not_sent_and_the_form_stays(
    page: TransferPage, screen: TransferScreen, bank: Bank, services: Services, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50", "lunch")
    page.review()
    page.dialog()
    with out_of_reach(bank, services):
        page.confirm()
        told = page.wait_for_error("form")
        assert told.startswith("The bank cannot be reached.")
        assert told.endswith("Your payment was not sent.")
        assert focused(screen) is find(screen, QPushButton, "transfer.review")
    assert page.outcome() == ""
    assert page.text("note") == "lunch"
    assert payments(bank) == []
    screen.refresh()
    qtbot.waitUntil(lambda: page.error("form") == "", timeout=PATIENCE_MS)
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(50))]


def test_a_lost_answer_says_so_locks_the_form_and_resolves_by_itself(
    page: TransferPage,
    screen: TransferScreen,
    bank: Bank,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real_send = services.transfers.send

    def send_and_lose_the_answer(*, payment: Payment) -> None:
        real_send(payment=payment)
        raise OutcomeUnknown(payment.id)

    monkeypatch.setattr(services.transfers, "send", send_and_lose_the_answer)
    page.send("mona@instapay", "50")
    page.wait_for_outcome("checking")
    assert WE_DO_NOT_KNOW in page.outcome_text()
    assert not find(screen, QPushButton, "transfer.review").isVisible()
    assert not find(screen, QLineEdit, "transfer.amount").isEnabled()
    assert screen.draft() == {}
    panel = find(screen, QWidget, "transfer.outcome")
    assert focused(screen) is panel
    page._qtbot.waitUntil(lambda: is_in_view(screen, panel))
    page.wait_for_outcome("sent")
    assert focused(screen) is find(screen, QPushButton, "transfer.new")
    assert payments(bank) == [("COMPLETED", Decimal(50))]


@pytest.fixture
def left_behind(bank: Bank, salma: Customer, mona: Customer) -> Payment:
    """A payment that a program wrote into its outbox before it died."""
    dead = sign_in(bank, salma)
    payee = dead.transfers.resolve(payee=mona.iban)
    payment = Payment(salma.account_id, payee, Money(Decimal(75), "EGP"), "before the crash")
    dead.transfers._outbox.keep(salma.user_id, payment)
    dead.transfers._outbox.release()
    return payment


def test_after_a_restart_a_payment_that_never_arrived_is_given_up_and_offered_again(
    left_behind: Payment,
    open_screen: Callable[[], TransferScreen],
    services: Services,
    bank: Bank,
    qtbot: QtBot,
) -> None:
    page = TransferPage(qtbot, open_screen())
    page.wait_for_outcome("not_made")
    assert "75.00 EGP to Mona A••••" in page.outcome_text()
    assert [status for status, _ in payments(bank)] == ["FAILED"]
    assert page.text("amount") == "75.00"
    assert page.text("note") == "before the crash"
    page.wait_for_form()
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert payments(bank)[1:] == [("COMPLETED", Decimal(75))]
    assert services.transfers.unknown() == ()
    assert page.clipboard_after_copying_reference() != str(left_behind.id)


def test_after_a_restart_a_payment_that_was_made_is_told_and_not_paid_again(
    left_behind: Payment,
    open_screen: Callable[[], TransferScreen],
    bank: Bank,
    salma: Customer,
    qtbot: QtBot,
) -> None:
    sign_in(bank, salma, "another outbox").transfers.send(payment=left_behind)
    page = TransferPage(qtbot, open_screen())
    page.wait_for_outcome("sent")
    assert "75.00 EGP sent" in page.outcome_text()
    assert page.receipt("balance") == "24,785.40 EGP"
    assert bank.balance(left_behind.payee.account_id) == Decimal(75)
    assert payments(bank) == [("COMPLETED", Decimal(75))]


@pytest.mark.usefixtures("left_behind")
def test_while_the_bank_is_away_an_unknown_payment_is_shown_and_nothing_can_be_sent(
    open_screen: Callable[[], TransferScreen], services: Services, bank: Bank, qtbot: QtBot
) -> None:
    with out_of_reach(bank, services):
        screen = open_screen()
        page = TransferPage(qtbot, screen)
        page.wait_for_outcome("checking")
        assert WE_DO_NOT_KNOW in page.outcome_text()
        assert not find(screen, QPushButton, "transfer.review").isVisible()
    screen.refresh()
    page.wait_for_outcome("not_made")
    wait_for(qtbot, screen, "transfer.review")


def test_without_a_bank_the_screen_says_so_and_works_when_it_is_back(
    open_screen: Callable[[], TransferScreen], services: Services, bank: Bank, qtbot: QtBot
) -> None:
    with out_of_reach(bank, services):
        screen = open_screen()
        error = wait_for(qtbot, screen, "transfer.error")
        assert "The bank cannot be reached" in error.accessibleName()
    screen.refresh()
    TransferPage(qtbot, screen).wait_for_form()


def test_an_ended_session_is_told_to_the_window_and_the_draft_survives_it(
    page: TransferPage,
    screen: TransferScreen,
    services: Services,
    open_screen: Callable[[], TransferScreen],
    qtbot: QtBot,
) -> None:
    page.fill("mona@instapay", "50.5", "lunch")
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        page.review()
        page.confirm()
    draft = screen.draft()
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    again = open_screen()
    again.restore(draft)
    page = TransferPage(qtbot, again)
    page.wait_for_form()
    page.wait_for_payee("Mona A••••")
    assert (page.text("amount"), page.text("note")) == ("50.50", "lunch")


def test_hidden_amounts_are_hidden_here_too(
    services: Services, preferences: Preferences, mona: Customer, qtbot: QtBot
) -> None:
    del mona
    privacy.hide_amounts(preferences, hidden=True)
    page = TransferPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_form()
    assert "24,860" not in page.payer()
    page.fill("mona@instapay", "99999")
    assert page.summary("after") == "\u2013"
    page.review()
    assert "24,860" not in page.wait_for_error("amount")
    page.type_amount("50")
    assert page.summary("after") == "•••••• EGP"
