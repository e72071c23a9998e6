"""What the page has to know before a file can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.batches import UnknownBatch


class Loaded(NamedTuple):
    """The accounts that may send batches, whether this is a counter, and what was never answered."""

    accounts: tuple[Account, ...]
    serves_counter: bool
    unknown: tuple[UnknownBatch, ...]


def load(services: Services, customer_id: UUID | None) -> Loaded:
    """Ask the bank for them, of a customer who is open or of oneself; blocks, raises `services.errors`."""
    if customer_id is None:
        allowed = services.batches.account_ids()
        accounts = tuple(each for each in services.accounts.list() if each.id in allowed)
    else:
        found = services.customers.accounts(user_id=customer_id)
        accounts = tuple(each.account for each in found if each.batches_allowed)
    return Loaded(
        tuple(each for each in accounts if each.closed_at is None),
        services.batches.serves_counter(),
        services.batches.unknown(),
    )
