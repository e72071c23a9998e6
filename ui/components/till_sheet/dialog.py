"""The dialog that saves or prints a till's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.components.saving import Format, SavingDialog
from ui.components.till_sheet.jobs import SheetJob
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.tills import ClosedTill, OpenTill, TillSheet, TillState
    from ui.components.till_sheet.day_sheet import Tills
    from ui.preferences import Preferences

_FORMAT = "till_sheet/format"


class SheetDialog(SavingDialog):
    """Asks for a PDF or a CSV file and where to, or for a printer."""

    def __init__(
        self,
        tills: Tills,
        till: OpenTill | ClosedTill | TillSheet | TillState,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        told = QCoreApplication.translate(
            "SheetDialog", "All slips with their totals, the count, and what differed."
        )
        job = SheetJob(tills, till)
        super().__init__(
            QCoreApplication.translate("SheetDialog", "Day's sheet"),
            job,
            preferences,
            name="till.sheet",
            words=[label(told, "muted", wraps=True)],
            formats=(
                Format(
                    "pdf", QCoreApplication.translate("SheetDialog", "&PDF, to keep and to sign")
                ),
                Format(
                    "csv", QCoreApplication.translate("SheetDialog", "CS&V file, for a spreadsheet")
                ),
            ),
            format_key=_FORMAT,
            print_on=job.print_on,
            parent=parent,
        )
