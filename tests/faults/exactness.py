"""What must hold of a bank after whatever was broken: nothing lost, nothing twice, the books exact."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.provisioning.checks import examine
from app.worker import Worker
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from services.values.transfers import Payment
    from tests.bank import Bank

#: Proofs that wait for no worker.
_PROOFS = (
    "books_balance",
    "ledger_matches_balances",
    "sequences_without_gaps",
    "entries_in_pairs",
)


def assert_exact(bank: Bank, words: list[dict[str, Any]], known: Iterable[Payment] = ()) -> None:
    """Hold a bank against what its clients have said.

    To be asked when all payers have ended and what they left is settled; `known` are payments
    that the test itself made.
    """
    died = [word["died"] for word in words if "died" in word]
    assert not died, died[0]
    _assert_each_payment_once(bank, words, {str(each.id) for each in known})
    _assert_totals(bank)


def _told(words: list[dict[str, Any]], name: str) -> dict[str, str]:
    return {word[name]: word.get("status", "") for word in words if name in word}


def _assert_each_payment_once(bank: Bank, words: list[dict[str, Any]], known: set[str]) -> None:
    rows = bank.ask(
        "payment",
        "SELECT t.id::text, t.status, count(e.account_id) FROM transactions AS t"
        " LEFT JOIN ledger_entries AS e"
        " ON e.transaction_id = t.id AND e.account_id = t.from_account_id AND e.leg = 1"
        " WHERE t.kind = 'TRANSFER' GROUP BY t.id",
    )
    recorded = {row[0]: row[1] for row in rows}
    # A payment moved its money once, a refused one never.
    moved = {(status, entries) for _, status, entries in rows}
    assert moved <= {("COMPLETED", 1), ("FAILED", 0)}, moved
    told, settled = _told(words, "told"), _told(words, "settled")
    for name, status in [*told.items(), *settled.items()]:
        assert recorded.get(name) == status, f"{name} was told as {status}: {recorded.get(name)}"
    assert all(word["is_one"] for word in words if "settled" in word)
    undecided = _told(words, "unknown").keys() - told.keys()
    assert undecided <= settled.keys(), "an unknown payment was not in the outbox"
    # Of which it was said that nothing was decided, nothing is there.
    assert not _told(words, "refused").keys() & recorded.keys()
    heard = known | told.keys() | settled.keys() | _told(words, "forgetting").keys()
    assert recorded.keys() <= heard, "a payment was made that nobody knows of"


def _assert_totals(bank: Bank) -> None:
    books = bank.books()
    assert set(books.values()) == {Decimal(0)}, books
    (opened,) = bank.ask("payment", "SELECT -sum(amount) FROM transactions WHERE kind = 'OPENING'")
    (left,) = bank.ask("payment", "SELECT sum(balance) FROM accounts WHERE kind = 'VAULT'")
    assert left == opened, f"the vault has {left}, it gave {opened}"
    below = "SELECT id FROM accounts WHERE kind = 'CUSTOMER' AND balance - held < 0"
    assert bank.ask("payment", below) == [], "a customer has less than nothing"


def assert_doctor_content(
    bank: Bank, worker_urls: tuple[Callable[[], str], Callable[[], str]]
) -> None:
    """The doctor's proofs hold, and everything once the worker has run."""
    urls = bank.auth_owner_url, bank.payment_owner_url
    found = examine(*urls)
    assert all(found[name] == "ok" for name in _PROOFS), found
    worker = Worker(*worker_urls)

    def is_content() -> bool:
        nonlocal found
        worker.tick()
        found = examine(*urls)
        return set(found.values()) == {"ok"}

    try:
        assert until(is_content, patience_s=20), found
    finally:
        worker.close()
