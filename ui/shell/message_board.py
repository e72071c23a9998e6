"""Where messages show: notes at the top trailing corner, and one dialog for a fault."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from ui import messages, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.messages import Message
    from ui.shell.fault_dialog import FaultDialog
    from ui.widgets.toast import Toast

#: More at once nobody reads; the oldest goes.
_MOST = 3


class MessageBoard(QObject):
    """Shows what comes over the bridge, over one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        self._dialog: FaultDialog | None = None
        #: What came while the window was locked; None while it is not.
        self._held: list[Message] | None = None
        self._held_fault = ""
        window.installEventFilter(self)
        messages.posted.connect(self._on_posted)
        messages.faulted.connect(self._on_faulted)

    @property
    def texts(self) -> list[str]:
        """What the notes on show say, the newest first."""
        return [toast.text for toast in self._toasts]

    def clear(self) -> None:
        """Take all notes down: they may be about somebody who has left."""
        for toast in list(self._toasts):
            self._take_down(toast)

    def hold(self) -> None:
        """Tell nothing until `release`: the window is locked."""
        self.clear()
        self._held = []

    def release(self) -> None:
        """Tell the newest of what came meanwhile."""
        held, self._held = self._held or [], None
        for message in held[-_MOST:]:
            self._on_posted(message)
        fault, self._held_fault = self._held_fault, ""
        if fault:
            self._on_faulted(fault)

    def drop(self) -> None:
        """Tell again, but nothing of what came meanwhile: it is somebody else's."""
        self._held, self._held_fault = None, ""
        self.clear()

    def _on_posted(self, message: Message) -> None:
        if self._held is not None:
            self._held.append(message)
            return
        from ui.widgets.toast import Toast  # noqa: PLC0415 (the login paints without it)
        from ui.widgets.tone import Tone  # noqa: PLC0415 (the same)

        tone = Tone.CREDIT if message.kind is messages.Kind.INFO else Tone.WARN
        for same in [toast for toast in self._toasts if toast.text == message.text]:
            self._take_down(same)
        for oldest in self._toasts[_MOST - 1 :]:
            self._take_down(oldest)
        toast = Toast(message.text, tone, self._window, action=message.action)
        toast.closed.connect(partial(self._take_down, toast))
        if message.on_action is not None:
            toast.acted.connect(message.on_action)
        self._toasts.insert(0, toast)
        toast.fit()
        self._place()
        toast.show()
        toast.raise_()
        toast.read_out()

    def _take_down(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        top = int(theme.Spacing.L)
        for toast in self._toasts:
            left = self._window.width() - toast.width() - theme.Spacing.L
            if self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = int(theme.Spacing.L)
            toast.move(left, top)
            top += toast.height() + theme.Spacing.S

    def _on_faulted(self, reference: str) -> None:
        # One at a time: a fault in a poll must not stack dialogs.
        if self._dialog is not None:
            return
        if self._held is not None:
            self._held_fault = reference
            return
        from ui.shell.fault_dialog import FaultDialog  # noqa: PLC0415 (hopefully never needed)

        self._dialog = FaultDialog(reference, self._window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notes in their corner."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
