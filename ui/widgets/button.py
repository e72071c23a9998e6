"""Buttons in the theme's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QPushButton, QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from ui.icons import IconName

ButtonRole = Literal["plain", "primary", "danger", "quiet", "link", "chip", "segment"]

_INK: dict[ButtonRole, theme.ColourRole] = {
    "plain": "text",
    "primary": "on_accent",
    "danger": "danger",
    "quiet": "muted",
    "link": "accent",
    "chip": "muted",
    "segment": "muted",
}


def button(
    text: str,
    role: ButtonRole = "plain",
    *,
    icon: IconName | None = None,
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button that Enter presses while it has focus, also outside of dialogs."""
    # Not QPushButton(text, parent): telling that from its other forms builds QIcon's enums, 2 ms.
    made = QPushButton(parent)
    made.setText(text)
    made.setAutoDefault(True)
    if role != "plain":
        theme.mark(made, role=role)
    if icon is not None:
        icons.assign(made, icon, _INK[role], theme.Control.ICON)
    return made
