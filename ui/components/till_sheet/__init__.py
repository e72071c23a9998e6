"""A till's sheet of the day: on paper, as a PDF, and for a spreadsheet."""

from __future__ import annotations

from ui.components.till_sheet.dialog import SheetDialog

__all__ = ["SheetDialog"]
