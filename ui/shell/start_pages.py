"""The pages of a start that came to no bank: why, and which bank it shall be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.screens.first_run import FirstRunScreen
from ui.shell.startup_failure import StartupFailure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from services.errors import InstaPayError
    from ui.screens.first_run import Connecting


class StartPages(QObject):
    """Makes them as they are needed, and puts them among a window's pages.

    Signals:
        retry_requested(): try again, perhaps with other addresses.
        demo_requested(): take the demo bank.
        quit_requested(): leave.
        language_chosen(Language): the window is to speak another language.

    """

    retry_requested = Signal()
    demo_requested = Signal()
    quit_requested = Signal()
    language_chosen = Signal(object)

    def __init__(self, pages: QStackedWidget, connecting: Connecting | None) -> None:
        """Offer other addresses where `connecting` can keep them."""
        super().__init__(pages)
        self._pages = pages
        self._connecting = connecting
        self._failure: StartupFailure | None = None
        self._first_run: FirstRunScreen | None = None
        self._error: InstaPayError | None = None

    def tell(self, error: InstaPayError) -> None:
        """Say why there is no bank; ask for one where none is known."""
        if error.code == "settings_missing" and self._connecting is not None:
            self._ask(change=False)
            return
        self._error = error
        if self._failure is None:
            self._failure = self._made_failure()
        self._pages.setCurrentWidget(self._failure)
        self._failure.tell(error)

    def renew(self) -> None:
        """Make them again, in the language that is spoken now; what is typed stays."""
        shown = self._pages.currentWidget()
        failure, self._failure = self._failure, None
        if failure is not None:
            if failure is shown and self._error is not None:
                self.tell(self._error)
            self._drop(failure)
        first_run = self._first_run
        if first_run is not None:
            self._first_run = self._made_first_run()
            if first_run is shown:
                self._pages.setCurrentWidget(self._first_run)
            self._first_run.take_over(first_run)
            self._drop(first_run)

    def _ask(self, *, change: bool) -> None:
        if self._first_run is None:
            self._first_run = self._made_first_run()
        self._pages.setCurrentWidget(self._first_run)
        self._first_run.begin(change=change)

    def _made_failure(self) -> StartupFailure:
        made = StartupFailure(has_addresses=self._connecting is not None)
        made.retry_requested.connect(self.retry_requested)
        made.addresses_requested.connect(partial(self._ask, change=True))
        made.quit_requested.connect(self.quit_requested)
        self._pages.addWidget(made)
        return made

    def _made_first_run(self) -> FirstRunScreen:
        assert self._connecting is not None
        made = FirstRunScreen(self._connecting)
        made.demo_requested.connect(self.demo_requested)
        made.addresses_saved.connect(self.retry_requested)
        made.left.connect(self._on_left)
        made.language_chosen.connect(self.language_chosen)
        made.quit_requested.connect(self.quit_requested)
        self._pages.addWidget(made)
        return made

    def _on_left(self) -> None:
        if self._error is not None:
            self.tell(self._error)

    def _drop(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()
