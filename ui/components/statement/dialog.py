"""The dialog that saves or prints what a history shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.components.saving import Format, SavingDialog
from ui.components.statement.jobs import StatementJob
from ui.components.statement.summary import narrowed_to
from ui.widgets.banner import Banner
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.components.statement.source import Source, Wanted
    from ui.preferences import Preferences

_FORMAT = "export/format"


class ExportDialog(SavingDialog):
    """Asks for a PDF or a CSV file and where to, or for a printer; says what it is narrowed to."""

    def __init__(
        self,
        source: Source,
        wanted: Wanted,
        preferences: Preferences,
        *,
        masked: bool,
        parent: QWidget,
    ) -> None:
        job = StatementJob(source, wanted)
        super().__init__(
            QCoreApplication.translate("ExportDialog", "Export"),
            job,
            preferences,
            name="export",
            words=[
                *(label(each, "muted", wraps=True) for each in narrowed_to(wanted)),
                _hidden_amounts(masked=masked),
            ],
            formats=(
                Format(
                    "pdf",
                    QCoreApplication.translate("ExportDialog", "&PDF statement"),
                    QCoreApplication.translate(
                        "ExportDialog",
                        "Pages to keep, send or hand in, with balances and page numbers.",
                    ),
                ),
                Format(
                    "csv",
                    QCoreApplication.translate("ExportDialog", "CS&V file"),
                    QCoreApplication.translate(
                        "ExportDialog",
                        "For a spreadsheet: a column for each fact, however many payments.",
                    ),
                ),
            ),
            format_key=_FORMAT,
            print_on=job.print_on,
            parent=parent,
        )


def _hidden_amounts(*, masked: bool) -> Banner:
    banner = Banner(Tone.WARN)
    banner.setObjectName("export.masked")
    banner.say(
        "",
        QCoreApplication.translate(
            "ExportDialog", "The amounts hidden on screen will be in the file."
        ),
    )
    if not masked:
        banner.hide()
    return banner
