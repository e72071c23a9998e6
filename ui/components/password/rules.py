"""What a new password has to be, told beside it and ticked off while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.password_rules import MAX_OCTETS, MIN_CHARACTERS
from ui import theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label


class _Rule(QWidget):
    """A sentence, with a tick once it is kept."""

    def __init__(self, text: str, kept: str) -> None:
        super().__init__()
        self._text = text
        self._kept = kept
        self.is_kept = False
        self._icon = IconLabel("info", "muted", theme.Control.ICON_SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "caption", wraps=True), 1)
        self.show_kept(False)

    def show_kept(self, kept: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Tick it, or take the tick back."""
        self.is_kept = kept
        self._icon.show_icon("check" if kept else "dot", "credit" if kept else "muted")
        self.setAccessibleName(f"{self._text} {self._kept}" if kept else self._text)


class PasswordRules(QWidget):
    """Three rules; all of them hold for a password that the bank would take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kept = self.tr("(done)")
        least = self.tr(
            "%n character(s) or more. A sentence is easy to keep in mind.", "", MIN_CHARACTERS
        )
        most = self.tr(
            "%n byte(s) at most: letters other than A to Z count double or more.", "", MAX_OCTETS
        )
        self._is_long = _Rule(least, kept)
        self._is_short = _Rule(most, kept)
        self._is_new = _Rule(self.tr("Not the one you have now."), kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.XS)
        for rule in (self._is_long, self._is_short, self._is_new):
            column.addWidget(rule)

    def hold_against(self, password: str, current: str) -> None:
        """Tick what `password` keeps, in place of `current` where that is known."""
        octets = len(password.encode(errors="surrogatepass"))
        self._is_long.show_kept(len(password) >= MIN_CHARACTERS)
        self._is_short.show_kept(0 < octets <= MAX_OCTETS)
        self._is_new.show_kept(bool(password) and bool(current) and password != current)

    @property
    def kept(self) -> tuple[bool, bool, bool]:
        """Which rules are kept: length, bytes, newness."""
        return self._is_long.is_kept, self._is_short.is_kept, self._is_new.is_kept
