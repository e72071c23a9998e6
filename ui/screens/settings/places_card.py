"""Where the person is signed in: this window first, then by last use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import error_text, messages, tasks, theme
from ui.fault_once import FaultOnce
from ui.screens.settings.place_row import PlaceRow
from ui.widgets.button import button
from ui.widgets.card import Card, hairline
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.loading import Loading
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.sessions import SessionService
    from services.values.people import SignedInPlace

_DEADLINE_S = 10.0


class PlacesCard(Card):
    """A row a place; one, all others or all can be signed out.

    Signals:
        session_ended(): the bank knows this session no more.
        refilled(): other places are listed than before.
        signed_out(): this session was ended too, as was wanted.

    """

    session_ended = Signal()
    refilled = Signal()
    signed_out = Signal()

    def __init__(self, sessions: SessionService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._faults = FaultOnce()
        self._loading_task: tasks.Task | None = None
        self._ending: tasks.Task | None = None
        self._ends_all = False
        self._rows: list[PlaceRow] = []
        self._loading = Loading(self.tr("One moment …"))
        self._error = InlineError()
        self._error.setObjectName("settings.places.error")
        self._list = QWidget()
        self._list.setObjectName("settings.places")
        self._list.setAccessibleName(self.tr("Where you are signed in"))
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._end_others = button(self.tr("Sign out &other places"))
        self._end_others.setObjectName("settings.end_others")
        self._end_others.clicked.connect(self._on_end_others)
        self._end_all = button(self.tr("Sign out &everywhere"), "danger")
        self._end_all.setObjectName("settings.end_all")
        self._end_all.setToolTip(self.tr("Here too: you are asked to sign in again"))
        self._end_all.clicked.connect(self._on_end_all)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addWidget(label(self.tr("Where you are signed in"), "heading"))
        hint = self.tr("Sign out what you do not know, then change your password.")
        self.body.addWidget(label(hint, "muted", wraps=True))
        self.body.addWidget(self._loading)
        self.body.addWidget(self._list)
        self.body.addWidget(self._error)
        self.body.addSpacing(theme.Spacing.S)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        buttons.addWidget(self._end_others)
        buttons.addWidget(self._end_all)
        buttons.addStretch()
        self.body.addLayout(buttons)
        self._loading.hide()
        self._update_buttons()

    @property
    def buttons(self) -> list[QPushButton]:
        """All that can be pressed here, from above."""
        ends = [button for row in self._rows for button in row.findChildren(QPushButton)]
        return [*ends, self._end_others, self._end_all]

    def refresh(self) -> None:
        """Ask the bank; what is listed stays meanwhile."""
        if not self._rows:
            self._loading.start()
        self._loading_task = tasks.run(
            self,
            self._sessions.list,
            on_success=self._on_listed,
            on_failure=self._on_not_listed,
            deadline_s=_DEADLINE_S,
            replaces=self._loading_task,
        )

    def _on_listed(self, places: tuple[SignedInPlace, ...]) -> None:
        self._loading.stop()
        self._faults.succeed()
        self._error.clear()
        # This window first: it is the one that somebody can be sure of.
        places = tuple(sorted(places, key=lambda place: not place.is_this_one))
        if [place.id for place in places] == [row.place.id for row in self._rows]:
            # Not made anew: a button may have focus.
            for row, place in zip(self._rows, places, strict=True):
                row.show_place(place)
        else:
            self._fill(places)
        self._update_buttons()

    def _fill(self, places: tuple[SignedInPlace, ...]) -> None:
        focused = self._focused()
        held_focus = focused is not None and self._list.isAncestorOf(focused)
        while (item := self._column.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self._rows = []
        for number, place in enumerate(places, start=1):
            if self._rows:
                self._column.addWidget(hairline())
            row = PlaceRow(number, place)
            row.end_wanted.connect(self._on_end_one)
            self._column.addWidget(row)
            self._rows.append(row)
        self.refilled.emit()
        if held_focus:
            # The button that was pressed has gone with its row.
            (self._end_others if len(places) > 1 else self._end_all).setFocus()

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _on_not_listed(self, error: InstaPayError) -> None:
        self._loading.stop()
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if not self._rows:
            self._error.tell(error_text.sentence(error))

    def _update_buttons(self) -> None:
        self._end_others.setEnabled(len(self._rows) > 1)
        self._end_all.setEnabled(bool(self._rows))

    # Signing out

    def _on_end_one(self, session_id: UUID) -> None:
        self._end(
            lambda: self._sessions.end(session_id=session_id),
            lambda: self._tell(self.tr("Signed out there.")),
        )

    def _on_end_others(self) -> None:
        self._end(
            self._sessions.end_others,
            lambda: self._tell(self.tr("All other places are signed out.")),
        )

    def _on_end_all(self) -> None:
        asked = question(
            self.tr("Sign out everywhere?"),
            self.tr("Here too: you are asked to sign in again, and what you typed is lost."),
            self.tr("Sign out &everywhere"),
            name="settings.end_all_question",
            parent=self,
        )
        asked.accepted.connect(self._end_all_places)
        asked.open()

    @property
    def ends_all(self) -> bool:
        """All places are being signed out: a call that the bank answers meanwhile finds no session."""
        return self._ends_all and self._ending is not None and self._ending.is_open

    def _end_all_places(self) -> None:
        self._ends_all = self._ending is None or not self._ending.is_open
        self._end(self._sessions.end_all, self.signed_out.emit)

    def _end(self, call: Callable[[], object], then: Callable[[], object]) -> None:
        # Nothing is disabled meanwhile: focus would be handed on to the password below.
        if self._ending is not None and self._ending.is_open:
            return

        def on_success(_answer: object) -> None:
            self._loading.stop()
            then()

        self._loading.start()
        self._ending = tasks.run(
            self,
            call,
            on_success=on_success,
            on_failure=self._on_not_ended,
            deadline_s=_DEADLINE_S,
        )

    def _tell(self, text: str) -> None:
        messages.info(text)
        self.refresh()

    def _on_not_ended(self, error: InstaPayError) -> None:
        self._loading.stop()
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)
            # It may be gone already, ended from somewhere else.
            self.refresh()
