"""Takes the bank away from a program that is connected to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.bank import Services
    from tests.bank import Bank


@contextmanager
def out_of_reach(bank: Bank, services: Services) -> Iterator[None]:
    """Take the payment database away, and give it back."""
    right = bank.payment_url
    bank.payment_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[1].close()
    yield
    bank.payment_url = right
