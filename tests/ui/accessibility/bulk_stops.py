"""Where the tour looks at bulk payments: a file with bad rows, a good one, its last look, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bank import PASSWORD
from tests.pages.bulk import BulkPage
from tests.pages.finding import PATIENCE_MS, find
from ui.navigation import Destination
from ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.accessibility.tour import Tour

_LONG = "Salary of November with overtime, and what was left to be paid of October"
_FAULTY = f"""payee,amount,note,name
karim@instapay,1250.50,{_LONG},Karim Samir
nobody@instapay,900,{_LONG},Nour Adel
karim@instapay,12.345,,Hala Nour
EG380019000500000000263180003,700,,
"""
_GOOD = f"""payee,amount,note,name
karim@instapay,1250.50,{_LONG},Hala Nour
karim@instapay,999999.99,,
"""


def bulk_stops(tour: Tour) -> Iterator[tuple[str, QWidget]]:
    """Send a file as the customer who is signed in, whom the bank allows it first."""
    tour.bank.ask("payment", "UPDATE accounts SET batches_allowed = true WHERE kind = 'CUSTOMER'")
    tour.bank.ask(
        "payment", "UPDATE limits SET per_payment = NULL, per_day = NULL, per_month = NULL"
    )
    page = BulkPage(tour.qtbot, tour.window)
    tour.window.open(Destination("bulk"))
    page.wait_for("drop")
    yield tour.stop("bulk, a file is to be chosen")
    faulty, good = tour.bank.folder / "november, faulty.csv", tour.bank.folder / "november.csv"
    faulty.write_text(_FAULTY, encoding="utf-8")
    good.write_text(_GOOD, encoding="utf-8")
    page.choose(faulty)
    yield tour.stop("bulk, errors")
    page.choose_other(good)
    tour.qtbot.waitUntil(lambda: page.is_pressable("review"), timeout=PATIENCE_MS)
    yield tour.stop("bulk, a good file")
    dialog = page.review()
    send = find(dialog, BusyButton, "bulk.confirm.send")
    tour.qtbot.waitUntil(send.isEnabled, timeout=PATIENCE_MS)
    yield tour.stop("bulk, review", dialog)
    page.confirm(PASSWORD)
    page.wait_for_outcome("sent")
    yield tour.stop("bulk, sent")
