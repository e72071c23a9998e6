"""A file of payments: before it may be sent, with bad rows, good, at the last look, sent; and at the counter."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from app.provisioning.demo_people import PASSWORD
from tests.pages.bulk import BulkPage
from tests.pages.finding import find
from ui.navigation import Destination

if TYPE_CHECKING:
    from tests.shots.studio import Studio

_FAULTY = """payee,amount,note,name
karim@instapay,1250.50,Salary November,Karim Samir
nobody@instapay,900,Salary November,Nour Adel
mona@instapay,12.345,Salary November,Mona Adel
mona@instapay,2100,Salary November,Hala Nour
EG380019000500000000263180003,700,Overtime,
karim@instapay,"1,250.50",Salary November,Karim Samir
"""
_NAMES = ("karim", "mona")


def play_bulk(studio: Studio) -> None:
    """Send a file as Salma, whom the bank then allows it; she stays signed in."""
    bulk = BulkPage(studio.bot, studio.window)
    studio.as_owner("UPDATE public.accounts SET batches_allowed = false")
    studio.page.go_to("bulk")
    bulk.wait_for("empty")
    studio.shoot("bulk-not-allowed")
    studio.as_owner("UPDATE public.accounts SET batches_allowed = true WHERE user_id IS NOT NULL")
    studio.window.refresh()
    bulk.wait_for("drop")
    studio.shoot("bulk-choose")
    with tempfile.TemporaryDirectory() as folder:
        faulty, good = Path(folder) / "salaries.csv", Path(folder) / "salaries mended.csv"
        faulty.write_text(_FAULTY)
        rows = [f"{_NAMES[each % 2]}@instapay;{each + 20},50;Bonus {each}" for each in range(60)]
        good.write_text("\n".join(rows))
        bulk.choose(faulty)
        studio.shoot("bulk-errors")
        bulk.filter("all")
        studio.shoot("bulk-all-rows")
        bulk.choose_other(good)
        studio.bot.waitUntil(lambda: bulk.is_pressable("review"))
        studio.shoot("bulk-good")
        bulk.review()
        studio.shoot("bulk-confirm")
        bulk.confirm(PASSWORD)
        bulk.wait_for_outcome("sent")
        studio.shoot("bulk-sent")
    studio.page.go_to("accounts")


def play_bulk_counter(studio: Studio) -> None:
    """Look at a payroll that Salma brought to the counter; a teller is signed in."""
    bulk = BulkPage(studio.bot, studio.window)
    studio.page.go_to("bulk")
    bulk.wait_for("empty")
    studio.shoot("bulk-no-customer")
    (salma,) = studio.services.customers.find(text="Salma")
    studio.services.customers.open(user_id=salma.user_id, reason="Brought a file of salaries")
    params = {"customer_id": salma.user_id, "customer_name": salma.full_name}
    studio.window.open(Destination("bulk", params))
    bulk.wait_for("drop")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "salaries.csv"
        file.write_text(
            "karim@instapay,1250.50,Salary November\nmona@instapay,2100,Salary November\n"
        )
        bulk.choose(file)
        bulk.press("review")
        studio.shoot("bulk-not-identified")
        bulk.identify("National ID card, number checked")
        bulk.review()
        studio.shoot("bulk-counter-confirm")
        find(studio.window, QAbstractButton, "bulk.confirm.cancel").click()
