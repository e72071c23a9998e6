"""What a page says that could not be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.errors import Unavailable
from ui import error_text

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from ui.widgets.empty_state import EmptyState


def say_failure(page: EmptyState, heading: str, error: InstaPayError) -> None:
    """Have `page` say what cannot be shown (`heading`), why, and offer to try again."""
    page.say(
        "offline" if isinstance(error, Unavailable) else "warning",
        heading,
        error_text.sentence(error),
        action=QCoreApplication.translate("failure", "Try again"),
    )
