"""Makes one of each part of a first screen, and throws it away, while nobody waits for anything.

The first widget of a class costs several times what the next ones do: rules of the style sheet are looked
up, icons drawn, glyphs measured. Paid for at the sign-in it would be a part of the one turn of the loop
in which the first screen is made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from ui import icons, tasks, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from ui.components.history.newest import HistorySource
    from ui.icons import IconName
    from ui.preferences import Preferences

#: A process needs it once, however many windows it opens.
_done: set[str] = set()
_DEADLINE_S = 10.0
#: What the buttons of most people's first screen bear.
_ICONS: tuple[tuple[IconName, theme.ColourRole], ...] = (
    ("eye", "muted"),
    ("receive", "text"),
    ("plus", "on_accent"),
    ("export", "text"),
)


def steps(
    preferences: Preferences, services: Services, owner: QObject
) -> Iterator[Callable[[], None]]:
    """Yield what is to be done, a few milliseconds each; nothing where it was done before."""
    if "services" not in _done:
        _done.add("services")
        yield partial(_warm, services, owner)
    if "icons" not in _done:
        _done.add("icons")
        yield _draw_icons
    for name, make in _makers(preferences):
        if name not in _done:
            _done.add(name)
            yield partial(_make_once, make)


def _warm(services: Services, owner: QObject) -> None:
    tasks.run(
        owner,
        services.warm,
        on_success=lambda _nothing: None,
        # Whoever needs it next meets the same fault and tells it.
        on_failure=lambda _error: None,
        deadline_s=_DEADLINE_S,
    )


def _draw_icons() -> None:
    for name, role in _ICONS:
        icons.icon(name, role)


def _make_once(make: Callable[[], QWidget]) -> None:
    made = make()
    made.ensurePolished()
    made.sizeHint()
    made.deleteLater()


def _makers(preferences: Preferences) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    # Here, as whoever imports this module has not shown the sign-in page yet.
    from ui.components.balance_plot.chart import BalanceChart  # noqa: PLC0415
    from ui.components.history import HistoryView  # noqa: PLC0415
    from ui.components.history.filter_bar import FilterBar  # noqa: PLC0415
    from ui.components.history.model import HistoryModel  # noqa: PLC0415
    from ui.components.history.more_row import MoreRow  # noqa: PLC0415
    from ui.components.history.table import HistoryTable  # noqa: PLC0415
    from ui.widgets.button import button  # noqa: PLC0415
    from ui.widgets.icon_label import IconLabel  # noqa: PLC0415
    from ui.widgets.labels import label  # noqa: PLC0415
    from ui.widgets.segments import Segments  # noqa: PLC0415

    yield "label", lambda: label("A", "heading")
    yield "button", lambda: button("A", icon="export")
    yield "icon", lambda: IconLabel("clock", "muted", theme.Control.ICON_LARGE)
    yield "segments", lambda: Segments("warming", (("a", "A"), ("b", "B")))
    yield "filter", lambda: FilterBar("warming.")
    yield "chart", BalanceChart
    # Its source is asked for nothing: no account is shown.
    nobody = cast("HistorySource", None)
    yield "rows", lambda: HistoryTable(HistoryModel(nobody), row_height=theme.RowHeight.CUSTOMER)
    yield "more", lambda: MoreRow("warming.more")
    yield "history", lambda: HistoryView(nobody, prefix="warming.", preferences=preferences)
