"""From a file to what it would come to: reading, finding its payees, asking the bank. Nothing moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import InstaPayError, InvalidInput, SessionEnded, Unavailable
from services.values.batches import MAX_OCTETS, BatchOrder
from ui import money_text, tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from services.batches import BatchService
    from services.values.accounts import Account
    from services.values.batches import BatchQuote, BatchSheet

#: Ten thousand rows take about a second; a slow line and a busy bank a few more.
_DEADLINE_S = 60.0


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a file: all its rows, and what they come to where nothing is wrong with them.

    `order` is what would be sent, where somebody wants to look at it once more.
    """

    sheet: BatchSheet
    quote: BatchQuote | None = None
    order: BatchOrder | None = None


class Checking(QObject):
    """Works on one file at a time, in a thread; a new one takes the place of one under way.

    Signals:
        checked(Checked): all that can be said.
        failed(InstaPayError): the file cannot be used, or the bank could not be asked.
        session_ended(): nothing can be asked until this person has signed in again.

    """

    checked = Signal(object)
    failed = Signal(object)
    session_ended = Signal()

    def __init__(self, batches: BatchService, parent: QObject) -> None:
        super().__init__(parent)
        self._batches = batches
        self._task: tasks.Task | None = None

    def begin(self, path: Path, payer: Account, *, at_counter: bool) -> None:
        """Read a file and ask the bank about it."""

        def check() -> Checked:
            octets = _octets(path)
            sheet = self._batches.read(
                octets=octets, currency=payer.currency, parse_amount=money_text.parse
            )
            sheet = self._batches.resolve(payer_account_id=payer.id, sheet=sheet)
            return self._quoted(sheet, payer, at_counter=at_counter)

        self._run(check)

    def again(self, sheet: BatchSheet, payer: Account, *, at_counter: bool) -> None:
        """Ask the bank once more about rows whose payees are known."""
        self._run(lambda: self._quoted(sheet, payer, at_counter=at_counter))

    def prepare(self, sheet: BatchSheet, payer: Account, name: str, identification: str) -> None:
        """Ask once more, and make an order of it where nothing is in the way."""

        def prepared() -> Checked:
            checked = self._quoted(sheet, payer, at_counter=bool(identification))
            if checked.quote is None or checked.quote.failure_code is not None:
                return checked
            # Ten thousand ids take a while to be made.
            order = BatchOrder(payer.id, sheet, name=name, identification=identification)
            return replace(checked, order=order)

        self._run(prepared)

    def cancel(self) -> None:
        """Wait no more for what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _quoted(self, sheet: BatchSheet, payer: Account, *, at_counter: bool) -> Checked:
        if sheet.error_count:
            return Checked(sheet)
        return Checked(
            *self._batches.quote(payer_account_id=payer.id, sheet=sheet, at_counter=at_counter)
        )

    def _run(self, call: Callable[[], Checked]) -> None:
        self._task = tasks.run(
            self,
            call,
            on_success=self.checked.emit,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self.failed.emit(error)


def _octets(path: Path) -> bytes:
    """Return a file's content, no more than one may have. Raises InvalidInput, Unavailable."""
    try:
        with path.open("rb") as file:
            octets = file.read(MAX_OCTETS + 1)
    except OSError as error:
        raise Unavailable("file_unreadable", path=str(path)) from error
    if len(octets) > MAX_OCTETS:
        raise InvalidInput("batch_file_too_large")
    return octets
