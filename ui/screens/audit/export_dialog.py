"""The dialog that saves as a file what the log shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from services.values.audit import AuditLog
from ui import clock, date_text, whole_file
from ui.components.saving import Format, SavingDialog
from ui.screens.audit import csv_file
from ui.widgets.labels import label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from services.values.audit import AuditFilter
    from ui.components.saving import Progress
    from ui.preferences import Preferences


class AuditExportDialog(SavingDialog):
    """Asks where to; writes every record of the filter in a thread, with progress."""

    def __init__(
        self,
        pages: csv_file.Pages,
        log: AuditLog,
        wanted: AuditFilter,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        job = _LogJob(pages, log, wanted)
        super().__init__(
            QCoreApplication.translate("AuditExportDialog", "Export the log"),
            job,
            preferences,
            name="audit.export",
            words=[
                label(job.what(), wraps=True),
                label(
                    QCoreApplication.translate(
                        "AuditExportDialog",
                        "The log will tell that you took them away, and which.",
                    ),
                    "muted",
                    wraps=True,
                ),
            ],
            formats=(Format("csv", ""),),
            parent=parent,
        )


class _LogJob:
    """The records of a filter that are saved (`ui.components.saving.Job`)."""

    def __init__(self, pages: csv_file.Pages, log: AuditLog, wanted: AuditFilter) -> None:
        self._pages = pages
        self._log = log
        self._wanted = wanted

    def what(self) -> str:
        """Say what will be in the file."""
        if not self._wanted.is_empty:
            return QCoreApplication.translate(
                "AuditExportDialog",
                "The records that the filter shows, newest first, as a CSV file.",
            )
        if self._log is AuditLog.PAYMENTS:
            return QCoreApplication.translate(
                "AuditExportDialog",
                "Every record of the log of payments, newest first, as a CSV file.",
            )
        return QCoreApplication.translate(
            "AuditExportDialog",
            "Every record of the log of sign-ins, newest first, as a CSV file.",
        )

    def file_name(self, suffix: str) -> str:
        """Return the name to propose, such as ``Log of payments 2026-11-22.csv``."""
        pattern = QCoreApplication.translate("AuditExportDialog", "Log of payments {day}")
        if self._log is AuditLog.SIGN_INS:
            pattern = QCoreApplication.translate("AuditExportDialog", "Log of sign-ins {day}")
        today = date_text.local(clock.now()).date()
        return f"{pattern.format(day=today)}.{suffix}"

    def said(self, lines: int) -> str:
        """Say how many records there are so far."""
        return _Counted().records(lines)

    def save(self, path: Path, suffix: str, progress: Progress, *, is_rtl: bool) -> None:
        """Write the file, whole or not at all; blocks.

        Raises as `whole_file.writing`, LeftOff, and what the service raises.
        """
        del suffix, is_rtl
        with whole_file.writing(path, at_last=progress.check) as file:
            csv_file.write(file, self._pages, self._log, self._wanted, progress)


class _Counted(QObject):
    """Words with a number in them: lupdate finds plural forms in `tr` alone."""

    def records(self, count: int) -> str:
        return self.tr("%n record(s) so far", "", count)
