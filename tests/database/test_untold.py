"""What the bank answered and nobody was told yet: kept, asked about, and never sent by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from services.database import ConnectionLost
from services.errors import InvalidInput, OutcomeUnknown, Refused, Unavailable
from services.values.batches import BatchOrder, BatchRow, BatchSheet
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


@pytest.fixture
def services(bank: Bank, karim: Customer) -> Services:
    del karim
    bank.add_customer(balance=100)
    made = bank.services()
    made.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    return made


@pytest.fixture
def lunch(services: Services, karim: Customer) -> Payment:
    payee = Payee(karim.account_id, "Karim", "EGP", "karim@instapay", is_own=False)
    (account,) = services.accounts.list()
    return Payment(account.id, payee, Money(Decimal(7), "EGP"), "lunch")


class Answers:
    """Has sending a payment raise these, one after the other; then it is the bank's own again."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.next: list[Exception] = []
        self.functions: list[str] = []
        self._payment = services.databases[1]
        self._whole = self._payment.call_watching_notices
        monkeypatch.setattr(self._payment, "call_watching_notices", self._call)

    def _call(self, function: str, *arguments: Any, **options: Any) -> Any:
        self.functions.append(function)
        if function == "transfer" and self.next:
            raise self.next.pop(0)
        return self._whole(function, *arguments, **options)


@pytest.fixture
def answers(services: Services, monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(services, monkeypatch)


def _lost() -> ConnectionLost:
    return ConnectionLost("server_unreachable", database="payment")


def _kept(bank: Bank) -> list[str]:
    """Return what stands in the files of the outbox."""
    texts = (path.read_text().strip() for path in (bank.folder / "outbox").glob("*.json"))
    return [each for each in texts if each]


def test_it_stays_until_it_was_told(services: Services, lunch: Payment, bank: Bank) -> None:
    transfers = services.transfers
    transfers.hold(transfer_id=lunch.id)
    assert transfers.send(payment=lunch).status is TransferStatus.COMPLETED
    for _ in range(2):
        (unknown,) = transfers.unknown()
        assert unknown.payment.id == lunch.id
        assert transfers.check(transfer_id=lunch.id).status is TransferStatus.COMPLETED
    assert len(_kept(bank)) == 1
    transfers.told(transfer_id=lunch.id)()
    assert transfers.unknown() == ()
    assert _kept(bank) == []


def test_nobody_is_told_twice_while_its_file_is_still_dropped(
    services: Services, lunch: Payment, bank: Bank
) -> None:
    transfers = services.transfers
    transfers.hold(transfer_id=lunch.id)
    transfers.send(payment=lunch)
    drop = transfers.told(transfer_id=lunch.id)
    assert transfers.unknown() == ()
    # Until it is sent, or asked after, once more.
    transfers.hold(transfer_id=lunch.id)
    assert [each.payment.id for each in transfers.unknown()] == [lunch.id]
    drop()
    assert [each.payment.id for each in transfers.unknown()] == [lunch.id]
    assert transfers.check(transfer_id=lunch.id).status is TransferStatus.COMPLETED
    transfers.told(transfer_id=lunch.id)()
    assert _kept(bank) == []


def test_nobody_is_told_of_a_batch_twice_either(
    services: Services, lunch: Payment, bank: Bank
) -> None:
    batches = services.batches
    row = BatchRow(2, "karim@instapay", "7", lunch.amount, "")
    order = BatchOrder(lunch.payer_account_id, BatchSheet("EGP", (row,)), name="lunch.csv")
    batches.hold(batch_id=order.id)
    with pytest.raises(Refused, match="batch_rows_changed"):
        batches.send(order=order)
    assert [each.id for each in batches.unknown()] == [order.id]
    drop = batches.told(batch_id=order.id)
    assert batches.unknown() == ()
    drop()
    assert not list(bank.folder.glob("outbox/batches/*.json"))


def test_without_anybody_waiting_it_goes_with_its_answer(
    services: Services, lunch: Payment
) -> None:
    services.transfers.send(payment=lunch)
    assert services.transfers.unknown() == ()


def test_what_was_not_sent_is_asked_about_and_never_sent_by_itself(
    services: Services, lunch: Payment, answers: Answers, bank: Bank, karim: Customer
) -> None:
    transfers = services.transfers
    transfers.hold(transfer_id=lunch.id)
    answers.next = [Unavailable("server_busy")]
    with pytest.raises(Unavailable, match="server_busy"):
        transfers.send(payment=lunch)
    (unknown,) = transfers.unknown()
    assert not unknown.from_this_session
    assert transfers.check(transfer_id=lunch.id).failure_code == "abandoned"
    assert answers.functions == ["transfer", "settle"]
    assert bank.balance(karim.account_id) == 0
    transfers.told(transfer_id=lunch.id)()
    # Its file serves the next one.
    assert len(list(bank.folder.glob("outbox/*.json"))) == 1
    transfers.send(payment=Payment(lunch.payer_account_id, lunch.payee, lunch.amount, "tea"))
    assert len(list(bank.folder.glob("outbox/*.json"))) == 1


def test_content_that_a_repeat_finds_wrong_is_settled(
    services: Services, lunch: Payment, answers: Answers
) -> None:
    transfers = services.transfers
    transfers.hold(transfer_id=lunch.id)
    answers.next = [_lost(), _lost(), InvalidInput("note_invalid", field="note")]
    with pytest.raises(OutcomeUnknown):
        transfers.send(payment=lunch)
    with pytest.raises(InvalidInput):
        transfers.check(transfer_id=lunch.id)
    assert transfers.check(transfer_id=lunch.id).failure_code == "abandoned"
    assert answers.functions[-1] == "settle"
