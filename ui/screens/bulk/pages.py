"""What stands in for the rows: where a file is chosen, that one is being checked, that none can be sent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import Loading


class WorkingPage(QWidget):
    """Says that a file is being checked, with a button that stops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = Loading(self.tr("Checking the file…"), self)
        self.stop = button(self.tr("&Cancel"), parent=self)
        self.stop.setObjectName("bulk.stop")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.stop)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._loading)
        column.addLayout(row)
        column.addStretch()

    def set_working(self, working: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Begin, or end."""
        if working:
            self._loading.start()
        else:
            self._loading.stop()


def drop_page(parent: QWidget) -> EmptyState:
    """Return where a file is chosen."""
    made = EmptyState(
        "bulk",
        QCoreApplication.translate("bulk", "Pay many people from one file"),
        QCoreApplication.translate(
            "bulk",
            "Choose a CSV file, or drop it here. Its columns: payee (IBAN or payment address), amount, note"
            " and, to be compared, name. Up to 10,000 payments. Nothing is sent before you have seen and"
            " confirmed it.",
        ),
        action=QCoreApplication.translate("bulk", "&Choose a file…"),
        button_name="bulk.choose",
        parent=parent,
    )
    made.setObjectName("bulk.drop")
    return made


def tell_no_account(page: EmptyState, *, at_counter: bool, serves_counter: bool) -> None:
    """Say why there is no account to send from."""
    action = ""
    if at_counter:
        heading = QCoreApplication.translate(
            "bulk", "No account of this customer's may send files of payments"
        )
        text = QCoreApplication.translate(
            "bulk", "A supervisor can allow it, for a reason that is kept."
        )
    elif serves_counter:
        heading = QCoreApplication.translate("bulk", "Open the customer first")
        text = QCoreApplication.translate(
            "bulk", "Find who brought the file at the counter, and begin from their page."
        )
        action = QCoreApplication.translate("bulk", "&Go to the counter")
    else:
        heading = QCoreApplication.translate(
            "bulk", "Your accounts may not send files of payments yet"
        )
        text = QCoreApplication.translate(
            "bulk", "Ask your bank: it can allow this for salaries and other lists."
        )
    page.say("bulk", heading, text, action=action)
