"""What this person likes on this computer, in ``desktop.ini``. Never a password, token or name."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


class Preferences:
    """A small store of flags, words and bytes by name.

    A file that cannot be written costs the preferences of this run, and nothing else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self._told = False

    @property
    def folder(self) -> Path:
        """Where this computer's own files are, beside the preferences."""
        return self._path.parent

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return whether `name` was switched on."""
        value = self.text(name)
        return value == "true" if value in {"true", "false"} else default

    def set_flag(self, name: str, value: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Keep a flag."""
        self.set_text(name, "true" if value else "false")

    def text(self, name: str, default: str = "") -> str:
        """Return the text kept under `name`, or `default`."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        """Keep a text."""
        self._settings.setValue(name, value)

    def blob(self, name: str) -> bytes:
        """Return the bytes kept under `name`; empty when there are none or they are spoilt."""
        strict = QByteArray.Base64Option.AbortOnBase64DecodingErrors
        kept = QByteArray(self.text(name).encode("ascii", "replace"))
        return bytes(QByteArray.fromBase64(kept, strict).data())

    def set_blob(self, name: str, value: bytes) -> None:
        """Keep bytes, such as a window's place."""
        self.set_text(name, bytes(QByteArray(value).toBase64().data()).decode("ascii"))

    def save(self) -> None:
        """Write now; Qt does so by itself a moment after each change."""
        self._settings.sync()
        if self._settings.status() is not QSettings.Status.NoError and not self._told:
            self._told = True
            _log.warning("preferences cannot be kept", extra={"path": self._settings.fileName()})
