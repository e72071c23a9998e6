"""The note that says that nobody knows yet whether something was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.banner import Banner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.components.sending import Sending


class Doubt(Banner):
    """Shown while `sending` is in doubt."""

    def __init__(
        self, sending: Sending, *, name: str = "till.doubt", parent: QWidget | None = None
    ) -> None:
        super().__init__(Tone.WARN, parent)
        self.setObjectName(name)
        self.hide()
        sending.doubted.connect(self._on_doubted)
        sending.succeeded.connect(self.hide)
        sending.failed.connect(self.hide)

    def _on_doubted(self) -> None:
        self.say(
            self.tr("We don't know yet whether this was done."),
            self.tr("Don't do it again; the bank is being asked, and this resolves by itself."),
        )
        self.show()
