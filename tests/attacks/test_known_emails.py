"""Whether somebody banks here: no answer, time, plan or counter of a sign-in tells a known email from another."""

from __future__ import annotations

import json
import statistics
from typing import TYPE_CHECKING, Any

import pytest

from tests.attacks.raw_sql import told

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: Of one length, as the log keeps it.
_KNOWN, _UNKNOWN = "salma@demo.eg", "sohad@demo.eg"
#: What Postgres tells of a call: the pages read, and what was written to the log of changes.
_COUNTED = ("Shared Hit Blocks", "WAL Records", "WAL Bytes")
_PLAN = "EXPLAIN (ANALYZE, BUFFERS, WAL, TIMING OFF, FORMAT JSON) SELECT * FROM "


class Prober:
    """Somebody who asks what each call of a sign-in has cost."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        for number in range(40):
            bank.add_customer(f"Person {number}", f"person{number}@demo.eg")
        bank.add_customer(email=_KNOWN)
        # Nothing but a first probe shall find pages that have not been looked at since they were filled.
        with bank.as_owner("auth") as cursor:
            cursor.execute("RESET ROLE; SELECT count(*) FROM users; ANALYZE users")

    def costs(self, desktop: Any, email: str) -> tuple[tuple[int, ...], float]:
        """Sign in with a wrong password; return the counts of all calls, and their time on the server (ms)."""
        counted: list[int] = []
        taken = 0.0

        def explained(call: str, *arguments: object) -> None:
            nonlocal taken
            found = told(desktop, _PLAN + call, *arguments)[0][0]
            found = (json.loads(found) if isinstance(found, str) else found)[0]
            counted.extend(found["Plan"].get(each) for each in _COUNTED)
            taken += found["Execution Time"]

        explained("api.challenge(%s)", email)
        # A plan keeps its answer to itself; the attempt is told by the next one.
        ((attempt,),) = told(desktop, "SELECT attempt FROM api.challenge(%s)", email)
        told(desktop, "SELECT api.answer(%s, %s)", attempt, b"\1" * 32)
        explained("api.open_session(%s, 'a station')", attempt)
        return tuple(counted), taken

    def forget(self) -> None:
        """As if each try were the first: a pause would hide what evaluation costs."""
        self._bank.ask("auth", "DELETE FROM sign_in_attempts")


@pytest.fixture
def prober(bank: Bank) -> Prober:
    return Prober(bank)


def _mostly(samples: list[tuple[int, ...]]) -> tuple[int, ...]:
    """Return each count without what only now and then comes on top, or off where two times agree in an octet."""
    return tuple(statistics.median_low(each) for each in zip(*samples, strict=True))


@pytest.mark.parametrize("is_locked", [False, True])
def test_an_unknown_email_reads_and_writes_as_much(
    bank: Bank, prober: Prober, *, is_locked: bool
) -> None:
    """As much as one that is known, also where its owner has been locked out."""
    if is_locked:
        bank.ask("auth", "UPDATE users SET locked_at = now() WHERE email = %s", _KNOWN)
    samples: dict[str, list[tuple[int, ...]]] = {_KNOWN: [], _UNKNOWN: []}
    with bank.as_desktop("auth") as desktop:
        for _ in range(12):
            for email, found in samples.items():
                found.append(prober.costs(desktop, email)[0])
                prober.forget()
    assert _mostly(samples[_KNOWN][2:]) == _mostly(samples[_UNKNOWN][2:])


def test_an_unknown_email_looks_as_much_up_on_a_new_connection(bank: Bank, prober: Prober) -> None:
    """What only one of two ways makes ready would show once a connection."""
    samples: dict[str, list[tuple[int, ...]]] = {_KNOWN: [], _UNKNOWN: []}
    for _ in range(7):
        for email, found in samples.items():
            with bank.as_desktop("auth") as desktop:
                found.append(prober.costs(desktop, email)[0])
            prober.forget()
    # The first ones find a catalogue that was just copied.
    assert _mostly(samples[_KNOWN][2:]) == _mostly(samples[_UNKNOWN][2:])


def test_medians_of_the_servers_time_are_within_five_percent(bank: Bank, prober: Prober) -> None:
    """Turn by turn on one connection; measured again, with more of them, where the machine was busy."""
    taken: dict[str, list[float]] = {_KNOWN: [], _UNKNOWN: []}
    with bank.as_desktop("auth") as desktop:
        for _ in range(8):
            for _ in range(40):
                for email, found in taken.items():
                    found.append(prober.costs(desktop, email)[1])
                    prober.forget()
            known, unknown = (statistics.median(each[10:]) for each in taken.values())
            if abs(known / unknown - 1) < 0.05:
                return
    pytest.fail(f"{known:.3f} ms against {unknown:.3f}")
