"""Pages on a plate, which scroll where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui import theme


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """Return an area named `name` that scrolls `content` up and down, and is no stop of Tab itself."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def framed(form: QWidget) -> QWidget:
    """Return `form` with a margin around it, no wider than a form is read well."""
    form.setMaximumWidth(theme.Control.FORM)
    frame = QWidget()
    row = QHBoxLayout(frame)
    margin = int(theme.Spacing.XL)
    row.setContentsMargins(margin, margin, margin, margin)
    row.setSpacing(0)
    row.addWidget(form, 1)
    row.addStretch()
    return frame
