"""One place where the person is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import bidi, date_text, theme
from ui.widgets.badge import Badge
from ui.widgets.button import button
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.people import SignedInPlace


class PlaceRow(QFrame):
    """Station, since when, last use, and a way to end it.

    Signals:
        end_wanted(UUID): sign out there.

    """

    end_wanted = Signal(object)

    def __init__(self, number: int, place: SignedInPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        name = f"settings.place.{number}"
        self.setObjectName(name)
        self._station = ElidedLabel(bidi.own(place.station), "strong")
        self._times = label("", "caption", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.XS)
        words.addWidget(self._station)
        words.addWidget(self._times)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.Spacing.S, 0, theme.Spacing.S)
        row.setSpacing(theme.Spacing.M)
        row.addLayout(words, 1)
        if place.is_this_one:
            badge = Badge(self.tr("This window"), Tone.ACCENT, "check")
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            end = button(self.tr("Sign out"), "chip")
            end.setObjectName(f"{name}.sign_out")
            end.setAccessibleName(
                self.tr("Sign out at {station}, opened {moment}").format(
                    station=place.station, moment=date_text.moment_text(place.opened_at)
                )
            )
            end.clicked.connect(self._on_end)
            row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_place(place)

    @property
    def place(self) -> SignedInPlace:
        """What is shown."""
        return self._place

    def show_place(self, place: SignedInPlace) -> None:
        """Show the same place as it is now."""
        self._place = place
        opened = bidi.own(date_text.moment_text(place.opened_at))
        if place.is_this_one:
            times = self.tr("Opened {moment}").format(moment=opened)
        else:
            used = bidi.own(date_text.moment_text(place.last_used_at))
            times = self.tr("Opened {moment} · last used {used}").format(moment=opened, used=used)
        self._times.setText(times)
        what = self.tr("This window") if place.is_this_one else ""
        self.setAccessibleName(", ".join(filter(None, (place.station, what, bidi.plain(times)))))

    def _on_end(self) -> None:
        self.end_wanted.emit(self._place.id)
