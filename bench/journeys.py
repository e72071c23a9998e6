"""Journeys through the program's window, for the benches; `bench.driven` says how they are written."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.driven import Drive, Journey, Wait

#: For whatever comes by itself after a screen is there: timers, a look for news, what is put off.
_SETTLING_S = 3.0


def ready(drive: Drive) -> Iterator[Wait]:
    """Wait until a sign-in could be submitted."""
    yield lambda: drive.ready_at
    drive.tell(ready_s=drive.ready_at - drive.painted_at)


def accounts(drive: Drive) -> Iterator[Wait]:
    """Sign in, wait for the accounts and their history, and stay."""
    yield from sign_in(drive)
    yield _SETTLING_S
    gc.collect()
    drive.tell(at="accounts")
    yield lambda: False


def sign_in(drive: Drive) -> Iterator[Wait]:
    """Sign in as ``email`` with ``password`` and wait for the accounts and a history with rows."""
    yield lambda: drive.ready_at
    yield drive.can_press("login.submit")
    drive.find("login.email").setText(drive.options["email"])
    drive.find("login.password").setText(drive.options["password"])
    drive.find("login.submit").click()
    yield lambda: drive.find("accounts.card.1")
    yield lambda: has_rows(drive)


def has_rows(drive: Drive) -> bool:
    """Tell whether a history is shown."""
    table = drive.find("history.table")
    return table is not None and table.model().rowCount() > 0


def stalls(drive: Drive) -> Iterator[Wait]:
    """Go on the long journey, with a heartbeat."""
    from bench import stall_journey  # noqa: PLC0415 (Qt, which the program loads in its own way)

    return stall_journey.stalls(drive)


def bulk(drive: Drive) -> Iterator[Wait]:
    """Send a file of payments, with a heartbeat."""
    from bench import bulk_journey  # noqa: PLC0415 (the same)

    return bulk_journey.bulk(drive)


def pages(drive: Drive) -> Iterator[Wait]:
    """Look at first pages of a history, and time them."""
    from bench import page_journey  # noqa: PLC0415 (the same)

    return page_journey.pages(drive)


JOURNEYS: dict[str, Journey] = {
    "ready": ready,
    "accounts": accounts,
    "stalls": stalls,
    "bulk": bulk,
    "pages": pages,
}
