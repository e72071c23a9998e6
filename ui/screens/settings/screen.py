"""The settings screen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.password import ChangeForm
from ui.screen import Screen
from ui.screens.settings.places_card import PlacesCard
from ui.screens.settings.window_card import WindowCard
from ui.widgets.banner import Banner
from ui.widgets.card import Card, page_area
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from ui.preferences import Preferences

_SIDE_WIDTH = 300


class SettingsScreen(Screen):
    """Password and places on the leading side, this window on the trailing one."""

    name = "settings"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_page()
        self._places = PlacesCard(services.sessions, self._plate)
        self._places.session_ended.connect(self.session_ended)
        self._places.refilled.connect(self._on_refilled)
        self._places.signed_out.connect(self.signed_out)
        self._form = ChangeForm(
            "settings.", submit_text=self.tr("&Change password"), parent=self._password
        )
        self._form.begin(services.identity.change_password)
        self._form.changed.connect(self._on_changed)
        self._form.session_ended.connect(self.session_ended)
        self._changed = Banner(Tone.CREDIT, self._password)
        self._changed.setObjectName("settings.password.changed")
        self._changed.hide()
        self._window = WindowCard(preferences, self._plate)
        for edit in (self._form.current, self._form.new):
            if edit is not None:
                edit.textEdited.connect(self._changed.hide)
        self._lay_out()

    # What the main window asks

    @property
    def signs_out(self) -> bool:
        """All places are being signed out, this one too."""
        return self._places.ends_all

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the places as they are now."""
        del params
        self._window.show_chosen()
        self.refresh()
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Load the places again; what is typed stays."""
        self._places.refresh()

    def _make_page(self) -> None:
        """Make what holds the rest first: what is put into something else is styled anew each time."""
        # Tab goes from it to what is made later.
        self._title = label(self.tr("Settings"), "title", parent=self)
        self._area, self._plate = page_area(self)
        self._password = Card(self._plate)

    def _lay_out(self) -> None:
        title = self._title
        # Takes focus where a key brings somebody here: else the password field would have it.
        title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        title.setAccessibleName(title.text())
        title.setContentsMargins(theme.Spacing.XL, 0, theme.Spacing.XL, 0)
        # As high as where buttons stand beside it, so that titles keep their place.
        title.setMinimumHeight(theme.Control.BUTTON)
        password = self._password
        password.body.addWidget(label(self.tr("Password"), "heading"))
        hint = self.tr("Changing it signs you out everywhere but here.")
        password.body.addWidget(label(hint, "muted", wraps=True))
        password.body.addSpacing(theme.Spacing.S)
        password.body.addWidget(self._form)
        password.body.addWidget(self._changed)
        main = QVBoxLayout()
        main.setSpacing(theme.Spacing.L)
        main.addWidget(self._places)
        main.addWidget(password)
        main.addStretch()
        self._window.setFixedWidth(_SIDE_WIDTH)
        row = QHBoxLayout(self._plate)
        margin = theme.Spacing.XL
        row.setContentsMargins(margin, theme.Spacing.XS, margin, margin)
        row.setSpacing(theme.Spacing.L)
        row.addLayout(main, 1)
        row.addWidget(self._window, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.Spacing.XL, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addWidget(title)
        column.addWidget(self._area, 1)

    def _on_refilled(self) -> None:
        """Let Tab reach the places where they stand: what is made late would come last."""
        below = [*self._form.findChildren(QWidget), *self._window.findChildren(QWidget)]
        here = self.window()
        parts = [
            part
            for part in below
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is here
        ]
        for before, after in pairwise([*self._places.buttons, *parts]):
            QWidget.setTabOrder(before, after)

    def _on_changed(self) -> None:
        self._changed.say(
            self.tr("Your password is changed."), self.tr("All other places are signed out.")
        )
        self._changed.show()
        # After the layout has made room for it below the button.
        QTimer.singleShot(0, self, self._reveal)
        self.refresh()

    def _reveal(self) -> None:
        self._area.ensureWidgetVisible(self._changed, 0, int(theme.Spacing.XL))
