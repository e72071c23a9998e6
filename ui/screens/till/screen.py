"""The till screen: one of its pages at a time, by how the person's till stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.tills import Count
from ui import clock, tasks, theme
from ui.components.till_sheet import SheetDialog, till_text
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.till.begun_counts import BegunCounts
from ui.screens.till.closed_page import ClosedPage
from ui.screens.till.count_page import CountPage
from ui.screens.till.counted_page import CountedPage
from ui.screens.till.desk_page import DeskPage
from ui.screens.till.header import Header
from ui.screens.till.loading import Loaded, load
from ui.screens.till.opening_page import OpeningPage
from ui.screens.till.take_over_page import TakeOverPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.bank import Services
    from services.values.tills import ClosedTill, OpenTill, TillSheet
    from ui.preferences import Preferences
    from ui.screens.till.vault_form import Move

    _Till = OpenTill | ClosedTill | TillSheet

_DEADLINE_S = 10.0


class TillScreen(Screen):
    """Opens, shows, counts, closes and takes over tills of one's own, one a currency."""

    name = "till"
    prints = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tills = services.tills
        self._preferences = preferences
        self._task: tasks.Task | None = None
        self._loaded: Loaded | None = None
        self._wanted: UUID | None = None
        self._begun = BegunCounts()
        self._faults = FaultOnce()
        #: What was closed here last, for its sheet.
        self._closed: _Till | None = None
        self._was_empty = True
        self._header = Header()
        self._loading = Loading(self.tr("Loading your till…"))
        self._failure = EmptyState("warning")
        self._failure.setObjectName("till.error")
        self._opening = OpeningPage(self._tills)
        self._desk = DeskPage(self._tills, services.counter)
        self._counting = CountPage(self._tills)
        self._counted = CountedPage(self._tills)
        self._settled = ClosedPage()
        self._taking = TakeOverPage(self._tills)
        self._lay_out()
        self._connect()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the till as it stands."""
        del params
        if self._loaded is None:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load the till; what is typed, counted, chosen and scrolled to stays."""
        tills, wanted, slips = self._tills, self._wanted, self._desk.loaded
        self._task = tasks.run(
            self,
            lambda: load(tills, wanted, slips),
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def print_page(self) -> None:
        """Print the sheet of the till that is shown."""
        dialog = self._open_sheet()
        if dialog is not None:
            dialog.print_now()

    def close_drawer(self) -> bool:
        """Close the slip that lies over the page."""
        return self._desk.close_drawer()

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from here and is not answered yet."""
        pages = (self._opening, self._desk, self._counting, self._counted, self._taking)
        return any(each.sending.is_open for each in pages)

    def hand_over(self) -> tuple[Move, ...]:
        """Return what would be moved twice if it were begun anew; all else shows by how the till stands."""
        return self._desk.hand_over()

    def go_on_with(self, sent: tuple[Move, ...]) -> None:
        """Send that under its own id."""
        self._desk.go_on_with(sent)

    def draft(self) -> dict[str, str]:
        """Return what was counted and not confirmed."""
        if self._pages.currentWidget() is not self._counting:
            return self._begun.draft(None, {})
        return self._begun.draft(self._counting.till_id, self._counting.draft())

    def restore(self, draft: Mapping[str, str]) -> None:
        """Go on counting, at once or when the till is shown that it is about."""
        self._begun.restore(draft)
        if self._loaded is None:
            # The till that was being counted is the one to come back to.
            self._wanted = self._begun.first
            if self._task is not None:
                self.refresh()
        elif self._pages.currentWidget() is self._counting:
            self._counting.go_on(self._begun)

    # Building

    def _lay_out(self) -> None:
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (
            self._loading,
            self._failure,
            self._opening,
            self._desk,
            self._counting,
            self._counted,
            self._settled,
            self._taking,
        ):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(self._header)
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        self._failure.acted.connect(self._on_retry)
        self._header.chosen.connect(self._on_chosen)
        self._header.another_wanted.connect(self._on_another)
        self._header.sheet_wanted.connect(self._open_sheet)
        self._header.count_wanted.connect(self._on_count)
        self._opening.opened.connect(self._on_new)
        self._opening.take_over_wanted.connect(self._on_take_over)
        self._opening.sheet_wanted.connect(self._sheet_of)
        self._opening.left.connect(self._go_by_till)
        self._desk.changed.connect(self.refresh)
        self._desk.count_wanted.connect(self._on_count)
        self._counting.counted.connect(self._on_counted)
        self._counting.left.connect(self._go_by_till)
        self._counting.slips_wanted.connect(self._on_waiting_wanted)
        self._counting.edited.connect(self.drafted)
        self._counted.closed.connect(self._on_closed)
        self._settled.sheet_wanted.connect(self._open_sheet)
        self._settled.left.connect(self._on_settled_left)
        self._taking.taken.connect(self._on_new)
        self._taking.left.connect(self._go_by_till)
        for page in (self._opening, self._desk, self._counting, self._counted, self._taking):
            page.session_ended.connect(self.session_ended)

    # Which page

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        if page is not self._desk:
            self._desk.close_drawer()
        self._pages.setCurrentWidget(page)
        loaded = self._loaded
        self._header.show_tills(
            () if loaded is None else loaded.mine,
            None if loaded is None else loaded.shown,
            is_at_desk=page is self._desk,
        )
        self.drafted.emit()

    def _go_by_till(self) -> None:
        """Show the page that goes with how the till stands, and put focus there."""
        loaded = self._loaded
        if loaded is None:
            return
        till = loaded.shown
        if till is None:
            self._show(self._opening)
            self._opening.take_focus()
        elif till.counted is not None and till.expected is not None:
            self._show(self._counted)
            count = Count(till.counted, till.expected, till.needs_approval)
            self._counted.show_count(till, count)
        elif self._begun.holds(till.id):
            self._begin_count(till)
        else:
            self._show(self._desk)

    def _stays(self) -> bool:
        """Tell whether the page that is shown is left only by its person, or by what was sent from it."""
        shown = self._pages.currentWidget()
        if shown in {self._loading, self._failure}:
            return False
        if shown in {self._settled, self._taking} or self.awaits_outcome:
            return True
        loaded = self._loaded
        till = None if loaded is None else loaded.shown
        if shown is self._counting:
            return till is not None and till.id == self._counting.till_id and till.counted is None
        # Opening one more while another one is open.
        return shown is self._opening and till is not None and not self._was_empty

    # What is loaded

    def _on_loaded(self, loaded: Loaded) -> None:
        before, self._loaded = self._loaded, loaded
        self._was_empty = before is None or before.shown is None
        self.loaded_at = clock.now()
        self._faults.succeed()
        self._wanted = None if loaded.shown is None else loaded.shown.id
        self._opening.show_tills(loaded.mine, loaded.waiting, loaded.closed)
        if loaded.shown is not None and loaded.figures is not None and loaded.slips is not None:
            self._desk.show_till(loaded.shown, loaded.figures, loaded.slips)
        self._begun.keep_only({each.id for each in loaded.mine if each.counted is None})
        if self._tell_of_gone(loaded):
            return
        shown = self._pages.currentWidget()
        if shown is not None and (self._stays() or self._fits(loaded.shown, shown)):
            self._show(shown)
        else:
            self._go_by_till()

    def _fits(self, till: OpenTill | None, page: QWidget) -> bool:
        """Tell whether a page is the one for how the till stands."""
        if till is None:
            return page is self._opening
        if till.counted is not None:
            return page is self._counted and self._counted.till_id == till.id
        return page is self._desk and not self._begun.holds(till.id)

    def _tell_of_gone(self, loaded: Loaded) -> bool:
        """Say that the till that was shown was closed in another window, or taken over."""
        gone = loaded.gone
        was_here = self._pages.currentWidget() in {self._desk, self._counting, self._counted}
        if gone is None or not was_here or self.awaits_outcome:
            return False
        count = None
        if gone.counted is not None and gone.expected is not None:
            count = Count(gone.counted, gone.expected, gone.needs_approval)
        self._show_settled(gone, count, was_taken_over=gone.was_handed_on)
        return True

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._loaded is not None:
            # What was known a moment ago is worth more than an empty page.
            return
        say_failure(self._failure, self.tr("Your till can't be shown"), error)
        self._show(self._failure)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    # What the person wants

    def _on_chosen(self, till_id: UUID) -> None:
        self._wanted = till_id
        self.refresh()

    def _on_another(self) -> None:
        self._show(self._opening)
        self._opening.take_focus()

    def _on_new(self, till_id: UUID) -> None:
        """Show the till that has just become one's own."""
        self._wanted = till_id
        self._show(self._loading)
        self.refresh()

    def _on_count(self) -> None:
        if self._loaded is not None and self._loaded.shown is not None:
            self._begin_count(self._loaded.shown)

    def _begin_count(self, till: OpenTill) -> None:
        self._show(self._counting)
        self._counting.begin(till)
        self._counting.go_on(self._begun)

    def _on_waiting_wanted(self) -> None:
        self._show(self._desk)
        self._desk.show_waiting()

    def _on_counted(self, count: Count, purpose: str) -> None:
        if self._loaded is None or self._loaded.shown is None:
            return
        self._show(self._counted)
        self._counted.show_count(self._loaded.shown, count, purpose)
        self.refresh()

    def _on_closed(self, till: OpenTill, count: Count) -> None:
        self._show_settled(till, count, was_taken_over=False)
        self._wanted = None
        self.refresh()

    def _show_settled(self, till: _Till, count: Count | None, *, was_taken_over: bool) -> None:
        self._closed = till
        name = till_text.till_name(till.number, till.currency)
        self._show(self._settled)
        self._settled.show_closed(name, count, was_taken_over=was_taken_over)

    def _on_settled_left(self) -> None:
        self._closed = None
        self._go_by_till()

    def _on_take_over(self) -> None:
        if self._loaded is not None and self._loaded.waiting:
            self._show(self._taking)
            self._taking.begin(self._loaded.waiting)

    # The sheet

    def _open_sheet(self) -> SheetDialog | None:
        """Open the dialog for the till that is shown, or was just closed; None where there is none."""
        if self._pages.currentWidget() is self._settled:
            return self._sheet_of(self._closed)
        return self._sheet_of(None if self._loaded is None else self._loaded.shown)

    def _sheet_of(self, till: _Till | None) -> SheetDialog | None:
        if till is None:
            return None
        dialog = SheetDialog(self._tills, till, self._preferences, self)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()
        return dialog
