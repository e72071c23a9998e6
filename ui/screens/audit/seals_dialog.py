"""The dialog that holds the seals of both logs against their records."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from services.errors import SessionEnded, Unexpected
from services.values.audit import AuditLog, SealCheck
from ui import bidi, date_text, error_text, messages, tasks, theme
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from services.errors import InstaPayError
    from services.values.audit import BrokenSeal

    Verify = Callable[..., Iterator[SealCheck]]

#: Longer than any check takes: it is ended by its person, not by a clock.
_DEADLINE_S = 24 * 3600.0
_LOOK_MS = 100
_UNBROKEN_BLANK = "\u00a0"


class _Found:
    """How far the worker thread has got, for the window to look at, and the wish that it leaves off."""

    def __init__(self) -> None:
        self.checks: dict[AuditLog, SealCheck] = {}
        self.cancelled = threading.Event()

    def look(self, verify: Verify) -> None:
        """Hold both logs' seals against their records; blocks. Raises what the services raise."""
        for log in AuditLog:
            for check in verify(log=log):
                self.checks[log] = check
                if self.cancelled.is_set():
                    return


class _LogPart(QWidget):
    """One log: how far it has got, and then what came of it."""

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}.progress")
        self._bar.setAccessibleName(heading)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName(f"{name}.told")
        self._result = Banner()
        self._result.setObjectName(f"{name}.result")
        self._result.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.XS)
        parts: tuple[QLabel | QProgressBar | Banner, ...] = (
            label(heading, "strong"), self._bar, self._told, self._result,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        self._told.setText(self.tr("Waiting…"))

    def tell(self, check: SealCheck) -> None:
        """Show how far it has got, or what came of it."""
        self._bar.setValue(round(check.share * 1000))
        if not check.is_done:
            self._told.setText(self._so_far(check))
            return
        self._bar.hide()
        self._told.hide()
        if check.broken is not None:
            self._result.set_tone(Tone.DANGER)
            self._result.say(*self._broken(check.broken))
        else:
            self._result.set_tone(Tone.CREDIT)
            self._result.say(*self._whole(check))
        self._result.show()

    def tell_stopped(self) -> None:
        """Say that nothing further is looked at."""
        if self._bar.isVisible():
            self._told.setText(self.tr("Stopped. {so_far}").format(so_far=self._told.text()))

    def _so_far(self, check: SealCheck) -> str:
        return self.tr("%n seal(s) hold so far.", "", check.seals)

    def _whole(self, check: SealCheck) -> tuple[str, str]:
        if check.through is None:
            return self.tr("Nothing is sealed yet"), ""
        heading = self.tr("All %n seal(s) hold", "", check.seals)
        records = self.tr("%n record(s) are as they were written.", "", check.records)
        until = self.tr("The newest seal is of {moment}.").format(moment=_moment(check.through))
        return heading, f"{records} {until}"

    def _broken(self, broken: BrokenSeal) -> tuple[str, str]:
        number = bidi.ltr(str(broken.seal_id))
        if broken.is_replaced:
            heading = self.tr("Seal {number} is missing or was replaced")
            text = self.tr("It is not the one that the other database has kept.")
        elif broken.first_at is None or broken.last_at is None:
            heading = self.tr("Seal {number} is broken")
            text = self.tr("Its records are gone.")
        else:
            heading = self.tr("Seal {number} is broken")
            text = self.tr("Its records from {first} to {last} are not as they were written.")
            text = text.format(first=_moment(broken.first_at), last=_moment(broken.last_at))
        advice = self.tr("Change nothing in the databases, and tell whoever looks after them.")
        return heading.format(number=number), f"{text} {advice}"


class SealsDialog(PlateDialog):
    """Begins at once; Stop leaves off, and what was found until then stays.

    `verify` is `services.audit.verify`.

    Signals:
        session_ended(): nothing can be asked until this person has signed in again.

    """

    session_ended = Signal()

    def __init__(self, verify: Verify, parent: QWidget) -> None:
        super().__init__(self.tr("Verify the seals"), parent)
        self.setObjectName("audit.seals.dialog")
        self._found = _Found()
        self._shown: dict[AuditLog, SealCheck] = {}
        words = self.tr(
            "Every record is sealed within seconds. A seal holds as long as nobody has changed, added or"
            " removed a record behind it."
        )
        self.body.addWidget(label(words, "muted", wraps=True))
        self.body.addSpacing(theme.Spacing.S)
        self._parts = {
            AuditLog.PAYMENTS: _LogPart("audit.seals.payment", self.tr("Payments")),
            AuditLog.SIGN_INS: _LogPart("audit.seals.auth", self.tr("Sign-ins")),
        }
        for part in self._parts.values():
            self.body.addWidget(part)
            self.body.addSpacing(theme.Spacing.S)
        self._error = InlineError()
        self._error.setObjectName("audit.seals.error")
        self.body.addWidget(self._error)
        self._close = button(self.tr("S&top"))
        self._close.setObjectName("audit.seals.cancel")
        self._close.clicked.connect(self.reject)
        self.add_button(self._close)
        self._close.setDefault(True)
        self._close.setFocus()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()
        found = self._found
        self._task = tasks.run(
            self,
            lambda: found.look(verify),
            on_success=self._on_looked,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )
        # Also where the program is closed meanwhile.
        self._task.done.connect(found.cancelled.set)
        # Where the dialog goes, as with a window that is made anew, its task goes without a word.
        self._task.destroyed.connect(lambda _gone=None: found.cancelled.set())

    def _on_look(self) -> None:
        for log, check in dict(self._found.checks).items():
            if self._shown.get(log) is not check:
                self._shown[log] = check
                self._parts[log].tell(check)

    def _on_looked(self, _nothing: object) -> None:
        self._end()

    def _on_failure(self, error: InstaPayError) -> None:
        self._end()
        if isinstance(error, SessionEnded):
            self.reject()
            self.session_ended.emit()
        elif isinstance(error, Unexpected):
            messages.fault(error)
        else:
            self._error.tell(error_text.sentence(error))

    def _end(self) -> None:
        self._look.stop()
        self._on_look()
        for part in self._parts.values():
            part.tell_stopped()
        self._close.setText(self.tr("&Close"))

    # Qt's own

    def reject(self) -> None:
        """Leave off what is being looked at, or close."""
        if self._task.is_open:
            self._task.cancel()
            self._end()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; what is still being looked at is left off."""
        self._found.cancelled.set()
        super().done(result)


def _moment(moment: datetime) -> str:
    # With seconds, as the table has them, and no line breaks within the day.
    text = f"{date_text.calendar_day(moment)} {date_text.local(moment):%H:%M:%S}"
    return bidi.own(text.replace(" ", _UNBROKEN_BLANK))
