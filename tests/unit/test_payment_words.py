"""How payments, accounts and other sides are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from services.errors import InvalidInput, Refused
from services.values.accounts import Account
from services.values.money import Money
from services.values.transfers import Payee, Payment
from tests.pages.finding import plain
from tests.ui.ledger import line
from tests.ui.scripted_transfers import quoted
from ui import bidi, counterparty_text
from ui.components.history import line_text
from ui.components.payment import words
from ui.components.payment.note_field import note_problem
from ui.screens.transfer import fields

IBAN = "EG380019000500000000263180002"


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def account(number: int = 1, currency: str = "EGP", name: str | None = "Everyday") -> Account:
    zero, some = Money(Decimal(0), currency), Money(Decimal(100), currency)
    opened = datetime(2026, 1, 1, tzinfo=UTC)
    return Account(UUID(int=number), name, IBAN, None, currency, some, zero, some, opened)


def payee(number: int = 9, currency: str = "EGP") -> Payee:
    return Payee(UUID(int=number), "Mona A••••", currency, "mona@instapay", is_own=False)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mona A••••", "Mona A••••"),
        ("Savings", "Savings"),
        (IBAN, "Account 8000 2"),
        ("VAULT", "The bank"),
        ("", ""),
    ],
)
def test_the_other_side_is_named_as_a_person_reads_it(name: str, shown: str) -> None:
    assert plain(counterparty_text.shown(name)) == shown


def test_a_reference_is_the_end_of_the_id_in_groups() -> None:
    sent = Payment(UUID(int=1), payee(), egp("50"), id=UUID("01a203de-936d-7279-ad3c-b20b09fc2f62"))
    assert words.reference(sent.id) == "B20B 09FC 2F62"


def test_a_payment_and_an_account_each_have_one_line() -> None:
    sent = Payment(UUID(int=1), payee(), egp("4500"))
    assert plain(words.amount_to(sent)) == "4,500.00 EGP to Mona A••••"
    assert plain(words.account_line(account())) == "Everyday, 8000 2"
    assert plain(words.account_line(account(name=None))) == "Account, 8000 2"


def test_an_iban_is_shown_in_groups_and_an_address_as_it_is() -> None:
    by_iban = Payee(UUID(int=9), "Mona A••••", "EGP", IBAN, is_own=False)
    assert plain(words.reached_by(by_iban)) == "EG38 0019 0005 0000 0000 2631 8000 2"
    assert plain(words.reached_by(payee())) == "mona@instapay"


def test_the_form_knows_by_itself_whom_an_account_cannot_pay() -> None:
    assert fields.payee_problem(payee(), account()) is None
    assert fields.payee_problem(None, account()) is None
    itself = fields.payee_problem(payee(1), account(1))
    other = fields.payee_problem(payee(currency="USD"), account())
    assert isinstance(itself, InvalidInput)
    assert isinstance(other, InvalidInput)
    assert (itself.code, other.code) == ("payee_is_payer", "currency_differs")


def test_all_that_is_available_can_be_paid_and_no_more() -> None:
    assert fields.funds_problem(egp("100.00"), account(), masked=False) is None
    short = fields.funds_problem(egp("100.01"), account(), masked=False)
    assert isinstance(short, Refused)
    assert short.data == {"available": egp("100")}
    hidden = fields.funds_problem(egp("100.01"), account(), masked=True)
    assert hidden is not None
    assert hidden.data == {}


@pytest.mark.parametrize(
    ("note", "code"),
    [("", None), ("x" * 140, None), ("x" * 141, "note_too_long"), ("a\tb", "note_invalid")],
)
def test_a_note_obeys_the_banks_rules(note: str, code: str | None) -> None:
    problem = note_problem(note)
    assert (None if problem is None else problem.code) == code


def test_a_fee_is_told_as_money_or_as_none() -> None:
    assert plain(words.fee(egp("0.50"))) == "0.50 EGP"
    assert words.fee(egp("0.00")) == "None"


def test_what_the_bank_would_refuse_carries_its_figures() -> None:
    assert fields.quote_problem(quoted(), egp("4500"), masked=False) is None
    refused = fields.quote_problem(
        quoted(failure_code="over_day_limit", day_left=egp("7")), egp("4500"), masked=True
    )
    assert isinstance(refused, Refused)
    assert (refused.code, refused.data["day_left"]) == ("over_day_limit", egp("7"))
    poor = quoted(failure_code="insufficient_funds")
    told = fields.quote_problem(poor, egp("4500"), masked=False)
    assert told is not None
    assert told.data["available"] == egp("24860.40")
    hidden = fields.quote_problem(poor, egp("4500"), masked=True)
    assert hidden is not None
    assert hidden.data == {}


def test_every_kind_of_entry_is_told_in_words() -> None:
    assert told("TRANSFER", "Mona A••••", "rent") == "Mona A••••, rent"
    assert told("BATCH", "Mona A••••", "salary") == "Mona A••••, salary"
    assert told("BATCH", "") == "Payments of a list"
    assert told("FEE", "FEES") == "Fee"
    assert told("FEE_RETURNED", "FEES") == "Fee returned"
    assert told("BATCH_FEE", "FEES") == "Fee for a list of payments"
    assert told("REVERSAL", "Mona A••••", "sent twice") == "Taken back: Mona A••••, sent twice"
    assert told("REVERSAL", "BANK") == "Taken back: The bank"
    assert told("REVERSAL", "") == "Payment taken back"
    assert told("OPENING", "VAULT") == "The bank"
    assert told("A_NEW_ONE", "") == "A new one"


def test_names_and_notes_keep_their_own_direction_in_a_reversal() -> None:
    reversal = replace(line(1), kind="REVERSAL", counterparty="منى", note="twice")
    shown = line_text.format_what(reversal, isolated=True)
    assert f"{bidi.FSI}منى{bidi.PDI}" in shown
    assert f"{bidi.FSI}twice{bidi.PDI}" in shown


def told(kind: str, counterparty: str, note: str = "") -> str:
    made = replace(line(1), kind=kind, counterparty=counterparty, note=note)
    assert plain(line_text.format_what(made, isolated=True)) == line_text.format_what(made)
    return line_text.format_what(made)


def test_what_is_about_no_field_is_told_below_the_form() -> None:
    assert fields.field_of("insufficient_funds") is fields.Field.AMOUNT
    assert fields.field_of("over_day_limit") is fields.Field.AMOUNT
    assert fields.field_of("payee_cannot_receive") is fields.Field.TO
    assert fields.field_of("account_frozen") is fields.Field.FROM
    assert fields.field_of("confirmation_required") is fields.Field.FORM
    assert fields.field_of("server_unreachable") is fields.Field.FORM
