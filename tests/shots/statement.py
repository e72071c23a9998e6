"""The account page: the plot in its states, the export dialog, and the statement on paper."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from services.values.history import Direction, HistoryFilter
from tests.pages.balance_plot import BalancePlotPage
from tests.pages.export import ExportPage
from tests.pages.finding import press
from tests.shots.studio import live
from ui.components.paper.sheet import HEIGHT, WIDTH, Sheet
from ui.components.saving import Progress
from ui.components.statement import Source, Wanted
from ui.components.statement.pages import Pages
from ui.components.statement.statement import gather

if TYPE_CHECKING:
    from tests.shots.studio import Studio


def play_statement(studio: Studio) -> None:
    """Begin and end on the accounts screen."""
    _play_plot(studio)
    _play_export(studio)
    _play_paper(studio)


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


def _play_export(studio: Studio) -> None:
    """Look at the dialog: at first, with hidden amounts, asking, failing, working."""
    page = ExportPage(studio.bot, studio.window)
    press(studio.window, "accounts.export")
    studio.shoot("export")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Everyday.pdf"
        path.write_bytes(b"old")
        asking = page.save()
        studio.shoot("export-file")
        asking.reject()
        page.save_as(path)
        page.wait_for_question()
        studio.shoot("export-replace")
        page.press("replace")
        page.wait_until_saved()
        studio.shoot("export-saved")
    studio.accounts.toggle_amounts()
    press(studio.window, "accounts.export")
    page.choose("csv")
    page.save_as(Path("/sys/not here.csv"))
    page.wait_for_error()
    studio.shoot("export-denied-hidden")
    page.press("cancel")
    studio.accounts.toggle_amounts()
    _play_working(studio, page)


def _play_working(studio: Studio, page: ExportPage) -> None:
    """Hold the bank's answer back while the file is being written."""
    press(studio.window, "accounts.export")
    page.choose("csv")
    with tempfile.TemporaryDirectory() as folder:
        studio.proxy.is_stalled = True
        page.save_as(Path(folder) / "Everyday.csv")
        live(0.6)
        studio.shoot("export-working")
        page.press("cancel")
        studio.proxy.is_stalled = False
        live(0.5)
    page.press("cancel")


def _play_paper(studio: Studio) -> None:
    """Paint the statement's first page, as the PDF and the printer have it."""
    services = studio.services
    source = Source(
        services.history.pages,
        services.history.waiting,
        services.accounts.statement,
        services.accounts.holder,
    )
    account = services.accounts.list()[0]
    for name, narrowed in (
        ("statement", HistoryFilter()),
        ("statement-selection", HistoryFilter(direction=Direction.OUT)),
    ):
        made = gather(source, Wanted(account, narrowed), Progress())
        image = QImage(WIDTH * 2, HEIGHT * 2, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        sheet = Sheet(2, studio.window.isRightToLeft())
        pages = Pages(made, sheet)
        sheet.painter = QPainter(image)
        sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pages.paint(0)
        sheet.painter.end()
        studio.keep(name, QPixmap.fromImage(image))
