"""What there is for whoever wants to know: guide, shortcuts, about, logs. Made when it is asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from ui import actions, bidi, messages
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from ui.main_window import MainWindow
    from ui.shell.guide_window import GuideWindow


class Topic(StrEnum):
    """What can be asked for."""

    GUIDE = "guide"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"
    LOGS = "logs"


#: Where no screen is shown, the guide opens at one of these.
_SIGNING_IN, _LOCKED = "login", "lock"


class Help(QObject):
    """One window's help; each thing is there once at a time."""

    def __init__(self, window: MainWindow, log_folder: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._log_folder = log_folder
        self._guide: GuideWindow | None = None
        self._dialog: QDialog | None = None

    def show(self, topic: str) -> None:
        """Show what was asked for, by its value as a `Topic`."""
        {
            Topic.GUIDE: self.show_guide,
            Topic.SHORTCUTS: self.show_shortcuts,
            Topic.ABOUT: self.show_about,
            Topic.LOGS: self.open_logs,
        }[Topic(topic)]()

    def show_guide(self) -> None:
        """Open the guide at what is on screen, beside the window."""
        from ui.shell.guide_window import GuideWindow  # noqa: PLC0415 (when somebody wants it)

        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.show_section(self._section())
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def show_shortcuts(self) -> None:
        """List the keys that do something in this window."""
        from ui.shell.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 (the same)

        if self._is_free():
            session = self._window.open_session
            screens = session.screen_labels if session is not None else ()
            enabled = actions.enabled_of(self._window)
            self._open(ShortcutsDialog(enabled, screens, self._window))

    def show_about(self) -> None:
        """Say what program this is, and whom it is connected to."""
        from ui.shell.about_dialog import AboutDialog  # noqa: PLC0415 (the same)

        if self._is_free():
            dialog = AboutDialog(self._window.services, self._log_folder, self._window)
            dialog.logs_wanted.connect(self.open_logs)
            self._open(dialog)

    def open_logs(self) -> None:
        """Have the system show the folder of logs; where it can't, say where that is."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 (the same)
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 (the same)

        if self._log_folder is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder))):
            words = QT_TRANSLATE_NOOP("help", "The logs are in {folder}")
            folder = bidi.ltr(str(self._log_folder))
            messages.info(QCoreApplication.translate("help", words).format(folder=folder))

    def close(self) -> None:
        """Take the guide down: it speaks another language."""
        guide, self._guide = self._guide, None
        if guide is not None:
            guide.close()
            guide.deleteLater()

    def _section(self) -> str:
        if self._window.is_locked:
            return _LOCKED
        screen = self._window.current_screen
        return screen.name if screen is not None else _SIGNING_IN

    def _is_free(self) -> bool:
        return self._dialog is None or not isValid(self._dialog) or not self._dialog.isVisible()

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.open()
