"""The widgets that need only a line or two: each says what it shows, and does what it is for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from services.errors import InvalidInput
from tests.shots.specimens import ACCOUNTS, still
from tests.ui.stage import stage
from ui import bidi, theme
from ui.shell.nav_item import NavItem
from ui.widgets import announce as announcing
from ui.widgets.account_picker import AccountPicker
from ui.widgets.card import Card, centred, hairline
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.form import Form
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.leaving import is_left
from ui.widgets.painted_table import PADDING
from ui.widgets.payee_note import PayeeNote
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable
from ui.widgets.spinner import Spinner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def inks(widget: QWidget) -> set[str]:
    """Return every colour a widget is drawn in."""
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("urgent", [False, True])
def test_what_changed_is_read_out_to_whoever_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, urgent: bool
) -> None:
    heard: list[Any] = []

    class Reader(QtGui.QAccessible):
        @staticmethod
        def isActive() -> bool:  # noqa: N802 (Qt's name)
            return True

        @staticmethod
        def updateAccessibility(event: Any) -> None:  # noqa: N802 (the same)
            heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QtGui, "QAccessible", Reader)
    page = QWidget()
    qtbot.addWidget(page)
    announcing.announce(page, "Copied", urgent=urgent)
    politeness = QtGui.QAccessible.AnnouncementPoliteness
    assert heard == [("Copied", politeness.Assertive if urgent else politeness.Polite)]


def test_a_centred_card_is_in_the_middle_and_scrolls_where_it_is_too_high(qtbot: QtBot) -> None:
    card = Card()
    filling = QFrame()
    filling.setFixedSize(300, 500)
    card.body.addWidget(filling)
    area = centred(card)
    assert isinstance(area, QScrollArea)
    stage(qtbot, area, (800, 640))
    middle = card.mapTo(area, card.rect().center())
    assert abs(middle.x() - area.width() / 2) <= 1
    assert area.verticalScrollBar().maximum() == 0
    area.window().resize(800, 400)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


@pytest.mark.parametrize("upright", [False, True])
def test_a_hairline_is_one_pixel_in_the_colour_of_lines(qtbot: QtBot, upright: bool) -> None:
    line = hairline(upright=upright)
    qtbot.addWidget(line)
    line.resize(40, 40)
    assert line.size() == (QSize(1, 40) if upright else QSize(40, 1))
    assert inks(line) == {theme.colour("line").name()}


def test_a_connection_is_told_in_a_word_and_a_dot(qtbot: QtBot) -> None:
    line = ConnectionLine()
    stage(qtbot, line, (300, 60))
    for text, tone, role in (
        ("Connected", Tone.CREDIT, "credit"),
        ("Offline", Tone.DANGER, "danger"),
    ):
        line.say(text, tone)
        assert line.text == line.accessibleName() == text
        assert line.tone is tone
        assert QColor(getattr(theme.current(), role)).name() in inks(line)


def test_a_forms_error_stands_under_the_field_it_is_about(qtbot: QtBot) -> None:
    form = Form("A form", "A sentence")
    name, email = LeadingEdit(), LeadingEdit()
    form.add_field("name", "&Name", name)
    form.add_field("email", "&Email", email)
    stage(qtbot, form)
    form.tell(InvalidInput("email_shape", field="email"))
    assert email.hasFocus()
    assert form.error.y() > email.y()
    form.tell_at("name", "Type your name.")
    assert name.hasFocus()
    assert name.y() < form.error.y() < email.y()
    assert email.property("invalid") is False
    form.tell_at("", "The bank cannot be reached.")
    assert form.error.y() > email.y()
    assert form.error.field is None


def test_a_form_leads_to_its_first_empty_field_and_can_be_only_read(qtbot: QtBot) -> None:
    form = Form()
    name, email = LeadingEdit(), LeadingEdit()
    name.setText("Salma")
    form.add_field("name", "&Name", name)
    form.add_field("email", "&Email", email)
    stage(qtbot, form)
    form.focus_first_empty()
    assert email.hasFocus()
    form.set_fields_enabled(False)
    QTest.keyClicks(email, "x")
    assert email.text() == ""
    form.set_fields_enabled(True)
    QTest.keyClicks(email, "x")
    assert email.text() == "x"


def test_an_icon_button_is_named_and_pressed_by_keyboard(qtbot: QtBot) -> None:
    made = IconButton("refresh", "Refresh")
    stage(qtbot, made, (100, 60))
    assert made.accessibleName() == made.toolTip() == "Refresh"
    made.setFocus()
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Space)
    made.say("check", "Done")
    assert made.accessibleName() == "Done"
    made.setEnabled(False)
    assert theme.colour("disabled_text").name() in inks(made)


@pytest.mark.parametrize(
    ("reason", "left"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, True),
        (Qt.FocusReason.ActiveWindowFocusReason, False),
        (Qt.FocusReason.PopupFocusReason, False),
    ],
)
def test_a_field_is_left_for_another_field_not_for_another_window(
    reason: Qt.FocusReason, left: bool
) -> None:
    assert is_left(QFocusEvent(QEvent.Type.FocusOut, reason)) is left
    assert not is_left(QFocusEvent(QEvent.Type.FocusIn, reason))


def test_a_payees_note_waits_a_moment_before_it_says_that_it_asks(qtbot: QtBot) -> None:
    note = PayeeNote("note.payee")
    stage(qtbot, note, (400, 80))
    note.wait()
    assert not note.isVisible()
    qtbot.waitUntil(note.isVisible)
    [spinner] = note.findChildren(Spinner)
    assert spinner.isVisible()
    note.clear()
    assert not note.isVisible()


def test_a_spinner_is_an_arc_on_a_faint_ring_and_rests_while_hidden(qtbot: QtBot) -> None:
    arc = Spinner("accent", 40)
    window = stage(qtbot, arc, (80, 80))
    still(window)
    image = arc.grab().toImage()
    ratio = image.devicePixelRatio()
    # The arc begins at the top and runs to the left: the ring shows at the right.
    drawn = {image.pixelColor(round(x * ratio), round(20 * ratio)).name() for x in range(34, 40)}
    assert len(drawn) > 1
    assert theme.current().accent.lower() in inks(arc)
    assert arc._timer.isActive()
    arc.hide()
    assert not arc._timer.isActive()


def test_a_fortune_in_a_narrow_picker_is_drawn_smaller_and_whole(qtbot: QtBot) -> None:
    picker = AccountPicker()
    picker.show_accounts(ACCOUNTS, masked=False)
    picker.setCurrentIndex(1)
    stage(qtbot, picker, (300, 80))
    picker.setFixedWidth(290)
    image = picker.grab().toImage()
    option = QStyleOptionComboBox()
    picker.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = picker.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, picker)
    # What is cut off runs to the very end of its room.
    ratio = image.devicePixelRatio()
    columns = range(round((room.right() - 2) * ratio), round(room.right() * ratio))
    rows = range(round(10 * ratio), round(30 * ratio))
    assert len({image.pixelColor(x, y).name() for x in columns for y in rows}) == 1


def test_more_than_can_be_counted_is_read_from_left_to_right(
    qtbot: QtBot, qapp: QApplication
) -> None:
    item = NavItem("Notifications", "notifications")
    item.set_count(120)
    assert item.accessibleName() == "Notifications, 120 unread"
    stage(qtbot, item, (208, 60))
    pills = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        pills.append(_pill(item.grab().toImage()))
    assert pills[0] == pills[1]


def _pill(image: QtGui.QImage) -> QtGui.QImage:
    """Return the part of a picture that is drawn on the accent."""
    accent = theme.colour("accent").name()
    columns = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == accent
    ]
    return image.copy(min(columns), 0, max(columns) - min(columns) + 1, image.height())


def test_a_label_of_each_kind_keeps_what_it_says_plain(qtbot: QtBot) -> None:
    made = label("<b>Mona</b>", "heading")
    qtbot.addWidget(made)
    assert isinstance(made, QLabel)
    assert made.textFormat() is Qt.TextFormat.PlainText


def _said(row: SimpleNamespace) -> str:
    return str(row.word)


@pytest.mark.parametrize("size_pt", [None, 9.5, 11.3, 17.0])
def test_a_table_cuts_off_no_word_that_its_column_was_made_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size_pt: float | None
) -> None:
    if size_pt is not None:
        font = theme.font()
        font.setPointSizeF(size_pt)
        monkeypatch.setattr(theme, "font", lambda *_size: font)
    words = ("EGP", "USD", "EUR", "Open", "Closed", "Needs a supervisor", "1,250 g", "مفتوحة")
    for word in words:
        table = RowTable("words", "Words", (Column("", _said), Column("", _said, stretches=True)))
        qtbot.addWidget(table)
        table.show_rows((SimpleNamespace(id=1, word=bidi.ltr(word)),))
        room = table.columnWidth(0) - 2 * PADDING
        shown = QFontMetrics(theme.font()).elidedText(
            bidi.ltr(word), Qt.TextElideMode.ElideRight, room
        )
        assert shown == bidi.ltr(word)
