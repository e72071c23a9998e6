"""The card around the plot: whose balance, over which time, and what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from services.errors import SessionEnded
from ui import clock, error_text, tasks, theme
from ui.components.balance_plot import days
from ui.components.balance_plot.chart import HEIGHT, BalanceChart
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.loading import Loading
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Protocol
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.accounts import Account, BalancePoint
    from ui.preferences import Preferences

    class LoadBalances(Protocol):
        """`services.accounts.balances_at`."""

        def __call__(
            self, *, account: Account, moments: Sequence[datetime]
        ) -> tuple[BalancePoint, ...]:
            """Return the balance at each moment."""
            ...


_READ_DEADLINE_S = 10.0
# As the cards of accounts and the history have it.
_MARGIN = theme.Spacing.L + theme.Spacing.XS
_RANGES = frozenset({"30", "90", "365"})
_USUAL_RANGE = "90"
_RANGE, _FOLDED = "plot_days", "plot_folded"


class BalancePlotCard(Card):
    """One account's balance over 30 days, 90 days or a year; it can be folded away.

    `load` is `services.accounts.balances_at`; `prefix` is the host's, with its dot, so
    that two hosts have names of their own (``customer.plot.chart``).

    Attributes:
        chart: the plot itself.

    Signals:
        call_failed(InstaPayError): a call failed; what can be told about it in place is.

    """

    call_failed = Signal(object)

    def __init__(
        self,
        load: LoadBalances,
        preferences: Preferences,
        *,
        prefix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}plot.card")
        self._load = load
        self._preferences = preferences
        self._account: Account | None = None
        #: What was asked for last; of what the plot on show is.
        self._asked: tuple[object, ...] | None = None
        self._shown: tuple[UUID, int] | None = None
        self._task: tasks.Task | None = None
        self._heading = ElidedLabel("", "heading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ranges = Segments(
            f"{prefix}plot.range",
            (
                ("30", self.tr("30 days")),
                ("90", self.tr("90 days")),
                ("365", self.tr("1 year")),
            ),
        )
        self._ranges.choose(str(self.count))
        self._ranges.chosen.connect(self._on_range)
        self._fold = IconButton("chevron-up", "", size=theme.Control.ICON)
        self._fold.setObjectName(f"{prefix}plot.fold")
        self._fold.clicked.connect(self._on_fold)
        self.chart = BalanceChart()
        self.chart.setObjectName(f"{prefix}plot.chart")
        self._loading = Loading(self.tr("Loading the balance over time…"))
        self._note = label("", "muted", wraps=True)
        self._note.setObjectName(f"{prefix}plot.note")
        self._retry = button(self.tr("Try again"), "link")
        self._retry.setObjectName(f"{prefix}plot.retry")
        self._retry.clicked.connect(self.refresh)
        self._lay_out()
        self._set_folded(folded=preferences.flag(_FOLDED))

    @property
    def is_folded(self) -> bool:
        """Only its heading is shown."""
        return self._preferences.flag(_FOLDED)

    @property
    def count(self) -> int:
        """Over how many days before today."""
        kept = self._preferences.text(_RANGE)
        return int(kept if kept in _RANGES else _USUAL_RANGE)

    def show_account(self, account: Account | None) -> None:
        """Show an account's balance; asked again where it, the day or the time has changed."""
        self._account = account
        name = account.name if account is not None else None
        if name:
            self._heading.setText(self.tr("{account}, balance over time").format(account=name))
        else:
            self._heading.setText(self.tr("Balance over time"))
        self._ask()

    def refresh(self) -> None:
        """Ask again, whatever is shown."""
        self._asked = None
        self._ask()

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every amount."""
        self.chart.set_masked(masked=masked)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (*self._ranges.buttons, self._fold, self.chart, self._retry)

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.XS)
        head.addWidget(self._heading, 1)
        head.addWidget(self._ranges)
        head.addSpacing(theme.Spacing.S)
        head.addWidget(self._fold)
        note = QWidget()
        lines = QVBoxLayout(note)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addStretch()
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self._note)
        lines.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch()
        self._noted = note
        self._nothing = QWidget()
        self._body = QWidget()
        self._body.setFixedHeight(HEIGHT)
        self._pages = QStackedLayout(self._body)
        for page in (self._nothing, self.chart, self._loading, note):
            self._pages.addWidget(page)
        # The same at both sides: margins do not mirror.
        self.body.setContentsMargins(_MARGIN, theme.Spacing.M, _MARGIN, theme.Spacing.M)
        self.body.addLayout(head)
        self.body.addWidget(self._body)

    # What happens

    def _on_range(self, count: str) -> None:
        self._preferences.set_text(_RANGE, count)
        self._ask()

    def _on_fold(self) -> None:
        self._set_folded(folded=not self.is_folded)
        self._ask()

    def _set_folded(self, *, folded: bool) -> None:
        self._preferences.set_flag(_FOLDED, folded)
        self._body.setVisible(not folded)
        self._ranges.setVisible(not folded)
        if folded:
            self._fold.say("chevron-down", self.tr("Show the balance over time"))
        else:
            self._fold.say("chevron-up", self.tr("Fold the balance over time away"))

    def _ask(self) -> None:
        account = self._account
        if account is None:
            self._show(self._nothing)
            return
        if self.is_folded:
            return
        moments = days.moments(self.count, now=clock.now())
        # An account's past does not change: only its balance of today, and the day itself.
        asked = (account.id, account.balance, self.count, moments[-1])
        if asked == self._asked:
            return
        if self._shown is None or self._shown[0] != account.id:
            self._show(self._loading)
        self._asked = asked
        wanted = (account.id, self.count)
        self._task = tasks.run(
            self,
            lambda: self._load(account=account, moments=moments),
            on_success=lambda points: self._on_points(points, account, wanted),
            on_failure=lambda error: self._on_failure(error, wanted),
            deadline_s=_READ_DEADLINE_S,
            replaces=self._task,
        )

    def _on_points(
        self, points: tuple[BalancePoint, ...], account: Account, wanted: tuple[UUID, int]
    ) -> None:
        self._shown = wanted
        shown = days.by_day(points, opened_at=account.opened_at)
        if any(each.balance.amount for each in shown):
            self.chart.show_days(shown, count=len(points))
            self._show(self.chart)
            return
        self._note.setText(self.tr("No money was on this account in this time."))
        self._retry.hide()
        self._show(self._noted)

    def _on_failure(self, error: InstaPayError, wanted: tuple[UUID, int]) -> None:
        self._asked = None
        # What was known a moment ago stays, unless it is of another account or another time.
        if self._shown != wanted and not isinstance(error, SessionEnded):
            self._shown = None
            self._note.setText(error_text.sentence(error))
            self._retry.show()
            self._show(self._noted)
        self.call_failed.emit(error)

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)
