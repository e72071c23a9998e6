"""What roles are called, and what granting one or taking it away means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.people import Role
from ui import bidi
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = {
    Role.CUSTOMER: QT_TRANSLATE_NOOP("administration", "Customer"),
    Role.TELLER: QT_TRANSLATE_NOOP("administration", "Teller"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("administration", "Supervisor"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("administration", "Auditor"),
    Role.ADMIN: QT_TRANSLATE_NOOP("administration", "Administrator"),
}
_MAY = {
    Role.CUSTOMER: QT_TRANSLATE_NOOP("administration", "Has accounts, and pays from them"),
    Role.TELLER: QT_TRANSLATE_NOOP("administration", "Serves customers at a till"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("administration", "Approves, and sees all tills"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("administration", "Reads everything, changes nothing"),
    Role.ADMIN: QT_TRANSLATE_NOOP("administration", "People, limits, fees and settings"),
}


def name(role: Role) -> str:
    """Return what a role is called."""
    return QCoreApplication.translate("administration", _NAMES[role])


def may(role: Role) -> str:
    """Return in a few words what who has it does."""
    return QCoreApplication.translate("administration", _MAY[role])


def listed(roles: Iterable[Role]) -> str:
    """Return several roles, in the order of `Role`."""
    held = set(roles)
    comma = QCoreApplication.translate("administration", "{one}, {others}")
    words = [name(role) for role in Role if role in held]
    told = words.pop() if words else QCoreApplication.translate("administration", "No role")
    for word in reversed(words):
        told = comma.format(one=word, others=told)
    return told


def question(full_name: str, role: Role, *, granted: bool) -> str:
    """Return what a change of a role means, to be confirmed."""
    person = bidi.own(full_name)
    if granted:
        text = QCoreApplication.translate(
            "administration",
            "Give {name} the role “{role}”? Open windows show it after the next sign-in.",
        )
    else:
        text = QCoreApplication.translate(
            "administration",
            "Take the role “{role}” from {name}? It ends at once, in open windows too.",
        )
    return text.format(name=person, role=name(role))
