from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import messages, theme
from ui.shell.message_board import MessageBoard
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import ElidedLabel, field_label
from ui.widgets.loading import Loading
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.spinner import Spinner
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(400, 300)
    qtbot.addWidget(made)
    return made


def put(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)


def show(qtbot: QtBot, page: QWidget) -> None:
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


# The error beside a field


def test_an_error_marks_its_field_and_goes_there_with_all_selected(
    qtbot: QtBot, page: QWidget
) -> None:
    other, field = QLineEdit(), QLineEdit("12,5,")
    error = InlineError(field)
    put(page, other, field, error)
    show(qtbot, page)
    other.setFocus()
    assert not error.isVisible()
    error.tell("This is not an amount.")
    assert error.isVisible()
    assert field.hasFocus()
    assert field.selectedText() == "12,5,"
    assert field.property("invalid") is True
    assert field.accessibleDescription() == "This is not an amount."
    error.clear()
    assert not error.isVisible()
    assert field.property("invalid") is False
    assert field.accessibleDescription() == ""


def test_an_error_shows_all_its_words_at_any_width(qtbot: QtBot, page: QWidget) -> None:
    error = InlineError()
    put(page, error)
    show(qtbot, page)
    error.tell("A sentence of many words that has to be broken into lines. " * 4)
    words = error.findChild(QLabel)
    assert words is not None
    for width in (400, 260):
        page.resize(width, 400)
        qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))


def test_the_text_of_an_error_is_plain(page: QWidget) -> None:
    error = InlineError(None, page)
    error.tell("<b>Mona</b> & <img src=x>")
    words = error.findChild(QLabel)
    assert words is not None
    assert words.textFormat() is Qt.TextFormat.PlainText


# The button that shows that it works


def test_a_busy_button_takes_no_second_press(qtbot: QtBot, page: QWidget) -> None:
    pressed: list[None] = []
    made = BusyButton("Send", "Sending …")
    made.clicked.connect(lambda: pressed.append(None))
    made.clicked.connect(lambda: made.set_busy(True))
    put(page, made)
    show(qtbot, page)
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    made.click()
    assert len(pressed) == 1


def test_a_busy_button_says_so_soon_and_keeps_its_width_and_focus(
    qtbot: QtBot, page: QWidget
) -> None:
    made, after = BusyButton("Send 4,500.00 EGP", "Sending …"), QLineEdit()
    put(page, made, after)
    show(qtbot, page)
    made.setFocus()
    width = made.width()
    made.set_busy(True)
    assert made.text() == "Send 4,500.00 EGP"
    spinner = made.findChild(Spinner)
    assert spinner is not None
    qtbot.waitUntil(spinner.isVisible)
    assert made.text() == "Sending …"
    assert made.width() == width
    assert made.rect().contains(spinner.geometry())
    made.set_busy(False)
    assert made.text() == "Send 4,500.00 EGP"
    assert not spinner.isVisible()
    assert made.hasFocus()


def test_a_button_that_was_busy_leaves_focus_where_somebody_took_it(
    qtbot: QtBot, page: QWidget
) -> None:
    made, after, third = BusyButton("Send", "Sending …"), QLineEdit(), QLineEdit()
    put(page, made, after, third)
    show(qtbot, page)
    made.setFocus()
    made.set_busy(True)
    third.setFocus()
    made.set_busy(False)
    assert third.hasFocus()


def test_quick_work_shows_no_spinner(qtbot: QtBot, page: QWidget) -> None:
    made = BusyButton("Send", "Sending …")
    put(page, made)
    show(qtbot, page)
    made.set_busy(True)
    made.set_busy(False)
    other = QLineEdit()
    put(page, other)
    qtbot.waitUntil(other.isVisible)
    assert not made._later.isActive()
    assert made.text() == "Send"


# The field for a password


