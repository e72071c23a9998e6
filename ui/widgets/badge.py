"""A small pill for exceptions: an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.tone import ICON_OF, INK_OF, Tone

if TYPE_CHECKING:
    from ui.icons import IconName

_HEIGHT = 22
_ICON = 14


class Badge(QFrame):
    """Says one exceptional thing, never by colour alone."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon or ICON_OF[tone], INK_OF[tone], _ICON)
        self._label = label(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.S, 0, theme.Spacing.S, 0)
        row.setSpacing(theme.Spacing.XS)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.setFixedHeight(_HEIGHT)
        # A badge is never cut off; what stands beside it gives way.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.mark(self, surface="badge")
        self.say(text, tone, icon)

    def say(self, text: str, tone: Tone, icon: IconName | None = None) -> None:
        """Show another word and meaning."""
        theme.mark(self, tone=tone.value)
        self._icon.show_icon(icon or ICON_OF[tone], INK_OF[tone])
        self._label.setText(text)
        self.setAccessibleName(text)
