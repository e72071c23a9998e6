"""Handing what Auth has signed to Payment at once; the worker does it again within two seconds."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from services.errors import Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.access import Access, Tokens
    from services.database import Database

_log = logging.getLogger(__name__)


def introduce(payment: Database, access: Access, tokens: Tokens) -> None:
    """Have Payment learn from Auth the name of whoever is signed in. Raises SessionEnded, Unavailable."""
    hand_over(payment, [access.session_call("holder_statement", tokens=tokens)])


def hand_over(payment: Database, statements: Iterable[str | None]) -> None:
    """Have Payment accept signed statements; None is none. What it cannot take now is the worker's."""
    for each in statements:
        if each is None:
            continue
        try:
            payment.call("accept", each)
        except (Unavailable, Refused) as error:
            _log.warning("statement: %r", error)
            return
