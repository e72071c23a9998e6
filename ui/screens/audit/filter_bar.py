"""What the log is narrowed to: dates, who, what happened, about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from services.values.audit import MAX_TEXT, AuditFilter, AuditLog
from ui import audit_words, icons, theme
from ui.components.history import periods
from ui.components.history.periods import Period
from ui.widgets.button import button
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from ui.components.history.dates_popup import DatesPopup

#: After the last key, in ms: somebody who types on does not set off a search a letter.
TYPING_MS = 300
_LEAST_WIDTH = 130
_MIN_LETTERS = 12


class _Events(QComboBox):
    """A list that the wheel scrolls past: what is looked for must not change in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class AuditFilterBar(QWidget):
    """Filters as somebody types.

    Attributes:
        filter: what holds now.

    Signals:
        changed(AuditFilter): somebody wants another one; words a moment after the last key.

    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = AuditFilter()
        self._period = Period()
        self._popup: DatesPopup | None = None
        self._dates = button("", icon="calendar")
        self._dates.setObjectName("audit.dates")
        self._dates.clicked.connect(self._on_dates)
        self._actor = self._field("audit.actor", self.tr("Who did it"))
        self._actor.setPlaceholderText(self.tr("Who: name or id"))
        self._entity = self._field("audit.entity", self.tr("What it is about"))
        self._entity.setPlaceholderText(self.tr("About: id or IBAN"))
        self._event = _Events()
        self._event.setObjectName("audit.event")
        self._event.setAccessibleName(self.tr("What happened"))
        self._event.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._event.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._event.setMinimumContentsLength(_MIN_LETTERS)
        self._event.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._event.activated.connect(self._apply)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._dates)
        for part in (self._actor, self._event, self._entity):
            row.addWidget(part, 1)
        self.show_events(AuditLog.PAYMENTS)
        self._tell_dates()

    def show_events(self, log: AuditLog) -> None:
        """Offer the events of a log; any of them is wanted then."""
        self._event.clear()
        self._event.addItem(self.tr("Any event"), "")
        for code in audit_words.EVENTS[log]:
            self._event.addItem(audit_words.event(log, code), code)
        self.filter = AuditFilter(
            self.filter.start, self.filter.end, self.filter.actor, "", self.filter.entity
        )

    def focus_search(self) -> None:
        """Have keys go to who did it, all of it chosen, so that typing begins anew."""
        self._actor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._actor.selectAll()

    def clear(self) -> None:
        """Take every narrowing away; `changed` tells of it once."""
        self._actor.clear()
        self._entity.clear()
        self._event.setCurrentIndex(0)
        self._period = Period()
        self._tell_dates()
        self._apply()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (self._dates, self._actor, self._event, self._entity)

    def _field(self, name: str, words: str) -> SearchEdit:
        made = SearchEdit(name)
        made.setAccessibleName(words)
        made.setMaxLength(MAX_TEXT)
        made.setMinimumWidth(_LEAST_WIDTH)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.textChanged.connect(self._on_typed)
        made.returnPressed.connect(self._apply)
        return made

    def _tell_dates(self) -> None:
        words = periods.text(self._period)
        self._dates.setText(words)
        self._dates.setAccessibleName(self.tr("Dates: {dates}").format(dates=words))
        icons.assign(self._dates, "calendar", "accent" if self._period != Period() else "muted")

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_dates(self) -> None:
        if self._popup is None:
            # Made when it is wanted first: most looks into the log are at its newest records.
            from ui.components.history.dates_popup import DatesPopup  # noqa: PLC0415

            self._popup = DatesPopup("audit.dates.popup", self._dates)
            self._popup.chosen.connect(self._on_period)
        self._popup.open_below(self._dates, self._period)

    def _on_period(self, period: Period) -> None:
        self._period = period
        self._tell_dates()
        self._apply()

    def _apply(self) -> None:
        self._typing.stop()
        wanted = AuditFilter(
            self._period.start,
            self._period.end,
            " ".join(self._actor.text().split()),
            str(self._event.currentData() or ""),
            " ".join(self._entity.text().split()),
        )
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit(wanted)
