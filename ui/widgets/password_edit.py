"""A field for a password, with a button that shows it and a guess about Caps Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.widgets.icon_button import IconButton
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

#: Longest text the field takes; the rule of 72 UTF-8 bytes is told by its own sentence.
_MAX_LENGTH = 256


class _Eye(IconButton):
    """The button in the field. What it does not understand must not be typed into the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep text to itself; Return goes on to the form."""
        super().keyPressEvent(event)
        if event.text().isprintable():
            event.accept()


class PasswordEdit(LeadingEdit):
    """Hidden text, and a guess about Caps Lock.

    Qt tells no Caps Lock state, so it is inferred from a letter's case without Shift.

    Attributes:
        show_button: inside the field, at its end.

    Signals:
        caps_lock_changed(bool): Caps Lock seems to be on, or off again.

    """

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps_lock = False
        self.setMaxLength(_MAX_LENGTH)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = _Eye("eye", "", parent=self)
        self.show_button.setCheckable(True)
        # The plain arrow, over a field that has the cursor for text.
        self.show_button.setCursor(QCursor())
        self.show_button.toggled.connect(self._on_show_toggled)
        self._on_show_toggled(False)

    @property
    def caps_lock(self) -> bool:
        """Caps Lock seems to be on."""
        return self._caps_lock

    def conceal(self) -> None:
        """Hide the text again."""
        self.show_button.setChecked(False)

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 (a slot of Qt's signal)
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        text = self.tr("Hide password") if shown else self.tr("Show password")
        self.show_button.say("eye-off" if shown else "eye", text)

    def _set_caps_lock(self, on: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_changed.emit(on)

    def _place_button(self) -> None:
        room = self.show_button.sizeHint()
        inset = (self.height() - room.height()) // 2
        left = self.width() - inset - room.width()
        margin = room.width() - theme.Spacing.XS
        if self.isRightToLeft():
            left = inset
            self.setTextMargins(margin, 0, 0, 0)
        else:
            self.setTextMargins(0, 0, margin, 0)
        self.show_button.setGeometry(left, inset, room.width(), room.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the letter's case, then type it."""
        letter = event.text()
        if event.key() == QtCore.Qt.Key.Key_CapsLock and self._caps_lock:
            self._set_caps_lock(False)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self._set_caps_lock(letter.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the guess: nobody sees what is typed elsewhere."""
        super().focusOutEvent(event)
        self._set_caps_lock(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the field's end."""
        super().resizeEvent(event)
        self._place_button()
