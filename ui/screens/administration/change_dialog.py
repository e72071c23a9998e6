"""What a changed rule says before and after, before the bank is asked to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import bidi, theme
from ui.screens.administration import figures
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.screens.administration.figures import Value
    from ui.screens.administration.rule_tables import Entry

_ARROW = "\u2192"


class ChangeDialog(PlateDialog):
    """The figures that change, each before and after, and what follows; `accepted` is yes."""

    def __init__(
        self, heading: str, entry: Entry, values: Mapping[str, Value], parent: QWidget
    ) -> None:
        super().__init__(heading, parent)
        self.setObjectName("administration.review")
        facts = Facts("administration.review")
        for figure in entry.figures:
            after = values[figure.key]
            if after != figure.value:
                before = figures.shown(figure, figure.value)
                # Figures run from left to right, and so does their change, in every language.
                told = bidi.ltr(f"{before} {_ARROW} {figures.shown(figure, after)}")
                facts.tell(figure.key, figure.name, told, strong=True, wraps=True)
        self.body.addWidget(label(entry.subject, "strong", wraps=True))
        self.body.addWidget(facts)
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(label(entry.consequence, "muted", wraps=True))
        cancel = button(self.tr("&Cancel"))
        cancel.setObjectName("administration.review.cancel")
        cancel.clicked.connect(self.reject)
        change = button(self.tr("C&hange it"), "primary")
        change.setObjectName("administration.review.yes")
        change.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(change)
        change.setDefault(True)
        change.setFocus()