@pytest.mark.parametrize(
    ("modifier", "letter", "on"),
    [
        (Qt.KeyboardModifier.NoModifier, "A", True),
        (Qt.KeyboardModifier.ShiftModifier, "a", True),
        (Qt.KeyboardModifier.NoModifier, "a", False),
        (Qt.KeyboardModifier.ShiftModifier, "A", False),
        (Qt.KeyboardModifier.NoModifier, "1", False),
        (Qt.KeyboardModifier.NoModifier, "ش", False),
    ],
)
def test_caps_lock_is_told_from_the_case_of_a_letter(
    qtbot: QtBot, page: QWidget, modifier: Qt.KeyboardModifier, letter: str, on: bool
) -> None:
    made = PasswordEdit()
    put(page, made)
    show(qtbot, page)
    made.setFocus()
    QTest.sendKeyEvent(QTest.KeyAction.Click, made, Qt.Key.Key_unknown, letter, modifier)
    assert made.caps_lock is on
    assert made.text() == letter


def test_what_is_known_of_caps_lock_is_forgotten_with_focus(qtbot: QtBot, page: QWidget) -> None:
    made, other = PasswordEdit(), QLineEdit()
    put(page, made, other)
    show(qtbot, page)
    made.setFocus()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, made, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert made.caps_lock
    other.setFocus()
    assert not made.caps_lock


def test_the_eye_shows_and_hides_the_password(page: QWidget) -> None:
    made = PasswordEdit(page)
    made.setText("correct horse")
    assert made.echoMode() is QLineEdit.EchoMode.Password
    assert made.show_button.accessibleName() == "Show password"
    made.show_button.click()
    assert made.echoMode() is QLineEdit.EchoMode.Normal
    assert made.show_button.accessibleName() == "Hide password"
    made.conceal()
    assert made.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("rtl", [False, True])
def test_the_eye_is_at_the_end_and_never_over_the_text(
    qtbot: QtBot, qapp: QApplication, page: QWidget, rtl: bool
) -> None:
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = PasswordEdit()
    put(page, made)
    show(qtbot, page)
    eye = made.show_button.geometry()
    assert made.rect().contains(eye)
    assert (eye.center().x() < made.width() / 2) is rtl
    margins = made.textMargins()
    assert (margins.left() if rtl else margins.right()) > 0


def test_hidden_text_is_drawn_with_a_glyph_of_our_font(page: QWidget) -> None:
    made = PasswordEdit(page)
    made.setText("abc")
    assert made.displayText() == "•••"


# Words


def test_a_field_is_named_by_its_label(page: QWidget) -> None:
    field = QLineEdit(page)
    words = field_label("&Email", field)
    words.setParent(page)
    assert field.accessibleName() == "Email"
    assert words.buddy() is field


def test_a_line_without_room_is_cut_with_its_whole_text_as_tool_tip(
    qtbot: QtBot, page: QWidget
) -> None:
    made = ElidedLabel("Salma Abdelrahman El-Hassanein Fouad")
    put(page, made)
    page.resize(120, 60)
    show(qtbot, page)
    qtbot.waitUntil(lambda: made.toolTip() == made.text())
    page.resize(500, 60)
    qtbot.waitUntil(lambda: made.toolTip() == "")


def test_a_badge_is_never_cut(qtbot: QtBot, page: QWidget) -> None:
    made = Badge("Waiting for approval", Tone.WARN)
    put(page, made)
    page.resize(60, 60)
    show(qtbot, page)
    assert made.width() == made.sizeHint().width()
    assert made.accessibleName() == "Waiting for approval"


def test_banner_and_empty_state_say_all_and_act(qtbot: QtBot, page: QWidget) -> None:
    banner = Banner(Tone.DANGER)
    empty = EmptyState("offline", "No connection", "We keep trying.", action="Try again")
    put(page, banner, empty)
    banner.say("No connection.", "We keep trying.", action="Try now")
    show(qtbot, page)
    assert banner.text == banner.accessibleName() == "No connection.\nWe keep trying."
    assert empty.text == empty.accessibleName() == "No connection\nWe keep trying."
    for part in (banner, empty):
        with qtbot.waitSignal(part.acted):
            QTest.mouseClick(part.button, Qt.MouseButton.LeftButton)
    banner.say("Back again.")
    assert not banner.button.isVisible()


