from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontInfo, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import fonts, icons, theme
from ui.widgets.button import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(widget: QWidget) -> set[str]:
    image = picture(widget)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def test_a_switch_at_run_time_repaints_what_is_shown(
    qtbot: QtBot, qapp: QApplication, page: QWidget
) -> None:
    layout = page.layout()
    assert layout is not None
    primary = button("Send", "primary")
    layout.addWidget(primary)
    page.show()
    qtbot.waitExposed(page)
    assert theme.LIGHT.accent in colours(primary)
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, theme.Scheme.DARK)
    assert theme.is_dark()
    assert theme.current() is theme.DARK
    assert theme.DARK.accent in colours(primary)
    assert theme.LIGHT.accent not in colours(primary)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.DARK.bg


def test_the_same_palette_again_changes_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, theme.Scheme.LIGHT)


def test_an_unknown_system_scheme_is_light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK)
    theme.apply(qapp, theme.Scheme.SYSTEM)
    assert qapp.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    assert theme.scheme() is theme.Scheme.SYSTEM
    assert not theme.is_dark()


def test_the_style_is_fusion(qapp: QApplication) -> None:
    # A style sheet wraps the style; the wrapped one keeps its name.
    assert qapp.style().name() in {"fusion", ""}
    assert qapp.style().metaObject().className() in {"QStyleSheetStyle", "QFusionStyle"}


@pytest.mark.parametrize("weight", theme.Weight)
def test_each_weight_is_drawn_by_a_bundled_font(weight: theme.Weight) -> None:
    font = theme.font(theme.TypeSize.BODY, weight)
    assert QFontInfo(font).family() == fonts.families()[0]
    drawn = QRawFont.fromFont(font)
    assert drawn.weight() == int(weight)
    assert drawn.pixelSize() == 14


def test_arabic_is_drawn_by_the_bundled_arabic_font() -> None:
    # A picture of a lone glyph in each family: the fallback must be ours, not the machine's.
    def drawn(family: str | None) -> QImage:
        made = QLabel("ج")
        font = theme.font(theme.TypeSize.FIGURE)
        if family is not None:
            font.setFamilies([family])
        made.setFont(font)
        made.setFixedSize(80, 80)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return picture(made).copy(QRect(0, 0, 80, 80))

    with_fallback, arabic = drawn(None), drawn(fonts.families()[1])
    assert _ink(with_fallback) == _ink(arabic)


def _ink(image: QImage) -> QImage:
    """The part of a picture that is drawn on."""
    ground = image.pixel(0, 0)
    points = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    ]
    assert points
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return image.copy(QRect(left, top, right - left + 1, bottom - top + 1))


def test_an_icon_takes_the_colour_of_the_new_palette(
    qtbot: QtBot, qapp: QApplication, page: QWidget
) -> None:
    layout = page.layout()
    assert layout is not None
    made = IconLabel("plus", "accent", theme.Control.ICON_LARGE)
    layout.addWidget(made)
    page.show()
    qtbot.waitExposed(page)
    assert theme.LIGHT.accent in colours(made)
    theme.apply(qapp, theme.Scheme.DARK)
    assert theme.DARK.accent in colours(made)


def test_a_button_s_icon_is_tinted_again_and_grey_while_disabled(
    qapp: QApplication, page: QWidget
) -> None:
    made = button("Export", icon="export", parent=page)

    def inks() -> set[str]:
        image = made.icon().pixmap(made.iconSize()).toImage()
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }

    assert inks() == {theme.LIGHT.text}
    theme.apply(qapp, theme.Scheme.DARK)
    assert inks() == {theme.DARK.text}
    disabled = made.icon().pixmap(made.iconSize(), made.icon().Mode.Disabled).toImage()
    found = {
        disabled.pixelColor(x, y).name().upper()
        for x in range(disabled.width())
        for y in range(disabled.height())
        if disabled.pixelColor(x, y).alpha() == 255
    }
    assert found == {theme.DARK.disabled_text}


def test_icons_that_point_along_the_line_are_mirrored_in_arabic(qapp: QApplication) -> None:
    def drawn(name: icons.IconName, *, flipped: bool = False) -> list[list[bool]]:
        image = icons.pixmap(name).toImage()
        columns = range(image.width())
        return [
            [
                image.pixelColor(x, y).alpha() > 127
                for x in (reversed(columns) if flipped else columns)
            ]
            for y in range(image.height())
        ]

    left, tick = drawn("chevron-left"), drawn("check")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn("chevron-left") != left
    assert drawn("chevron-left", flipped=True) == left
    assert drawn("check") == tick


def test_controls_have_the_heights_of_the_design(qtbot: QtBot, page: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    controls: list[QWidget] = [button("A"), button("B", "primary"), button("C", "quiet")]
    field = QLineEdit()
    for control in [*controls, field]:
        layout.addWidget(control)
    page.show()
    qtbot.waitExposed(page)
    assert {control.sizeHint().height() for control in controls} == {theme.Control.BUTTON}
    assert field.sizeHint().height() == theme.Control.FIELD
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.sizeHint().height() == theme.Control.FIELD


def test_a_mark_takes_effect_on_what_is_shown(qtbot: QtBot, page: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    made = QPushButton("Send")
    layout.addWidget(made)
    page.show()
    qtbot.waitExposed(page)
    assert theme.LIGHT.accent not in colours(made)
    theme.mark(made, role="primary")
    assert theme.LIGHT.accent in colours(made)


@pytest.mark.parametrize("text", ["Salma", "سلمى", "EG38 0019"])
@pytest.mark.parametrize("rtl", [False, True])
def test_labels_stand_at_the_leading_edge_whatever_they_say(
    qapp: QApplication, page: QWidget, text: str, rtl: bool
) -> None:
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(direction)
    made: Label = label(text, parent=page)
    made.resize(300, 30)
    image = picture(made)
    ground = image.pixel(150, 1)
    inked = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    ]
    assert (min(inked) > 150) if rtl else (max(inked) < 150)


@pytest.mark.parametrize("kind", [LeadingEdit, PasswordEdit])
def test_fields_begin_at_the_leading_edge_whatever_is_typed(
    qapp: QApplication, page: QWidget, kind: type[LeadingEdit]
) -> None:
    made = kind(page)
    made.setText("salma@demo.eg")
    for direction, edge in (
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
    ):
        qapp.setLayoutDirection(direction)
        assert made.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask == (
            edge | Qt.AlignmentFlag.AlignAbsolute
        )
