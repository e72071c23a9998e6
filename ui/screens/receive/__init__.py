"""What to give to somebody who is to pay."""

from __future__ import annotations

from ui.screens.receive.screen import ReceiveScreen

__all__ = ["ReceiveScreen"]
