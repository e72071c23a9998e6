"""The server is killed while eight clients pay: what was acknowledged stands, and the rest can be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.length import pick

if TYPE_CHECKING:
    from tests.faults.load import Load

_KILLS = pick(2, 5)
_BETWEEN = pick(60, 400)


@pytest.mark.timeout(pick(120, 400))
@pytest.mark.parametrize("is_hot", [False, True], ids=["anybody", "one payee"])
def test_payments_survive_a_server_that_is_killed_under_load(load: Load, is_hot: bool) -> None:
    """Where all pay one account, most commits do not wait for the disk: the service does."""
    load.add_customers(9)
    payers = load.start_payers(payee=load.customers[0] if is_hot else None)
    for _ in range(_KILLS):
        load.wait_for("told", more=_BETWEEN, clients=payers)
        load.kill_server()
    load.wait_for("told", more=_BETWEEN, clients=payers)
    load.end_and_settle()
    # Else no payment was on its way when the server died.
    assert load.said("unknown")
    load.assert_right()