def test_loading_shows_after_a_moment_and_goes_at_once(qtbot: QtBot, page: QWidget) -> None:
    made = Loading("Loading …")
    put(page, made)
    show(qtbot, page)
    made.start()
    assert made.isVisible()
    assert made.findChild(Spinner) is None
    qtbot.waitUntil(lambda: made.findChild(Spinner) is not None)
    spinner = made.findChild(Spinner)
    assert spinner is not None
    assert spinner.isVisible()
    made.stop()
    assert not spinner.isVisible()
    assert not made.isVisible()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_flow_fills_lines_in_the_direction_of_reading(
    qtbot: QtBot, qapp: QApplication, page: QWidget, rtl: bool
) -> None:
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    inner = QWidget()
    flow = FlowLayout(inner)
    flow.setSpacing(8)
    buttons = [button(name, "chip") for name in ("Salma", "Karim", "Mona", "Tarek", "Samira")]
    for each in buttons:
        flow.addWidget(each)
    put(page, inner)
    page.resize(220, 300)
    show(qtbot, page)
    first, second = buttons[0].geometry(), buttons[1].geometry()
    assert first.y() == second.y()
    assert (second.x() < first.x()) is rtl
    assert buttons[-1].y() > first.y()
    for each in buttons:
        assert inner.rect().contains(each.geometry())
        assert each.width() >= each.sizeHint().width()


# Messages


@pytest.fixture
def board(qtbot: QtBot, page: QWidget) -> MessageBoard:
    page.resize(900, 500)
    made = MessageBoard(page)
    show(qtbot, page)
    return made


def test_notes_stand_in_the_corner_the_newest_above(page: QWidget, board: MessageBoard) -> None:
    messages.info("Copied.")
    messages.warn("The bank did not answer in time. Please try again. " * 2)
    assert board.texts[1] == "Copied."
    older, newer = page.findChildren(Toast)
    assert newer.y() + newer.height() < older.y()
    for toast in (older, newer):
        assert toast.isVisible()
        assert page.width() - toast.geometry().right() < 20
        words = toast.findChild(QLabel)
        assert words is not None
        assert words.height() >= words.heightForWidth(words.width())
        assert words.textFormat() is Qt.TextFormat.PlainText
    page.resize(1000, 500)
    QApplication.processEvents()
    assert page.width() - newer.geometry().right() < 20


def test_a_note_goes_when_it_is_closed_and_the_others_move_up(
    page: QWidget, board: MessageBoard
) -> None:
    messages.info("one")
    messages.info("two")
    one, two = page.findChildren(Toast)
    top = two.y()
    two.closed.emit()
    assert board.texts == ["one"]
    assert one.y() == top


def test_a_note_goes_by_itself_after_six_seconds(
    qtbot: QtBot, page: QWidget, board: MessageBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.toast.SHOWN_MS", 50)
    messages.info("soon gone")
    assert board.texts == ["soon gone"]
    qtbot.waitUntil(lambda: board.texts == [])
    assert not [toast for toast in page.findChildren(Toast) if toast.isVisible()]


def test_the_same_note_is_shown_once_and_at_most_three_at_a_time(board: MessageBoard) -> None:
    for text in ("one", "two", "three", "two", "four"):
        messages.info(text)
    assert board.texts == ["four", "two", "three"]


def test_notes_leave_the_page_below_to_the_pointer(page: QWidget, board: MessageBoard) -> None:
    messages.info("Copied.")
    [toast] = page.findChildren(Toast)
    assert page.childAt(QPoint(10, 10)) is None
    assert page.childAt(toast.geometry().center()) is not None
    assert board.texts == ["Copied."]


def test_every_control_of_a_page_of_widgets_has_a_name(qtbot: QtBot, page: QWidget) -> None:
    put(page, PasswordEdit(), Banner(), EmptyState("info", "Nothing"), BusyButton("Send", "…"))
    show(qtbot, page)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget, PasswordEdit)
    ]
    assert nameless == []
    assert theme.current() is theme.LIGHT
