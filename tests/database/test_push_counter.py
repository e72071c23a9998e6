"""News of the counter reach whoever watches it, and the teller whose till it was at, and nobody else."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.caller import refused
from tests.database.counter import Counter
from tests.database.listening import ListeningWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bank import Bank
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres

_PUSH = "SELECT private.push_notices()"


class _Heard:
    """The maker's own channel, another teller's, a customer's, and the counter's."""

    def __init__(
        self, counter: Counter, open_window: Callable[[Caller, str], ListeningWindow]
    ) -> None:
        self._counter = counter
        self._other = counter.add_teller("Omar Teller")
        self._windows = {
            "maker": open_window(counter.as_teller, "my_channel"),
            "other": open_window(self._other, "my_channel"),
            "salma": open_window(counter.as_salma, "my_channel"),
            "counter": open_window(counter.as_supervisor, "counter_channel"),
        }
        counter.ask(_PUSH)
        self.since()

    def since(self) -> set[str]:
        """Have the worker tell what there is; return who was told, each once at most."""
        before = {name: each.told for name, each in self._windows.items()}
        self._counter.ask(_PUSH)
        told = {name: each.count() - before[name] for name, each in self._windows.items()}
        assert set(told.values()) <= {0, 1}, told
        return {name for name, count in told.items() if count}


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


@pytest.fixture
def heard(bank: Bank, counter: Counter) -> Iterator[_Heard]:
    with ExitStack() as stack:

        def open_window(caller: Caller, asked: str) -> ListeningWindow:
            connection: Any = stack.enter_context(bank.as_desktop("payment"))
            return ListeningWindow(caller.token, connection, asked)

        yield _Heard(counter, open_window)


def test_what_waits_and_its_decision_are_told_to_supervisors_and_its_maker(
    counter: Counter, heard: _Heard
) -> None:
    counter.cash("CASH_IN", "90000")
    assert heard.since() == {"counter", "maker", "salma"}
    for decide in (("approve",), ("decline", "no signature")):
        pending = counter.cash("CASH_OUT", "20001")["id"]
        assert heard.since() == {"counter", "maker", "salma"}
        counter.as_supervisor(decide[0], pending, *decide[1:])
        assert heard.since() == {"counter", "maker", "salma"}
        assert heard.since() == set()


def test_what_its_maker_takes_back_and_what_runs_out_is_told_too(
    counter: Counter, heard: _Heard
) -> None:
    pending = counter.cash("CASH_IN", "100001")["id"]
    heard.since()
    counter.as_teller("cancel_held", pending)
    assert {"counter", "maker"} <= heard.since()
    pending = counter.cash("CASH_IN", "100001")["id"]
    heard.since()
    counter.lapse(pending)
    payer = counter.payment(pending, "from_account_id")[0]
    counter.ask("SELECT private.expire_holds(%s)", payer)
    assert {"counter", "maker"} <= heard.since()


def test_tills_and_the_vault_are_told_of(counter: Counter, heard: _Heard) -> None:
    counter.as_supervisor("supply_vault", uuid4(), "EGP", "10", "a delivery")
    assert heard.since() == {"counter"}
    counter.as_teller("move_till_cash", uuid4(), "TO_VAULT", "EGP", "10", "")
    assert heard.since() == {"counter"}
    counter.close({"5": 1}, "the rest was stolen")
    assert heard.since() == {"counter", "maker"}
    counter.as_supervisor("accept_variance", counter.till)
    assert heard.since() == {"counter", "maker"}


def test_customers_payments_and_holds_are_not_the_counters(counter: Counter, heard: _Heard) -> None:
    counter.transfer("10")
    held = counter.hold("10")
    assert heard.since() == {"salma"}
    counter.as_salma("cancel_held", held["id"])
    counter.ask(
        "INSERT INTO audit_logs (service, event, payload) VALUES"
        " ('payment', 'cash_in', '{\"transaction_id\": \"nobody''s\"}'), ('payment', 'till_closed', NULL)"
    )
    assert heard.since() == {"salma"}


def test_the_counters_channel_is_told_to_those_who_watch_it_alone(counter: Counter) -> None:
    auditor = counter.add_teller("Aya Auditor", "AUDITOR")
    name = auditor("counter_channel")
    assert name == counter.as_supervisor("counter_channel")
    assert len(name) == 44
    assert name not in {each("my_channel") for each in (auditor, counter.as_supervisor)}
    for role in ("CUSTOMER", "TELLER", "ADMIN"):
        with refused("IP004"):
            counter.add_teller("Somebody", role)("counter_channel")
