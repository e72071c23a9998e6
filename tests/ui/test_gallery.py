"""The gallery has every shared widget, and draws each page in every look."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from tests.shots.gallery import PAGES
from ui import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.shots.gallery import Page

_WIDGETS = Path(__file__).parents[2] / "ui" / "widgets"
#: Never on a page: what lies over a window, and what a page stands for itself.
_ELSEWHERE = {
    "Scrim": "over a window while a dialog is open",
    "PaintedTable": "what all tables are: in the shots of the history and of staff's screens",
    "RowTable": "filled by screens of staff: in the shots of approvals and the overview",
    "ChoicePopup": "over a window below a field that is typed into: in the shots of the transfer",
}


def _shared_widgets() -> set[str]:
    """Return the public classes of `ui/widgets` that are widgets or layouts."""
    found = set()
    for path in _WIDGETS.glob("[a-z]*.py"):
        module = import_module(f"ui.widgets.{path.stem}")
        for name, each in vars(module).items():
            is_of_here = isinstance(each, type) and each.__module__ == module.__name__
            if is_of_here and issubclass(each, QWidget | QLayout) and not name.startswith("_"):
                found.add(name)
    return found


def test_every_shared_widget_has_its_place(qtbot: QtBot) -> None:
    shown = set()
    for page in PAGES:
        made = page.make()
        qtbot.addWidget(made)
        for each in (*made.findChildren(QWidget), *made.findChildren(QLayout)):
            shown |= {kind.__name__ for kind in type(each).__mro__}
    missing = _shared_widgets() - shown - set(_ELSEWHERE)
    assert missing == set(), "give each a line in tests/shots/specimens*.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("look", ["light", "dark", "rtl"])
def test_every_page_is_drawn(qapp: QApplication, page: Page, look: str) -> None:
    if look == "dark":
        theme.apply(qapp, theme.Scheme.DARK, steady=True)
    elif look == "rtl":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = page.picture().toImage()
    assert image.width() >= 1280
    assert 400 < image.height() / image.devicePixelRatio() < 1600
    assert image.pixelColor(2, 2).name() == theme.colour("bg").name()
