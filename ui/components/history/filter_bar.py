"""What a history is narrowed to: words, dates, the direction of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from services.values.history import MAX_TEXT, Direction, HistoryFilter
from ui import icons, theme
from ui.components.history import periods
from ui.components.history.periods import Period
from ui.widgets.button import button
from ui.widgets.search_edit import SearchEdit
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.components.history.dates_popup import DatesPopup

#: After the last key, in ms: somebody who types on does not set off a search a letter.
TYPING_MS = 200
_SEARCH_WIDTH = (170, 320)


class FilterBar(QWidget):
    """Filters as somebody types; in two lines where one has too little room.

    Attributes:
        filter: what holds now.

    Signals:
        changed(HistoryFilter): somebody wants another one; words a moment after the last key.

    """

    changed = Signal(object)

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._popup_name = f"{prefix}history.dates.popup"
        self.filter = HistoryFilter()
        self._period = Period()
        self._popup: DatesPopup | None = None
        self._search = SearchEdit(f"{prefix}history.search")
        self._search.setAccessibleName(self.tr("Search the history"))
        self._search.setPlaceholderText(self.tr("Name, note or amount"))
        self._search.setMaxLength(MAX_TEXT)
        least, most = _SEARCH_WIDTH
        self._search.setMinimumWidth(least)
        self._search.setMaximumWidth(most)
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.textChanged.connect(self._on_typed)
        self._search.returnPressed.connect(self._apply)
        self._dates = button("", icon="calendar")
        self._dates.setObjectName(f"{prefix}history.dates")
        self._dates.clicked.connect(self._on_dates)
        self.directions = Segments(
            f"{prefix}history.direction",
            (
                (Direction.ALL.value, self.tr("All")),
                (Direction.IN.value, self.tr("Money in")),
                (Direction.OUT.value, self.tr("Money out")),
                (Direction.NOT_MADE.value, self.tr("Not made")),
            ),
        )
        self.directions.setAccessibleName(self.tr("Which payments"))
        self.directions.chosen.connect(self._apply)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._apply)
        self._lay_out()
        self._tell_dates()

    def focus_search(self) -> None:
        """Have keys go to the words, all of them chosen, so that typing begins anew."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear(self) -> None:
        """Take every narrowing away."""
        self.show_filter(HistoryFilter())

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Show a filter; `changed` tells of it once."""
        self._search.setText(wanted.text)
        self._period = Period(wanted.start, wanted.end)
        self._tell_dates()
        self.directions.choose(wanted.direction.value)
        self._apply()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (self._search, self._dates, *self.directions.buttons)

    def _lay_out(self) -> None:
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._upper.setSpacing(theme.Spacing.S)
        self._upper.addWidget(self._search, 1)
        self._upper.addWidget(self._dates)
        self._upper.addSpacing(theme.Spacing.XS)
        self._upper.addStretch()
        self._lower.addStretch()
        self._lines = QVBoxLayout(self)
        # Its least width is that of two lines, whatever it has now: see `minimumSizeHint`.
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._upper)
        self._lines.addLayout(self._lower)
        self._is_folded = True
        self._fold(folds=False)

    def _fold(self, *, folds: bool) -> None:
        """Stand in two lines, or in one."""
        if folds is self._is_folded:
            return
        self._is_folded = folds
        before, after = (self._upper, self._lower) if folds else (self._lower, self._upper)
        before.removeWidget(self.directions)
        # Before the stretch that each line ends with.
        after.insertWidget(after.count() - 1, self.directions)
        self._lines.setSpacing(theme.Spacing.S if folds else 0)
        self.updateGeometry()

    def _widths(self) -> tuple[int, int]:
        """Return what the fields need at least, and what the directions need, in logical pixels."""
        margins = self.contentsMargins()
        around = margins.left() + margins.right()
        fields = self._search.minimumWidth() + theme.Spacing.S + self._dates.sizeHint().width()
        return fields + around, self.directions.sizeHint().width() + around

    def _tell_dates(self) -> None:
        words = periods.text(self._period)
        self._dates.setText(words)
        self._dates.setAccessibleName(self.tr("Dates: {dates}").format(dates=words))
        is_narrowed = self._period != Period()
        icons.assign(self._dates, "calendar", "accent" if is_narrowed else "muted")

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_dates(self) -> None:
        if self._popup is None:
            # Made when it is wanted first: most histories are never narrowed by days.
            from ui.components.history.dates_popup import DatesPopup  # noqa: PLC0415

            self._popup = DatesPopup(self._popup_name, self._dates)
            self._popup.chosen.connect(self._on_period)
        self._popup.open_below(self._dates, self._period)

    def _on_period(self, period: Period) -> None:
        self._period = period
        self._tell_dates()
        self._apply()

    def _apply(self) -> None:
        self._typing.stop()
        wanted = HistoryFilter(
            " ".join(self._search.text().split()),
            self._period.start,
            self._period.end,
            Direction(self.directions.value),
        )
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit(wanted)

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        """Return the room that it takes in two lines, in the height that it has now."""
        return QSize(max(self._widths()), self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line where there is room for it."""
        super().resizeEvent(event)
        self._fold(folds=event.size().width() < sum(self._widths()) + theme.Spacing.L)
