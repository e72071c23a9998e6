"""The approvals screen: what waits for a second person, and the decision about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, OutcomeUnknown, SessionEnded
from ui import clock, error_text, messages, tasks, theme
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.approvals import words
from ui.screens.approvals.details import Details
from ui.screens.approvals.queue import Queue
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.focus import holds_focus
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from services.bank import Services
    from services.values.approvals import Decision, WaitingApproval
    from ui.preferences import Preferences
    from ui.screens.approvals.deciding import Verb

_DEADLINE_S = 10.0
#: A decision commits money: the thread that sends it waits 15 s, twice where the first answer was lost.
_DECIDE_DEADLINE_S = 40.0
#: How often the time that is left is told anew.
_TICK_MS = 15_000
_DETAILS_WIDTH = 336
_NARROW_DETAILS_WIDTH = 296
#: A screen narrower than this, in logical pixels, leaves more of itself to the queue.
_WIDE = 900
#: More that went at once are told as a number.
_TOLD_ONE_BY_ONE = 3


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A decision that somebody has confirmed."""

    waiting: WaitingApproval
    verb: Verb
    call: Callable[[], Decision]


class ApprovalsScreen(Screen):
    """For supervisors. `unread_changed` counts what waits for this very person."""

    name = "approvals"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del preferences
        self._approvals = services.approvals
        self._task: tasks.Task | None = None
        #: What was said yes to: the first is on its way, the others wait their turn.
        self._wanted: list[_Wanted] = []
        #: Sent, and not known to have been decided.
        self._unsure: set[UUID] = set()
        self._is_loaded = False
        self._faults = FaultOnce()
        self._known: dict[UUID, WaitingApproval] = {}
        #: Decided from here: what goes because of that is told already.
        self._decided: set[UUID] = set()
        self._queue = Queue(self.tr("What waits for approval"))
        self._details = Details()
        self._loading = Loading(self.tr("Loading what waits…"))
        self._empty = EmptyState(
            "check",
            self.tr("Nothing waits"),
            self.tr("What tellers do above their limits appears here by itself."),
        )
        self._empty.setObjectName("approvals.empty")
        self._failure = EmptyState("warning")
        self._failure.setObjectName("approvals.failure")
        self._failure.acted.connect(self._on_retry)
        self._lay_out()
        self._connect()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._queue.rows.tell_again)
        self._tick.start()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show what waits."""
        del params
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load what waits; what is chosen, asked and typed stays."""
        if self.awaits_outcome:
            # The decision's answer has it loaded.
            return
        self._task = tasks.run(
            self,
            self._approvals.waiting,
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    @property
    def awaits_outcome(self) -> bool:
        """A decision is on its way."""
        return bool(self._wanted)

    def hand_over(self) -> tuple[_Wanted, ...]:
        """Return what was said yes to and is not answered: repeating a decision changes nothing."""
        return tuple(self._wanted)

    def go_on_with(self, sent: tuple[_Wanted, ...]) -> None:
        """Send it, one after the other."""
        is_first = not self._wanted
        self._wanted += sent
        if is_first:
            self._send()

    # Building

    def _lay_out(self) -> None:
        card = Card(margin=theme.Spacing.S)
        card.body.addWidget(self._queue, 1)
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._page = QWidget(pages)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.L)
        row.addWidget(card, 1)
        row.addWidget(self._details)
        self._pages = QStackedLayout(pages)
        for page in (self._loading, self._page, self._empty, self._failure):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(label(self.tr("Approvals"), "title"))
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        deciding = self._details.deciding
        self._queue.chosen.connect(self._on_chosen)
        self._queue.approve_begun.connect(deciding.begin_approving)
        self._queue.decline_begun.connect(deciding.begin_declining)
        deciding.left.connect(self._on_left)
        deciding.approve_wanted.connect(self._on_approve)
        deciding.decline_wanted.connect(self._on_decline)
        deciding.cancel_wanted.connect(self._on_cancel)

    # Loading

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _on_loaded(self, waiting: tuple[WaitingApproval, ...]) -> None:
        if self.awaits_outcome:
            return
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        self._tell_gone(waiting)
        before = self._queue.row
        self._show_waiting(waiting)
        after = self._queue.row
        if before is not None and (after is None or after.id != before.id):
            self._queue.rest()

    def _show_waiting(self, waiting: tuple[WaitingApproval, ...]) -> None:
        """Show what waits; an open question stays, also where what it is about waits no longer.

        Another payment in its place would get the keys that were meant for that one.
        """
        asked = self._details.deciding.asked
        is_gone = asked is not None and all(each.id != asked.id for each in waiting)
        if asked is not None and is_gone:
            with QSignalBlocker(self._queue):
                self._queue.show_rows(waiting)
                self._queue.setCurrentIndex(QModelIndex())
            if asked.id in self._known and asked.id in self._unsure:
                # There it says already that nobody knows, and what to do.
                messages.info(words.gone(asked))
            elif asked.id in self._known:
                self._details.deciding.tell(words.gone(asked))
        else:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self._details.isAncestorOf(focused)
            before = self._queue.row
            self._queue.show_rows(waiting)
            if waiting and self._queue.row is None:
                self._queue.choose(0)
            if (
                had_focus
                and self.isVisible()
                and waiting
                and before is not None
                and self._queue.row.id != before.id
            ):
                self._queue.setFocus()
        self._known = {each.id: each for each in waiting}
        self._show(self._page if waiting or is_gone else self._empty)
        self.unread_changed.emit(sum(not each.is_own for each in waiting))

    def _on_left(self) -> None:
        """Go back to the queue; what was asked about may wait no longer."""
        if self._queue.row is None:
            self._show_waiting(tuple(self._known.values()))
        self._queue.setFocus()

    def _tell_gone(self, waiting: tuple[WaitingApproval, ...]) -> None:
        """Tell of what went without this window's doing."""
        there = {each.id for each in waiting}
        asked = self._details.deciding.asked
        # What an open question is about is told of there.
        told = self._decided | ({asked.id} if asked is not None else set())
        gone = [each for each in self._known.values() if each.id not in there | told]
        self._decided &= there
        if len(gone) > _TOLD_ONE_BY_ONE:
            messages.info(self.tr("%n payment(s) wait no longer.", "", len(gone)))
            return
        for each in gone:
            messages.info(words.gone(each))

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_loaded:
            # What was known a moment ago stays; the window tells that the bank is away.
            return
        say_failure(self._failure, self.tr("What waits can't be shown"), error)
        self._show(self._failure)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    # Deciding

    def _on_chosen(self, waiting: WaitingApproval | None) -> None:
        if waiting is None:
            self._details.deciding.show_for(None)
            return
        self._details.show_for(waiting)
        for each in self._wanted:
            if each.waiting.id == waiting.id:
                self._details.deciding.show_on_its_way(each.verb)

    def _on_approve(self) -> None:
        waiting = self._details.deciding.waiting
        if waiting is not None:
            self._decide(
                waiting, "approve", partial(self._approvals.approve, payment_id=waiting.id)
            )

    def _on_decline(self, reason: str) -> None:
        waiting = self._details.deciding.waiting
        if waiting is not None:
            self._decide(
                waiting,
                "decline",
                partial(self._approvals.decline, payment_id=waiting.id, reason=reason),
            )

    def _on_cancel(self) -> None:
        waiting = self._details.deciding.waiting
        if waiting is not None:
            self._decide(waiting, "cancel", partial(self._approvals.cancel, payment_id=waiting.id))

    def _decide(self, waiting: WaitingApproval, verb: Verb, call: Callable[[], Decision]) -> None:
        """Send it, or have it wait its turn behind one that is on its way."""
        self._details.deciding.set_busy(busy=True)
        self._wanted.append(_Wanted(waiting, verb, call))
        if len(self._wanted) == 1:
            self._send()

    def _send(self) -> None:
        wanted = self._wanted[0]
        tasks.run(
            self,
            wanted.call,
            on_success=lambda decision: self._on_decided(wanted, decision),
            on_failure=lambda error: self._on_undecided(wanted.waiting, error),
            deadline_s=_DECIDE_DEADLINE_S,
        )

    def _go_on(self) -> None:
        """Send what waits its turn, or load what waits for approval now."""
        del self._wanted[0]
        if self._wanted:
            self._send()
        else:
            self.refresh()

    def _on_decided(self, wanted: _Wanted, decision: Decision) -> None:
        waiting = wanted.waiting
        self._decided.add(waiting.id)
        self._unsure.discard(waiting.id)
        told = words.outcome(waiting, decision)
        if words.went_as_wanted(decision, approved=wanted.verb == "approve"):
            messages.info(told)
        else:
            messages.warn(told)
        if self._is_about(waiting):
            # The button has its focus back, unless its person has gone on to something else.
            self._details.deciding.set_busy(busy=False)
            had_focus = holds_focus(self)
            self._details.deciding.reset()
            if had_focus:
                self._queue.setFocus()
        if self._is_loaded:
            # At once: until the queue is loaded again a key would still be about what is decided.
            left = tuple(each for each in self._known.values() if each.id != waiting.id)
            self._show_waiting(left)
        self._go_on()

    def _on_undecided(self, waiting: WaitingApproval, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if isinstance(error, OutcomeUnknown):
            self._unsure.add(waiting.id)
            sentence = self.tr(
                "We don't know yet whether this was decided. Try again: it is decided only once."
            )
        else:
            self._unsure.discard(waiting.id)
            sentence = error_text.sentence(error)
        if self._is_about(waiting):
            self._details.deciding.tell(sentence)
        else:
            messages.warn(words.undecided(waiting, sentence))
        self._go_on()

    def _is_about(self, waiting: WaitingApproval) -> bool:
        """Tell whether the decision that is shown is still the one about `waiting`."""
        shown = self._details.deciding.waiting
        return shown is not None and shown.id == waiting.id

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        self._details.setFixedWidth(_DETAILS_WIDTH if is_wide else _NARROW_DETAILS_WIDTH)
