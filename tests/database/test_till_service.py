"""The service of tills over real databases, by somebody who has signed in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from services.database import ConnectionLost
from services.errors import InvalidInput, OutcomeUnknown, Refused, Unavailable
from services.values.money import Money
from services.values.tills import Count, VaultMove
from tests.bank import PASSWORD
from tests.database.counter import Counter

if TYPE_CHECKING:
    from services.bank import Services
    from services.tills import TillService
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


def _signed_in(bank: Bank, email: str) -> Services:
    services = bank.services(email)
    services.identity.sign_in(email=email, password=PASSWORD)
    return services


@pytest.fixture
def teller(bank: Bank, counter: Counter) -> TillService:
    del counter
    return _signed_in(bank, "teller@demo.eg").tills


@pytest.fixture
def supervisor(bank: Bank, counter: Counter) -> TillService:
    del counter
    return _signed_in(bank, "supervisor@demo.eg").tills


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def test_a_till_opens_with_a_float_once(bank: Bank, counter: Counter) -> None:
    bank.add_staff("Hala Teller", "hala@demo.eg", "TELLER")
    tills = _signed_in(bank, "hala@demo.eg").tills
    assert tills.mine() == ()
    till_id = uuid4()
    # Payment does not know her name yet: it learns it from Auth.
    counter.ask("DELETE FROM holders WHERE full_name = 'Hala Teller'")
    for _ in range(2):
        tills.open(id=till_id, opening_float=egp("300"))
    (till,) = tills.mine()
    assert (till.id, till.drawer, till.opening_float) == (till_id, egp("300.00"), egp("300.00"))
    assert till.is_of_today
    assert till.counted is None
    with pytest.raises(Refused, match="till_already_open"):
        tills.open(id=uuid4(), opening_float=egp("1"))
    with pytest.raises(Refused, match="vault_lacks_cash"):
        tills.open(id=uuid4(), opening_float=Money(Decimal(1), "USD"))


def test_cash_moves_and_the_sheet_tells_it(counter: Counter, teller: TillService) -> None:
    counter.cash("CASH_IN", "2000.25")
    counter.cash("CASH_OUT", "500")
    move = uuid4()
    for _ in range(2):
        teller.move(id=move, direction=VaultMove.TO_VAULT, amount=egp("1000"), note="too much")
    teller.move(id=uuid4(), direction=VaultMove.FROM_VAULT, amount=egp("200"))
    with pytest.raises(Refused, match="drawer_lacks_cash"):
        teller.move(id=uuid4(), direction=VaultMove.TO_VAULT, amount=egp("99999"))
    sheet = teller.sheet(counter.till)
    assert sheet.drawer == teller.mine()[0].drawer == egp("5700.25")
    assert (sheet.cash_in_count, sheet.cash_in) == (1, egp("2000.25"))
    assert (sheet.cash_out_count, sheet.cash_out) == (1, egp("500.00"))
    assert (sheet.from_vault, sheet.to_vault) == (egp("5200.00"), egp("1000.00"))
    assert (sheet.counts, sheet.variance, sheet.accepted_by) == (None, None, None)
    page = teller.slips(till_id=counter.till, currency="EGP", limit=1)
    assert [(each.number, each.kind, each.amount) for each in page.slips] == [
        (2, "CASH_OUT", egp("500.00"))
    ]
    page = teller.slips(till_id=counter.till, currency="EGP", before=page.next_before)
    assert [each.number for each in page.slips] == [1]
    assert page.next_before is None


def test_a_count_is_repeated_and_the_till_closes_with_a_reason(
    counter: Counter, teller: TillService, supervisor: TillService
) -> None:
    counts = {Decimal(200): 24, Decimal("0.50"): 1, Decimal("0.25"): 0}
    first = teller.count(till_id=counter.till, currency="EGP", counts=counts)
    assert first == Count(egp("4800.50"), egp("5000.00"), needs_approval=True)
    assert first.variance == egp("-199.50")
    assert teller.count(till_id=counter.till, currency="EGP", counts=counts) == first
    with pytest.raises(Refused, match="already_counted"):
        teller.count(till_id=counter.till, currency="EGP", counts={Decimal(200): 25})
    with pytest.raises(InvalidInput, match="reason_invalid"):
        teller.close(till_id=counter.till)
    for _ in range(2):
        teller.close(till_id=counter.till, reason="not found")
    assert teller.mine() == ()
    assert [each.id for each in teller.closed()] == [counter.till]
    (state,) = supervisor.tills()
    assert state.waits_for_supervisor
    assert state.variance == egp("-199.50")
    supervisor.accept_variance(counter.till)
    (state,) = supervisor.tills()
    assert not state.waits_for_supervisor
    sheet = teller.sheet(counter.till)
    assert sheet.counts == {Decimal(200): 24, Decimal("0.5"): 1}
    assert (sheet.variance_reason, sheet.accepted_by) == ("not found", "Nadia Super")


@pytest.mark.parametrize("pieces", [-1, 1_000_001])
def test_a_count_that_no_drawer_holds_is_not_sent(
    counter: Counter, teller: TillService, pieces: int
) -> None:
    with pytest.raises(InvalidInput, match="count_invalid"):
        teller.count(till_id=counter.till, currency="EGP", counts={Decimal(200): pieces})


def test_a_till_is_handed_over(
    counter: Counter, teller: TillService, supervisor: TillService
) -> None:
    counts = {Decimal(200): 25}
    assert supervisor.to_take_over() == ()
    teller.count(till_id=counter.till, currency="EGP", counts=counts)
    (waiting,) = supervisor.to_take_over()
    assert (waiting.id, waiting.teller) == (counter.till, "Mona Teller")
    mine = uuid4()
    with pytest.raises(Refused, match="counts_differ"):
        supervisor.take_over(id=mine, from_id=waiting.id, counts={Decimal(200): 24})
    for _ in range(2):
        supervisor.take_over(id=mine, from_id=waiting.id, counts=counts)
    assert [each.drawer for each in supervisor.mine()] == [egp("5000.00")]
    assert teller.mine() == ()


def test_the_vault_is_supplied_once(counter: Counter, supervisor: TillService) -> None:
    before = counter.cash_of("VAULT")
    supply = uuid4()
    for _ in range(2):
        supervisor.supply_vault(id=supply, amount=egp("700"), reason="delivery")
    supervisor.supply_vault(id=uuid4(), amount=egp("-200"), reason="returned")
    assert counter.cash_of("VAULT") == before + 500
    with pytest.raises(InvalidInput, match="reason_invalid"):
        supervisor.supply_vault(id=uuid4(), amount=egp("1"), reason=" ")


def test_a_lost_answer_is_asked_for_once_more_and_then_unknown(
    counter: Counter, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = _signed_in(bank, "teller@demo.eg")
    payment = services.databases[1]
    whole, lost = payment.call, 1

    def losing(function: str, *arguments: Any, **options: Any) -> Any:
        nonlocal lost
        answer = whole(function, *arguments, **options)
        if lost and function == "move_till_cash":
            lost -= 1
            raise ConnectionLost("server_unreachable", database="payment")
        return answer

    monkeypatch.setattr(payment, "call", losing)
    services.tills.move(id=uuid4(), direction=VaultMove.TO_VAULT, amount=egp("100"))
    assert counter.drawer() == 4900
    lost, move = 2, uuid4()
    with pytest.raises(OutcomeUnknown):
        services.tills.move(id=move, direction=VaultMove.TO_VAULT, amount=egp("100"))
    services.tills.move(id=move, direction=VaultMove.TO_VAULT, amount=egp("100"))
    assert counter.drawer() == 4800


def test_nothing_is_unknown_where_nothing_was_sent(
    counter: Counter, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    del counter
    services = _signed_in(bank, "teller@demo.eg")

    def away(*_arguments: Any, **_options: Any) -> Any:
        raise Unavailable("server_unreachable", database="payment")

    monkeypatch.setattr(services.databases[1], "call", away)
    with pytest.raises(Unavailable, match="server_unreachable"):
        services.tills.move(id=uuid4(), direction=VaultMove.TO_VAULT, amount=egp("100"))
