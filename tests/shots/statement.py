"""The account page: the plot in its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.pages.balance_plot import BalancePlotPage
from tests.shots.studio import live

if TYPE_CHECKING:
    from tests.shots.studio import Studio


def play_statement(studio: Studio) -> None:
    """Begin and end on the accounts screen."""
    _play_plot(studio)


def _play_plot(studio: Studio) -> None:
    plot = BalancePlotPage(studio.bot, studio.window)
    plot.wait()
    studio.shoot("plot-90")
    plot.chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(30):
        QTest.keyClick(plot.chart, Qt.Key.Key_Left)
    studio.shoot("plot-read-by-key")
    plot.choose_range(365)
    live(0.5)
    studio.shoot("plot-year")
    plot.choose_range(30)
    studio.accounts.toggle_amounts()
    live(0.5)
    studio.shoot("plot-30-hidden")
    studio.accounts.toggle_amounts()
    plot.toggle_fold()
    studio.shoot("plot-folded")
    plot.toggle_fold()
    plot.choose_range(90)
    live(0.3)
    size = studio.window.size()
    studio.window.resize(1024, 640)
    studio.shoot("accounts-smallest")
    studio.scroll_to_end()
    studio.shoot("accounts-smallest-end")
    studio.window.resize(size)
