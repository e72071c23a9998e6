"""Every shortcut of the program, in one table: two equal ones would make Qt fire neither."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Group(Enum):
    """Under which heading the sheet of shortcuts lists one."""

    GO = QT_TRANSLATE_NOOP("actions", "Go to")
    SCREEN = QT_TRANSLATE_NOOP("actions", "On this screen")
    COUNTER = QT_TRANSLATE_NOOP("actions", "For the open customer")
    WINDOW = QT_TRANSLATE_NOOP("actions", "Window")
    HELP = QT_TRANSLATE_NOOP("actions", "Help")

    @property
    def text(self) -> str:
        """The heading, in the person's language."""
        return QCoreApplication.translate("actions", self.value)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What it does, in words, its keys in Qt's portable notation, and its heading."""

    text: str
    keys: tuple[str, ...]
    group: Group = Group.GO


class Action(Enum):
    """All shortcuts."""

    QUIT = Shortcut(QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",), Group.WINDOW)
    CLOSE = Shortcut(
        QT_TRANSLATE_NOOP("actions", "Close the drawer, the dialog or the window"),
        ("Ctrl+W",),
        Group.WINDOW,
    )
    REFRESH = Shortcut(QT_TRANSLATE_NOOP("actions", "Refresh"), ("F5", "Ctrl+R"), Group.SCREEN)
    FIND = Shortcut(QT_TRANSLATE_NOOP("actions", "Filter"), ("Ctrl+F",), Group.SCREEN)
    PRINT = Shortcut(QT_TRANSLATE_NOOP("actions", "Print"), ("Ctrl+P",), Group.SCREEN)
    FIND_CUSTOMER = Shortcut(QT_TRANSLATE_NOOP("actions", "Find a customer"), ("Ctrl+K",))
    PREVIOUS_SCREEN = Shortcut(QT_TRANSLATE_NOOP("actions", "Previous screen"), ("Ctrl+PgUp",))
    NEXT_SCREEN = Shortcut(QT_TRANSLATE_NOOP("actions", "Next screen"), ("Ctrl+PgDown",))
    SCREEN_1 = Shortcut(QT_TRANSLATE_NOOP("actions", "First screen"), ("Alt+1",))
    SCREEN_2 = Shortcut(QT_TRANSLATE_NOOP("actions", "Second screen"), ("Alt+2",))
    SCREEN_3 = Shortcut(QT_TRANSLATE_NOOP("actions", "Third screen"), ("Alt+3",))
    SCREEN_4 = Shortcut(QT_TRANSLATE_NOOP("actions", "Fourth screen"), ("Alt+4",))
    SCREEN_5 = Shortcut(QT_TRANSLATE_NOOP("actions", "Fifth screen"), ("Alt+5",))
    SCREEN_6 = Shortcut(QT_TRANSLATE_NOOP("actions", "Sixth screen"), ("Alt+6",))
    SCREEN_7 = Shortcut(QT_TRANSLATE_NOOP("actions", "Seventh screen"), ("Alt+7",))
    SCREEN_8 = Shortcut(QT_TRANSLATE_NOOP("actions", "Eighth screen"), ("Alt+8",))
    SCREEN_9 = Shortcut(QT_TRANSLATE_NOOP("actions", "Ninth screen"), ("Alt+9",))
    LOCK = Shortcut(QT_TRANSLATE_NOOP("actions", "Lock the window"), ("Ctrl+L",), Group.WINDOW)
    NEW_TRANSFER = Shortcut(QT_TRANSLATE_NOOP("actions", "New transfer"), ("Ctrl+N",))
    CASH_IN = Shortcut(QT_TRANSLATE_NOOP("actions", "Cash in"), ("F2",), Group.COUNTER)
    CASH_OUT = Shortcut(QT_TRANSLATE_NOOP("actions", "Cash out"), ("F3",), Group.COUNTER)
    SERVE_TRANSFER = Shortcut(
        QT_TRANSLATE_NOOP("actions", "Transfer for the customer"), ("F4",), Group.COUNTER
    )
    STATEMENT = Shortcut(QT_TRANSLATE_NOOP("actions", "Statement"), ("F6",), Group.COUNTER)
    OPEN_ACCOUNT = Shortcut(QT_TRANSLATE_NOOP("actions", "Open an account"), ("F7",), Group.COUNTER)
    FREEZE = Shortcut(QT_TRANSLATE_NOOP("actions", "Freeze or release"), ("F8",), Group.COUNTER)
    NOTES = Shortcut(QT_TRANSLATE_NOOP("actions", "Notes"), ("F9",), Group.COUNTER)
    ENROL = Shortcut(QT_TRANSLATE_NOOP("actions", "Enrol a customer"), ("Ctrl+E",), Group.COUNTER)
    HELP = Shortcut(QT_TRANSLATE_NOOP("actions", "Guide"), ("F1",), Group.HELP)
    SHORTCUTS = Shortcut(
        QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("Ctrl+F1",), Group.HELP
    )

    @property
    def text(self) -> str:
        """What it does, in the person's language."""
        return QCoreApplication.translate("actions", self.value.text)

    @property
    def object_name(self) -> str:
        """What the action that it becomes is called in each window."""
        return f"action.{self.name.lower()}"

    @property
    def keys(self) -> list[QKeySequence]:
        """Its keys."""
        return [QKeySequence(key) for key in self.value.keys]


#: Alt+1 to Alt+9, in order.
SCREENS = (
    Action.SCREEN_1,
    Action.SCREEN_2,
    Action.SCREEN_3,
    Action.SCREEN_4,
    Action.SCREEN_5,
    Action.SCREEN_6,
    Action.SCREEN_7,
    Action.SCREEN_8,
    Action.SCREEN_9,
)

#: What is done at the counter.
AT_COUNTER = tuple(action for action in Action if action.value.group is Group.COUNTER)


def enabled_of(owner: QWidget) -> frozenset[Action]:
    """Return which of the table's actions do something in `owner` just now."""
    names = {made.objectName() for made in owner.actions() if made.isEnabled()}
    return frozenset(action for action in Action if action.object_name in names)


def retitle(owner: QWidget) -> None:
    """Word what `bind` gave to `owner` in the language that is spoken now."""
    named = {action.object_name: action for action in Action}
    for made in owner.actions():
        if made.objectName() in named:
            made.setText(named[made.objectName()].text)


def bind(owner: QWidget, action: Action, on_triggered: Callable[[], object]) -> QAction:
    """Have `action` call `on_triggered` wherever focus is in the owner's window."""
    made = QAction(action.text, owner)
    made.setObjectName(action.object_name)
    made.setShortcuts(action.keys)
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.triggered.connect(lambda _checked=False: on_triggered())
    owner.addAction(made)
    return made
