"""Who is signed in; a press opens the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QWidget

from services.values.people import Role
from ui import actions, icons, theme
from ui.shell.help import Topic

if TYPE_CHECKING:
    from services.values.people import Person

_HEIGHT = 52


class AccountButton(QAbstractButton):
    """Name and role in two lines, and a menu: theme, help, lock, sign out.

    Signals:
        scheme_chosen(Scheme): another palette is wanted.
        lock_chosen(): they go away for a while.
        sign_out_chosen(): they want to leave.
        help_chosen(str): they want help of this topic.

    """

    scheme_chosen = Signal(object)
    lock_chosen = Signal()
    sign_out_chosen = Signal()
    help_chosen = Signal(str)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = person.full_name
        self._role = ", ".join(text for role, text in self._roles() if role in person.roles)
        self.setObjectName("shell.account")
        self.setText(self._name)
        self.setAccessibleName(
            self.tr("Account menu of {name}, {role}").format(name=self._name, role=self._role)
        )
        self.setToolTip(person.email)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.menu = QMenu(self)
        self.menu.setObjectName("shell.account_menu")
        self._schemes: dict[theme.Scheme, QAction] = {}
        self._fill_menu()
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def _fill_menu(self) -> None:
        group = QActionGroup(self)
        for scheme, text in (
            (theme.Scheme.SYSTEM, self.tr("Theme as the system has it")),
            (theme.Scheme.LIGHT, self.tr("Light theme")),
            (theme.Scheme.DARK, self.tr("Dark theme")),
        ):
            action = self.menu.addAction(text)
            action.setObjectName(f"shell.theme.{scheme.value}")
            action.setCheckable(True)
            action.setData(scheme.value)
            group.addAction(action)
            self._schemes[scheme] = action
        group.triggered.connect(self._on_scheme)
        self.menu.addSeparator()
        self._add_help()
        self.menu.addSeparator()
        lock = self.menu.addAction(_with_key(actions.Action.LOCK))
        lock.setObjectName("shell.lock")
        lock.triggered.connect(lambda _checked=False: self.lock_chosen.emit())
        leave = self.menu.addAction(self.tr("Sign out"))
        leave.setObjectName("shell.sign_out")
        leave.triggered.connect(lambda _checked=False: self.sign_out_chosen.emit())

    def _add_help(self) -> None:
        for topic, text in (
            (Topic.GUIDE, _with_key(actions.Action.HELP)),
            (Topic.SHORTCUTS, _with_key(actions.Action.SHORTCUTS)),
            (Topic.LOGS, self.tr("Open the folder of logs")),
            (Topic.ABOUT, self.tr("About Mini-InstaPay")),
        ):
            action = self.menu.addAction(text)
            action.setObjectName(f"shell.help.{topic.value}")
            action.triggered.connect(partial(self._on_help, topic))

    def _on_help(self, topic: Topic, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (a slot of Qt's signal)
        self.help_chosen.emit(topic.value)

    def _roles(self) -> tuple[tuple[Role, str], ...]:
        return (
            (Role.CUSTOMER, self.tr("Customer")),
            (Role.TELLER, self.tr("Teller")),
            (Role.SUPERVISOR, self.tr("Supervisor")),
            (Role.AUDITOR, self.tr("Auditor")),
            (Role.ADMIN, self.tr("Administrator")),
        )

    def _on_scheme(self, action: QAction) -> None:
        self.scheme_chosen.emit(theme.Scheme(action.data()))

    def _on_clicked(self) -> None:
        self._schemes[theme.scheme()].setChecked(True)
        above = QPoint(0, -self.menu.sizeHint().height() - theme.Spacing.XS)
        self.menu.popup(self.mapToGlobal(above))

    def sizeHint(self) -> QSize:
        """Return the height of two lines; the side bar gives the width."""
        return QSize(0, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.Radius.CONTROL, theme.Radius.CONTROL)
        inset = int(theme.Spacing.M)
        size = int(theme.Control.ICON_SMALL)
        chevron = QRect(self.width() - inset - size, (self.height() - size) // 2, size, size)
        icons.paint(painter, "chevron-down", QRectF(self._seen(chevron)), theme.colour("muted"))
        width = self.width() - 2 * inset - size - theme.Spacing.S
        middle = self.height() // 2
        self._line(painter, QRect(inset, 6, width, middle - 6), self._name, "text")
        self._line(painter, QRect(inset, middle, width, middle - 6), self._role, "muted")

    def _line(self, painter: QPainter, place: QRect, text: str, ink: theme.ColourRole) -> None:
        is_name = ink == "text"
        painter.setFont(theme.font(theme.TypeSize.BODY if is_name else theme.TypeSize.CAPTION))
        painter.setPen(theme.colour(ink))
        shown = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, place.width()
        )
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._seen(place), leading | Qt.AlignmentFlag.AlignVCenter, shown)

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def _with_key(action: actions.Action) -> str:
    """Return an item of a menu: behind a tab it shows keys.

    A second shortcut of its own would make Qt fire neither.
    """
    return f"{action.text}\t{action.value.keys[0]}"
