"""The search above and whom it found beside: from what is typed to whom somebody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import SessionEnded
from ui.fault_once import FaultOnce
from ui.screens.counter.finder import Finder

if TYPE_CHECKING:
    from uuid import UUID

    from services.customers import CustomerService
    from services.errors import InstaPayError
    from services.values.customers import FoundCustomer
    from ui.screens.counter.results_card import ResultsCard
    from ui.screens.counter.search_field import SearchField


class Searching(QObject):
    """Has the list show whom the field means; Enter chooses the only one, or leads into the list.

    Signals:
        chosen(FoundCustomer): somebody is to be opened.
        session_ended(): the bank knows this session no more.

    """

    chosen = Signal(object)
    session_ended = Signal()

    def __init__(
        self,
        customers: CustomerService,
        field: SearchField,
        results: ResultsCard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._results = results
        self._marked: UUID | None = None
        #: Enter was pressed before the answer to what is typed had come.
        self._enter_waits = False
        self._faults = FaultOnce()
        self._finder = Finder(customers.find, self)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self._on_enter)
        field.left_downwards.connect(self._on_down)
        results.list.chosen.connect(self.chosen)
        results.list.left_upwards.connect(field.take_focus)
        results.retry_wanted.connect(self._finder.ask)
        self._finder.found.connect(self._on_found)
        self._finder.forgotten.connect(results.show_nothing)
        self._finder.slow.connect(results.show_searching)
        self._finder.failed.connect(self._on_not_found)

    def retry(self) -> None:
        """Ask again where the last answer did not come."""
        if self._results.has_failed:
            self._finder.ask()

    def mark(self, user_id: UUID | None) -> None:
        """Have the list show which one of them the page is about."""
        self._marked = user_id
        self._results.list.mark(self._results.model.row_of(user_id))

    def _on_typed(self, text: str) -> None:
        self._enter_waits = False
        self._finder.seek(text)

    def _on_enter(self) -> None:
        """Open the only one; with several, go where one is chosen."""
        if self._finder.is_waiting:
            self._enter_waits = True
            self._finder.ask()
        elif len(self._results.found) == 1:
            self.chosen.emit(self._results.found[0])
        else:
            self._on_down()

    def _on_down(self) -> None:
        if self._results.found:
            self._results.list.go_in()

    def _on_found(self, found: tuple[FoundCustomer, ...]) -> None:
        self._faults.succeed()
        self._results.show_found(found)
        self.mark(self._marked)
        waits, self._enter_waits = self._enter_waits, False
        if waits and self._field.hasFocus():
            self._on_enter()

    def _on_not_found(self, error: InstaPayError) -> None:
        self._enter_waits = False
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._results.show_error(error)
