"""A bank against a model of it: random days of payments, holds, freezes, reversals and batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.bank_machine import BankMachine
from tests.faults.bank_world import World
from tests.faults.length import pick

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = [pytest.mark.system_postgres, pytest.mark.timeout(1200)]

_SETTINGS = settings(
    max_examples=pick(60, 450),
    stateful_step_count=pick(25, 60),
    derandomize=pick(True, False),
    database=None,
    deadline=None,
    print_blob=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
#: What a run must have come across, or else it shows little.
_ALWAYS_SEEN = {"COMPLETED", "PENDING", "CANCELLED", "insufficient_funds", "IP206"}


def test_the_bank_answers_as_its_model_does(bank: Bank) -> None:
    world = World(bank)

    class Machine(BankMachine):
        def __init__(self) -> None:
            super().__init__(world)

    run_state_machine_as_test(Machine, settings=_SETTINGS)
    world.close()
    missing = _ALWAYS_SEEN - {answer for _, answer in world.answered}
    assert not missing, missing
