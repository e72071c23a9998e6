"""Words, plural forms, dates, digits and direction in both languages, and switching before sign-in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit, QPushButton

from services.values.people import DemoPerson
from tests.pages.finding import find, plain, type_into
from tests.pages.language import LanguagePage
from tests.pages.login import LoginPage
from ui import bidi, date_text, error_text, language, money_text, theme
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens.settings.window_card import WindowCard
from ui.shell.nav_item import NavItem
from ui.widgets.amount_edit import AmountEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
#: Names that stay as they are on an Arabic sign-in page.
NAMES = r"Mini-InstaPay|English|Salma( Hassan)?"


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def arabic(qapp: QApplication) -> None:
    language.put_on(qapp, Language.ARABIC)


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    made = MainWindow(
        preferences=preferences, demo_people=(DemoPerson("Salma Hassan", "s@demo.eg", "x" * 12),)
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def spoken(qtbot: QtBot, window: MainWindow) -> LanguagePage:
    return LanguagePage(qtbot, window)


@pytest.fixture
def login(qtbot: QtBot, window: MainWindow) -> LoginPage:
    return LoginPage(qtbot, window)


# Words of ours and of Qt


def test_plural_forms_of_arabic_are_all_six(arabic: None) -> None:
    item = NavItem("الإشعارات", "notifications")
    told = {}
    for count in (1, 2, 3, 11, 100):
        item.set_count(count)
        told[count] = item.accessibleName().partition("، ")[2]
    assert told == {
        1: "إشعار واحد غير مقروء",
        2: "إشعاران غير مقروءين",
        3: "3 إشعارات غير مقروءة",
        11: "11 إشعارًا غير مقروء",
        100: "100 إشعار غير مقروء",
    }


def test_plural_forms_of_english_come_from_its_translation(preferences: Preferences) -> None:
    card = WindowCard(preferences)
    combo = find(card, QComboBox, "settings.lock_after")
    assert [combo.itemText(n) for n in range(2)] == ["1 minute", "2 minutes"]


def test_qts_own_words_are_arabic_too(arabic: None, qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    assert menu is not None
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert "ا&نسخ" in words
    assert not re.search("[A-Za-z]", "".join(words))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert isinstance(cancel, QPushButton)
    assert cancel.text() == "ألغِ"


def test_errors_and_their_data_are_arabic(arabic: None) -> None:
    sentence = error_text.sentence_for("sign_in_paused", {"retry_after_s": 245})
    assert sentence == f"محاولات كثيرة جدًّا. يمكنك المحاولة مرة أخرى بعد {bidi.ltr('4:05')}."
    told = plain(error_text.sentence_for("schema_missing", {"database": "auth"}))
    assert told.startswith("قاعدة بيانات تسجيل الدخول")


# Dates and figures


def test_months_and_days_speak_the_language_with_latin_digits(arabic: None) -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    long_ago = datetime(2025, 2, 3, 12, tzinfo=UTC)
    assert date_text.day(now, now=now) == "اليوم"
    assert date_text.calendar_day(long_ago, now=now) == "3 فبراير 2025"
    assert QLocale().toString(QDate(2026, 11, 29), "d MMMM yyyy") == "29 نوفمبر 2026"


def test_english_dates_do_not_follow_the_system() -> None:
    assert QLocale().toString(QDate(2026, 11, 29), "d MMMM yyyy") == "29 November 2026"


@pytest.mark.parametrize("typed", ["١٢٣٤٫٥", "1,234.5", "١٬٢٣٤٫٥٠", "1.234,50", "۱۲۳۴.۵", "١٢٣٤,٥"])
def test_amounts_are_understood_in_either_script_and_style(
    typed: str, arabic: None, qtbot: QtBot
) -> None:
    edit = AmountEdit("EGP")
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.money().amount == Decimal("1234.50")
    edit.write_out()
    assert edit.text() == money_text.figure(edit.money()) == "1,234.50"


# Which language


@pytest.mark.parametrize(
    ("system", "kept", "expected"),
    [
        ("ar_EG.UTF-8", "", "ar"),
        ("en_US.UTF-8", "", "en"),
        ("fr_FR.UTF-8", "", "en"),
        ("ar_EG.UTF-8", "en", "en"),
        ("C", "ar", "ar"),
        ("C", "klingon", "en"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_systems(
    system: str, kept: str, expected: str, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path / "desktop.ini")
    preferences.set_text("window/language", kept)
    preferences.save()
    asked = (
        "import sys; from pathlib import Path; from ui import language;"
        " from ui.preferences import Preferences;"
        " print(language.preferred(Preferences(Path(sys.argv[1]))).value)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked, tmp_path / "desktop.ini"],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": system, "LANGUAGE": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ran.stdout.strip() == expected


def test_a_missing_translation_costs_the_words_and_nothing_else(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("resources.translation", lambda name: tmp_path / f"{name}.qm")
    language.put_on(qapp, Language.ARABIC)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert date_text.day(datetime.now(UTC)) == "Today"


# Before somebody has signed in


def test_one_press_speaks_the_other_language_and_keeps_what_is_typed(
    window: MainWindow, login: LoginPage, spoken: LanguagePage, preferences: Preferences
) -> None:
    type_into(window, "login.email", "salma@demo.eg")
    type_into(window, "login.password", "half a passw")
    spoken.switch()
    assert spoken.is_mirrored()
    assert (login.email(), login.password()) == ("salma@demo.eg", "half a passw")
    assert login.connection() == "جارٍ تشغيل البنك …"
    assert find(window, QPushButton, "login.submit").text() == "تسجيل ال&دخول"
    left = [text for text in spoken.texts() if re.search("[A-Za-z]", re.sub(NAMES, "", text))]
    assert left == []
    assert find(window, QPushButton, "login.language").hasFocus()
    assert preferences.text("window/language") == "ar"
    spoken.switch()
    assert not spoken.is_mirrored()
    assert login.email() == "salma@demo.eg"


def test_the_form_for_an_account_stays_open_with_what_is_typed(
    window: MainWindow, login: LoginPage, spoken: LanguagePage
) -> None:
    login.open_sign_up()
    type_into(window, "signup.full_name", "سلمى حسن")
    type_into(window, "signup.email", "salma@demo.eg")
    spoken.switch()
    assert find(window, QLineEdit, "signup.full_name").isVisible()
    assert find(window, QLineEdit, "signup.full_name").text() == "سلمى حسن"
    assert find(window, QLineEdit, "signup.email").text() == "salma@demo.eg"
    assert not login.is_shown()


def test_the_next_start_speaks_it_from_the_first_paint(
    qtbot: QtBot, preferences: Preferences, qapp: QApplication
) -> None:
    preferences.set_text("window/language", "ar")
    made = MainWindow(preferences=preferences)
    qtbot.addWidget(made)
    assert made.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert find(made, QPushButton, "login.submit").text() == "تسجيل ال&دخول"
    assert QFontInfo(theme.font()).family() == "IBM Plex Sans Arabic"


@pytest.mark.parametrize("name", Language)
def test_alt_letters_are_unique_before_sign_in(
    name: Language, login: LoginPage, spoken: LanguagePage
) -> None:
    if language.current() is not name:
        spoken.switch()
    for letters in (_of_sign_in(spoken), _of_sign_up(login, spoken)):
        assert len(letters) >= 4
        assert len(letters) == len(set(letters)), letters


def _of_sign_in(spoken: LanguagePage) -> list[str]:
    return spoken.alt_letters()


def _of_sign_up(login: LoginPage, spoken: LanguagePage) -> list[str]:
    login.open_sign_up()
    return spoken.alt_letters()
