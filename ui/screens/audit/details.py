"""All that one record of the log tells, as the drawer shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from services.values.audit import AuditLog
from ui import audit_words, bidi, date_text, theme
from ui.screens.audit import record_text
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.values.audit import AuditRecord


class RecordDetails(QWidget):
    """One record: what happened, by whom, where, and every fact with its whole value."""

    def __init__(self, record: AuditRecord, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._facts = Facts(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.S, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.XS)
        what = label(audit_words.event(record.log, record.event), "heading", wraps=True)
        what.setObjectName(f"{name}.what")
        code = label(bidi.ltr(record.event), "caption")
        code.setObjectName(f"{name}.code")
        column.addWidget(what)
        column.addWidget(code)
        column.addSpacing(theme.Spacing.M)
        self._tell_record(record)
        self._tell_facts(record)
        column.addWidget(self._facts)
        column.addSpacing(theme.Spacing.L)
        self._copy = button(self.tr("&Copy all of it"), icon="copy")
        self._copy.setObjectName(f"{name}.copy")
        self._copy.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def _tell_record(self, record: AuditRecord) -> None:
        tell = self._facts.tell
        day = date_text.local(record.at).date()
        when = f"{date_text.date_day(day, with_year=True)} {record_text.exact_time(record)}"
        tell("when", self.tr("When"), bidi.own(when))
        tell("who", self.tr("Who"), record_text.who(record), wraps=True)
        if record.actor is not None:
            tell("actor", self.tr("Their id"), bidi.ltr(str(record.actor)), wraps=True)
        in_payments = record.log is AuditLog.PAYMENTS
        tell("log", self.tr("Log"), self.tr("Payments") if in_payments else self.tr("Sign-ins"))
        tell("id", self.tr("Number"), bidi.ltr(str(record.id)))
        tell(
            "sealed", self.tr("Sealed"), self.tr("Yes") if record.is_sealed else self.tr("Not yet")
        )
        if record.session_id is not None:
            tell("session", self.tr("Session"), bidi.ltr(str(record.session_id)), wraps=True)
        if record.station:
            tell("login", self.tr("Database login"), bidi.ltr(record.station), wraps=True)

    def _tell_facts(self, record: AuditRecord) -> None:
        for fact in record.facts:
            value = record_text.value(record, fact)
            if fact.person is not None:
                value = f"{value} {bidi.ltr(fact.value)}"
            key = f"fact_{fact.key.replace('.', '_')}"
            self._facts.tell(key, audit_words.fact(fact.key), value, wraps=True)

    def _on_copy(self) -> None:
        lines = [
            f"{audit_words.event(self._record.log, self._record.event)} ({self._record.event})"
        ]
        lines.append(self._facts.text())
        QGuiApplication.clipboard().setText(bidi.plain("\n".join(lines)))
        done = self.tr("Copied")
        announce(self._copy, done)
        QToolTip.showText(self._copy.mapToGlobal(self._copy.rect().bottomLeft()), done, self._copy)
