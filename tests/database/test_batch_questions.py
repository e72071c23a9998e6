"""Whom the rows of a batch reach: asked as one question, by whoever may send it, counted before it is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from tests.caller import refused
from tests.database.counter import Counter
from tests.database.desk import Desk, at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bank import Bank
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


def _found(caller: Caller, payer: object, texts: Sequence[str | None]) -> list[tuple[Any, ...]]:
    question = caller("ask_batch", payer, list(texts))
    rows = caller.rows("resolve_batch", question, list(texts))
    assert [row["row_number"] for row in rows] == list(range(1, len(texts) + 1))
    return [
        (
            row["account_id"] and str(row["account_id"]),
            row["masked_name"],
            row["is_own"],
            row["code"],
        )
        for row in rows
    ]


def _iban(desk: Desk, account: object) -> str:
    return str(desk.ask("SELECT iban FROM accounts WHERE id = %s", account)[0][0])


def test_each_text_is_answered_in_its_place(desk: Desk) -> None:
    karim = str(desk.karim.account_id)
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    dollars = desk.bank.add_account(desk.karim.user_id, currency="USD")
    closed = desk.bank.add_account(desk.karim.user_id)
    desk.as_karim("close_account", closed)
    vault = desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT' LIMIT 1")[0][0]
    texts = [
        "karim@instapay", _iban(desk, karim), " KARIM@INSTAPAY ", "nobody@instapay", "no payee",
        _iban(desk, savings), _iban(desk, desk.salma.account_id), _iban(desk, dollars),
        _iban(desk, closed), _iban(desk, vault), "", "karim%@instapay",
    ]  # fmt: skip
    found = _found(desk.as_salma, desk.salma.account_id, texts)
    assert found == [
        (karim, "Karim S••••", False, None),
        (karim, "Karim S••••", False, None),
        (karim, "Karim S••••", False, None),
        (None, None, False, "payee_unknown"),
        (None, None, False, "payee_invalid"),
        (str(savings), "Savings", True, None),
        (str(desk.salma.account_id), "Everyday", True, "payee_is_payer"),
        (str(dollars), "Karim S••••", False, "currency_differs"),
        (None, None, False, "payee_unknown"),
        (None, None, False, "payee_unknown"),
        (None, None, False, "payee_invalid"),
        (None, None, False, "payee_invalid"),
    ]
    assert desk.ask("SELECT row_count FROM batch_questions") == [(len(texts),)]
    assert desk.ask(
        "SELECT actor, payload -> 'rows' FROM audit_logs WHERE event = 'batch_payees_asked'"
    ) == [(str(desk.salma.user_id), len(texts))]


def test_whoever_may_not_send_batches_is_told_nothing(desk: Desk) -> None:
    payer = desk.salma.account_id
    for caller, state in ((desk.as_karim, "IP203"), (desk.as_teller, "IP262")):
        with refused(state):
            caller("ask_batch", payer, ["karim@instapay"])
    desk.set_account(payer, batches_allowed=False)
    with refused("IP231"):
        desk.as_salma("ask_batch", payer, ["karim@instapay"])
    with refused("IP203"):
        desk.as_salma("ask_batch", None, ["karim@instapay"])
    auditor = desk.bank.caller(desk.bank.add_staff("Nour", "nour@demo.eg", "AUDITOR"), "AUDITOR")
    with refused("IP203"):
        auditor("ask_batch", payer, ["karim@instapay"])
    assert desk.ask("SELECT 1 FROM batch_questions") == []


def test_one_is_told_of_own_accounts_that_may_send_batches(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    assert desk.as_salma.rows("batch_accounts") == [{"account_id": str(desk.salma.account_id)}]
    desk.set_account(savings, batches_allowed=True)
    desk.set_account(desk.salma.account_id, batches_allowed=False)
    assert desk.as_salma.rows("batch_accounts") == [{"account_id": str(savings)}]
    desk.as_salma("close_account", savings)
    assert desk.as_salma.rows("batch_accounts") == []


def test_what_was_allowed_at_the_question_is_asked_again_at_the_answer(desk: Desk) -> None:
    payer, texts = desk.salma.account_id, ["karim@instapay"]
    question = desk.as_salma("ask_batch", payer, texts)
    with refused("IP221"):
        desk.as_karim("resolve_batch", question, texts)
    desk.set_account(payer, batches_allowed=False)
    with refused("IP231"):
        desk.as_salma("resolve_batch", question, texts)


@pytest.mark.parametrize(
    "texts",
    [
        ["karim@instapay", "nobody@instapay"],
        ["nobody@instapay", "salma@instapay"],
        ["nobody@instapay,karim@instapay"],
        ["nobody@instapay"],
        [],
        None,
    ],
)
def test_an_answer_is_for_the_very_texts_that_were_asked(
    desk: Desk, texts: list[str] | None
) -> None:
    question = desk.as_salma(
        "ask_batch", desk.salma.account_id, ["nobody@instapay", "karim@instapay"]
    )
    with refused("IP221"):
        desk.as_salma("resolve_batch", question, texts)


def test_an_answer_is_not_had_for_a_question_that_can_be_taken_back(desk: Desk) -> None:
    texts = ["karim@instapay"]
    with desk.bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        cursor.execute("BEGIN")
        arguments = (desk.as_salma.token, str(desk.salma.account_id), texts)
        cursor.execute("SELECT api.ask_batch(%s, %s, %s)", arguments)
        (question,) = cursor.fetchone()
        with refused("IP005"):
            cursor.execute(
                "SELECT * FROM api.resolve_batch(%s, %s, %s)",
                (desk.as_salma.token, question, texts),
            )
        cursor.execute("ROLLBACK")
    with refused("IP221"):
        desk.as_salma("resolve_batch", question, texts)
    old = desk.as_salma("ask_batch", desk.salma.account_id, texts)
    desk.ask("UPDATE batch_questions SET asked_at = asked_at - interval '5 minutes'")
    with refused("IP221"):
        desk.as_salma("resolve_batch", old, texts)


@pytest.mark.parametrize("texts", [None, [], [None], ["a" * 101], ["a"] * 10_001])
def test_a_question_is_about_some_texts(desk: Desk, texts: list[str | None] | None) -> None:
    with refused("IP213"):
        desk.as_salma("ask_batch", desk.salma.account_id, texts)


def test_rows_are_counted_for_each_person_and_day(bank: Bank) -> None:
    counter = Counter(bank)
    bank.ask("payment", "UPDATE private.settings SET value = '5' WHERE name = 'batch_rows_per_day'")
    payer = counter.salma.account_id
    for caller in (counter.as_salma, counter.as_teller):
        caller("ask_batch", payer, ["karim@instapay"] * 3)
        with refused("IP232"):
            caller("ask_batch", payer, ["karim@instapay"] * 3)
        caller("ask_batch", payer, ["karim@instapay"] * 2)
        with refused("IP232"):
            caller("ask_batch", payer, ["karim@instapay"])
    counter.ask("UPDATE batch_questions SET asked_at = asked_at - interval '1 day'")
    counter.as_salma("ask_batch", payer, ["karim@instapay"] * 5)
    assert counter.ask("SELECT private.forget_questions()") == [(4,)]


def test_questions_side_by_side_are_counted_one_after_the_other(desk: Desk) -> None:
    desk.ask("UPDATE private.settings SET value = '5' WHERE name = 'batch_rows_per_day'")
    payer, texts = desk.salma.account_id, ["karim@instapay"] * 3

    def asked(caller: Caller) -> str | None:
        try:
            return str(caller("ask_batch", payer, texts))
        except psycopg2.Error as error:
            return error.pgcode

    callers = [desk.as_salma.twin() for _ in range(4)]
    found = at_once(*(partial(asked, caller) for caller in callers))
    assert found.count("IP232") == 3
    assert desk.ask("SELECT row_count FROM batch_questions") == [(3,)]


def test_staff_learn_which_rows_would_pay_themselves(bank: Bank) -> None:
    counter = Counter(bank)
    own = counter.bank.add_account(counter.as_teller.user_id)
    texts = [_iban(counter, own), "karim@instapay"]
    found = _found(counter.as_teller, counter.salma.account_id, texts)
    assert [code for *_, code in found] == ["payee_is_maker", None]


def test_ten_thousand_texts_are_one_question(desk: Desk) -> None:
    texts = [f"nobody{number}@instapay" for number in range(9_999)] + ["karim@instapay"]
    found = _found(desk.as_salma, desk.salma.account_id, texts)
    assert found[-1][0] == str(desk.karim.account_id)
    assert {code for *_, code in found[:-1]} == {"payee_unknown"}
