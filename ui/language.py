"""Which language the window speaks: chosen on this computer, as the system has it at first.

The sentences are in `resources/i18n`, compiled when the program is set up. English needs them too:
its plural forms are there.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal

import resources
from ui import fonts, properties

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.preferences import Preferences

_log = logging.getLogger(__name__)

_PREFERENCE = "window/language"


class Language(StrEnum):
    """A language that is complete."""

    ENGLISH = "en"
    ARABIC = "ar"


#: As whoever reads the language calls it: never translated.
NAMES = {Language.ENGLISH: "English", Language.ARABIC: "العربية"}
#: For what Qt writes by itself, such as a calendar. Months are called alike in Cairo and in Dubai,
#: but Egypt's locale has Arabic digits, and this bank writes Latin ones.
_LOCALES = {Language.ENGLISH: "en_GB", Language.ARABIC: "ar_AE"}
#: Qt's own words, such as a text field's menu; English is what Qt has built in.
_QT_WORDS = "qtbase_ar.qm"


class _State(QObject):
    """What is spoken, and who wants to hear of another wish."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.language = Language.ENGLISH
        self.translators: list[QTranslator] = []


_state = _State()
#: Emitted with a `Language` when somebody has chosen another one; the main window puts it on.
chosen = _state.chosen


def current() -> Language:
    """Return what the window speaks now."""
    return _state.language


def preferred(preferences: Preferences) -> Language:
    """Return the language that was chosen on this computer; at first the system's, else English."""
    kept = preferences.text(_PREFERENCE)
    if kept in set(Language):
        return Language(kept)
    for name in QLocale.system().uiLanguages():
        spoken = name.partition("-")[0]
        if spoken in set(Language):
            return Language(spoken)
    return Language.ENGLISH


def choose(preferences: Preferences, language: Language) -> None:
    """Remember the language and ask the main window to speak it."""
    preferences.set_text(_PREFERENCE, language.value)
    if language is not _state.language:
        _state.chosen.emit(language)


def put_on(app: QApplication, language: Language) -> None:
    """Speak `language` from now on: words, direction, the order of fonts. What is made stays as it is."""
    for translator in _state.translators:
        app.removeTranslator(translator)
    files = [resources.translation(language.value)]
    if language is Language.ARABIC:
        files.insert(0, Path(_qt_folder()) / _QT_WORDS)
    _state.language = language
    _state.translators = [made for path in files if (made := _translator(path)) is not None]
    for translator in _state.translators:
        app.installTranslator(translator)
    fonts.prefer_arabic(language is Language.ARABIC)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    is_mirrored = language is Language.ARABIC
    properties.put(app, layoutDirection="RightToLeft" if is_mirrored else "LeftToRight")


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def _translator(path: Path) -> QTranslator | None:
    made = QTranslator()
    if made.load(str(path)):
        return made
    # Words of the code itself are shown, which are English.
    _log.error("a translation cannot be read: %s", path)
    return None
