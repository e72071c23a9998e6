"""Keeps what is typed and not sent over a restart of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui import tasks
from ui.shell.draft_file import DraftFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.errors import InstaPayError
    from ui.preferences import Preferences
    from ui.screen import Screen
    from ui.shell.draft_file import Drafts

_FOLDER = "drafts"
#: So long a pause in typing, then it is written.
PAUSE_MS = 800
_DEADLINE_S = 10.0
#: Nobody waits for it: until a slow disk has answered nothing is written over what lies there.
_READ_DEADLINE_S = 3600.0


class DraftKeeper(QObject):
    """Reads once, gives each screen its own back when it is first made, and writes after a pause."""

    def __init__(
        self,
        preferences: Preferences,
        user_id: UUID,
        screens: Callable[[], dict[str, Screen]],
        parent: QObject,
    ) -> None:
        """`screens` tells which were made so far, now as later."""
        super().__init__(parent)
        self._screens = screens
        self._file = DraftFile(preferences.folder / _FOLDER, user_id)
        #: What no screen has taken back yet; None until it was read.
        self._left: Drafts | None = None
        #: What screens had typed when it was last wanted on the disk.
        self._kept: Drafts = {}
        self._is_forgotten = False
        self._writing: tasks.Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def begin(self) -> None:
        """Read what was left by an earlier run."""
        tasks.run(
            self,
            self._file.read,
            on_success=self._on_read,
            on_failure=self._on_failure,
            deadline_s=_READ_DEADLINE_S,
        )

    def restore(self, screen: Screen) -> None:
        """Give a screen what it left, unless something is typed there already."""
        draft = (self._left or {}).pop(screen.name, None)
        if draft is not None and not screen.draft():
            screen.restore(draft)

    def save_soon(self) -> None:
        """Write after a pause in typing."""
        for screen in self._screens().values():
            screen.tell_draft_kept(kept=False)
        self._pause.start()

    def save_now(self, *, is_ending: bool = False) -> None:
        """Write before this call returns: the screens go.

        `is_ending`: the program does too, and may not come to send what it is about to. Otherwise that is
        sent, and must not stand in a form again.
        """
        self._pause.stop()
        if self._is_forgotten:
            return
        if self._left is None:
            # Somebody was faster than the reading: what they typed goes on top of what is there.
            self._left = self._file.read()
        drafts = self._collect()
        self._file.want({**self._held(), **drafts} if is_ending else drafts)
        self._file.write()

    def forget(self) -> None:
        """Remove the file: the person signs out, and leaves nothing on this computer."""
        self._is_forgotten = True
        self._pause.stop()
        self._file.want({})
        self._file.write()

    def _collect(self) -> Drafts:
        typed = {name: screen.draft() for name, screen in self._screens().items()}
        return {**(self._left or {}), **{name: draft for name, draft in typed.items() if draft}}

    def _held(self) -> Drafts:
        """Return what lies on the disk of what is being sent and is not in the outbox yet."""
        held = {name for name, screen in self._screens().items() if screen.holds_draft}
        return {name: draft for name, draft in self._kept.items() if name in held}

    def _on_read(self, drafts: Drafts) -> None:
        self._left = drafts
        for screen in self._screens().values():
            self.restore(screen)

    def _on_pause(self) -> None:
        if self._left is None or any(each.holds_draft for each in self._screens().values()):
            # What an earlier run left must not be written over unread, nor may what is being sent
            # be neither here nor in the outbox: a program that is killed then would lose it.
            self._pause.start()
            return
        self._kept = self._collect()
        self._file.want(self._kept)
        # An older write may be answered while this one is on its way, and says nothing of it.
        self._writing = tasks.run(
            self,
            self._file.write,
            on_success=self._on_written,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._writing,
        )

    def _on_written(self, written: bool) -> None:  # noqa: FBT001 (what a task answers)
        if self._pause.isActive():
            return
        for screen in self._screens().values():
            screen.tell_draft_kept(kept=written and bool(screen.draft()))

    def _on_failure(self, _error: InstaPayError) -> None:
        """Go on without: a failing disk costs the drafts and nothing else."""
        if self._left is None:
            self._left = {}
