"""The slip with a one-time password, on paper: the upper half of an A4 sheet, to be cut off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from ui import bidi, iban_text
from ui.components.paper.document import CAPTION, TITLE, dated, paint_brand
from ui.components.paper.sheet import Ink, Sheet
from ui.theme import Paper, PaperSize, Radius, Weight

if TYPE_CHECKING:
    from datetime import datetime

_TEXT = Ink(PaperSize.HEADING)
_VALUE = Ink(PaperSize.HEADING, Weight.SEMIBOLD)
_PASSWORD = Ink(PaperSize.TITLE, Weight.SEMIBOLD)
_NAME = Ink(PaperSize.HEADING, role="muted")
_FACT_WIDTH = 110
_BOX_HEIGHT = 52


@dataclass(frozen=True, slots=True)
class Slip:
    """What is handed to a customer on paper.

    Attributes:
        iban: of the account that was opened with it; None where none was.
        made_at: UTC.

    """

    full_name: str
    email: str
    one_time_password: str = field(repr=False)
    iban: str | None
    made_at: datetime


class SlipPages:
    """A slip laid out for a sheet.

    Attributes:
        count: how many pages there are: one.

    """

    count = 1

    def __init__(self, slip: Slip, sheet: Sheet) -> None:
        self._slip = slip
        self._sheet = sheet
        self._left = float(Paper.MARGIN)
        self._width = sheet.width - 2 * Paper.MARGIN
        self._y = 0.0

    def paint(self, number: int) -> None:
        """Paint the page onto the sheet's painter."""
        del number
        self._y = float(Paper.MARGIN)
        self._paint_head()
        for name, value in self._facts():
            self._sheet.line(name, self._left, self._y, _FACT_WIDTH, _NAME)
            self._paint_words(value, _VALUE, indent=_FACT_WIDTH)
        self._y += Paper.GAP
        self._paint_password()
        for number_of_step, step in enumerate(self._steps(), start=1):
            self._sheet.line(
                bidi.ltr(str(number_of_step)), self._left, self._y, Paper.LINE * 2, _TEXT
            )
            self._paint_words(step, _TEXT, indent=Paper.LINE * 2)
        self._y += Paper.GAP
        self._paint_words(self._warning(), _VALUE)
        self._paint_foot()

    # What is said

    def _facts(self) -> list[tuple[str, str]]:
        slip = self._slip
        facts = [
            (QCoreApplication.translate("slip", "Name"), bidi.own(slip.full_name)),
            (QCoreApplication.translate("slip", "Email"), bidi.ltr(slip.email)),
        ]
        if slip.iban is not None:
            iban = bidi.ltr(iban_text.grouped(slip.iban))
            facts.append((QCoreApplication.translate("slip", "Your account"), iban))
        return facts

    def _steps(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("slip", "Open Mini-InstaPay and sign in with this email."),
            QCoreApplication.translate(
                "slip", "Type the one-time password as it stands above, with its dashes."
            ),
            QCoreApplication.translate(
                "slip",
                "Choose a password of your own. This is asked at the first sign-in, before anything else.",
            ),
        )

    def _warning(self) -> str:
        return QCoreApplication.translate(
            "slip",
            "Keep this slip to yourself until then. Nobody at the bank will ever ask you for it.",
        )

    # Painting

    def _paint_head(self) -> None:
        sheet = self._sheet
        self._y = paint_brand(sheet, self._left, self._y, self._width) + 2 * Paper.GAP
        title = QCoreApplication.translate("slip", "Your first sign-in")
        sheet.line(title, self._left, self._y, self._width, TITLE)
        self._y += sheet.line_height(TITLE) + 2 * Paper.GAP

    def _paint_words(self, text: str, ink: Ink, *, indent: float = 0) -> None:
        width = self._width - indent
        words = self._sheet.lay(text, width, ink)
        self._sheet.write(words, self._left + indent, self._y, width)
        self._y += words.height + Paper.GAP

    def _paint_password(self) -> None:
        sheet = self._sheet
        room = QRectF(self._left, self._y, self._width, _BOX_HEIGHT)
        sheet.fill(room, "accent_soft", Radius.SMALL)
        x, width = self._left + 2 * Paper.GAP, self._width - 4 * Paper.GAP
        caption = QCoreApplication.translate("slip", "One-time password")
        sheet.line(caption, x, self._y + Paper.GAP, width, CAPTION)
        top = self._y + Paper.GAP + sheet.line_height(CAPTION) + 2
        sheet.line(bidi.ltr(self._slip.one_time_password), x, top, width, _PASSWORD)
        self._y += _BOX_HEIGHT + 2 * Paper.GAP

    def _paint_foot(self) -> None:
        """Say when it was made, above the line where the sheet is cut."""
        sheet = self._sheet
        cut = sheet.height / 2
        # In Arabic a slip is made otherwise than a statement.
        made = QCoreApplication.translate("slip", "Made on {moment}").format(
            moment=dated(self._slip.made_at)
        )
        y = cut - sheet.line_height(CAPTION) - Paper.GAP
        sheet.line(made, self._left, y, self._width, CAPTION)
        sheet.rule(cut, x=0, width=sheet.width, role="line")
