"""What this program speaks, how it looks and when it locks, on this computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QWidget

from ui import appearance, background_news, bidi, language, lock_time, theme
from ui.language import Language
from ui.widgets.card import Card
from ui.widgets.labels import field_label, label

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from ui.preferences import Preferences


class _Minutes(QComboBox):
    """A list that the wheel scrolls past, as it does past the rest of the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class WindowCard(Card):
    """Language, theme, lock time and news; each takes effect as it is chosen."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._schemes: dict[theme.Scheme, QRadioButton] = {}
        self.body.addWidget(label(self.tr("On this computer"), "heading"))
        self.body.addSpacing(theme.Spacing.XS)
        self.body.addWidget(label(self.tr("Language"), "field"))
        self._add_languages()
        self.body.addSpacing(theme.Spacing.L)
        self.body.addWidget(label(self.tr("Theme"), "field"))
        self._add_schemes()
        self.body.addSpacing(theme.Spacing.L)
        self._minutes = _Minutes()
        self._add_minutes()
        self.body.addSpacing(theme.Spacing.L)
        self._news = QCheckBox(self.tr("Tell of news in the bac&kground"))
        self._add_news()
        theme.changed.connect(self.show_chosen)

    def show_chosen(self) -> None:
        """Show what holds now; the account menu chooses themes too."""
        self._schemes[theme.scheme()].setChecked(True)

    def _add_languages(self) -> None:
        group = QButtonGroup(self)
        for spoken in Language:
            choice = QRadioButton(language.NAMES[spoken])
            choice.setObjectName(f"settings.language.{spoken.value}")
            choice.setChecked(spoken is language.current())
            choice.clicked.connect(partial(self._on_language, spoken))
            group.addButton(choice)
            self.body.addWidget(choice)

    def _on_language(self, spoken: Language, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (a slot of Qt's signal)
        language.choose(self._preferences, spoken)

    def _add_schemes(self) -> None:
        group = QButtonGroup(self)
        for scheme, text in (
            (theme.Scheme.SYSTEM, self.tr("As the s&ystem has it")),
            (theme.Scheme.LIGHT, self.tr("&Light")),
            (theme.Scheme.DARK, self.tr("&Dark")),
        ):
            choice = QRadioButton(text)
            choice.setObjectName(f"settings.theme.{scheme.value}")
            group.addButton(choice)
            self.body.addWidget(choice)
            self._schemes[scheme] = choice
        self.show_chosen()
        group.buttonClicked.connect(self._on_scheme)

    def _add_minutes(self) -> None:
        self._minutes.setObjectName("settings.lock_after")
        self._minutes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for count in lock_time.CHOICES:
            self._minutes.addItem(self.tr("%n minute(s)", "", count), count)
        self._minutes.setCurrentIndex(lock_time.CHOICES.index(lock_time.minutes(self._preferences)))
        self._minutes.currentIndexChanged.connect(self._on_minutes)
        self.body.addWidget(field_label(self.tr("Lock when no&body is here for"), self._minutes))
        self.body.addWidget(self._minutes)
        keys = bidi.ltr("Ctrl+L")
        hint = self.tr("{keys} locks at once. Your password opens it again; what you typed stays.")
        self.body.addWidget(label(hint.format(keys=keys), "caption", wraps=True))

    def _add_news(self) -> None:
        self._news.setObjectName("settings.background_news")
        self._news.setChecked(background_news.are_told(self._preferences))
        self._news.toggled.connect(self._on_news)
        self.body.addWidget(self._news)
        hint = self.tr("Your computer tells you while another window is in front of this one.")
        self.body.addWidget(label(hint, "caption", wraps=True))

    def _on_news(self, wanted: bool) -> None:  # noqa: FBT001 (a slot of Qt's signal)
        background_news.tell(self._preferences, wanted=wanted)

    def _on_scheme(self) -> None:
        for scheme, choice in self._schemes.items():
            if choice.isChecked() and scheme is not theme.scheme():
                appearance.wear(self._preferences, scheme)

    def _on_minutes(self, index: int) -> None:
        lock_time.choose(self._preferences, lock_time.CHOICES[index])
