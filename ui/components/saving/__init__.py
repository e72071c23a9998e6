"""Saving what is shown as a file, or printing it: asking where to, writing in a thread, telling how far."""

from __future__ import annotations

from ui.components.saving.dialog import Format, SavingDialog
from ui.components.saving.progress import LeftOff, Progress

__all__ = ["Format", "LeftOff", "Progress", "SavingDialog"]
