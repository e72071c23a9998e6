"""Who the open customer is, how their access stands, and how long the page stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from services.values.people import Role
from ui import bidi, clock, date_text, error_text, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.counter import reason_form
from ui.widgets.badge import Badge
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.customers import CustomerIdentity
    from ui.icons import IconName
    from ui.screens.counter.opening import OpenCustomer

#: From then on seconds are counted.
_SOON_S = 120
_STAFF = {
    Role.TELLER: QT_TRANSLATE_NOOP("roles", "Works here as a teller"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("roles", "Works here as a supervisor"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("roles", "Works here as an auditor"),
    Role.ADMIN: QT_TRANSLATE_NOOP("roles", "Works here as an administrator"),
}


class IdentityHead(QWidget):
    """Name, email, since when a customer; badges for what is exceptional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("", "title")
        self._name.setObjectName("counter.customer.name")
        self._who = ElidedLabel("", "muted")
        self._who.setObjectName("counter.customer.who")
        self._opened = label("", "caption", wraps=True)
        self._opened.setObjectName("counter.customer.opened")
        self._badges = QWidget()
        self._badges.setObjectName("counter.customer.badges")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self._badges.setSizePolicy(policy)
        self._badges.hide()
        self._row = FlowLayout(self._badges)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.Spacing.S)
        self._told: list[tuple[str, Tone, IconName, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.XS)
        for part in (self._name, self._who, self._opened, self._badges):
            column.addWidget(part)

    def show_customer(self, customer: OpenCustomer) -> None:
        """Show who it is."""
        identity = customer.identity
        self._name.setText(bidi.own(identity.full_name))
        joined = date_text.date_day(date_text.local(identity.joined_at).date(), with_year=True)
        self._who.setText(
            self.tr("{email} · customer since {day}").format(
                email=bidi.ltr(identity.email), day=bidi.own(joined)
            )
        )
        self.show_time(customer)

    def show_time(self, customer: OpenCustomer) -> None:
        """Show how long the page stays, and what depends on the time."""
        left = round(customer.left.total_seconds())
        words = self.tr("Opened {opened} · {reason} · closes {closes}")
        if left <= _SOON_S:
            words = self.tr("Opened {opened} · {reason} · closes in {left}")
        theme.mark(self._opened, kind="warn" if left <= _SOON_S else "caption")
        self._opened.setText(
            words.format(
                opened=bidi.ltr(date_text.time_of_day(customer.opened_at)),
                reason=bidi.own(reason_form.shown(customer.reason)),
                closes=bidi.ltr(date_text.time_of_day(customer.closes_at)),
                left=error_text.clock(left),
            )
        )
        self._show_badges(self._exceptions(customer.identity))

    def clear(self) -> None:
        """Show nobody."""
        for words in (self._name, self._who, self._opened):
            words.clear()
        self._show_badges([])

    def _exceptions(self, who: CustomerIdentity) -> list[tuple[str, Tone, IconName, str]]:
        """Return words, looks and tool tips of the badges."""
        found: list[tuple[str, Tone, IconName, str]] = []
        if who.locked_at is not None:
            since = self.tr("Since {moment}").format(
                moment=bidi.own(date_text.moment_text(who.locked_at))
            )
            why = ": ".join(
                filter(None, (since, who.locked_reason and bidi.own(who.locked_reason)))
            )
            found.append((self.tr("Locked out"), Tone.DANGER, "lock", why))
        if who.paused_until is not None and who.paused_until > clock.now():
            until = bidi.ltr(date_text.time_of_day(who.paused_until))
            words = self.tr("Paused until {time}").format(time=until)
            found.append((words, Tone.WARN, "clock", self.tr("After wrong passwords")))
        if who.must_change_password:
            words = self.tr("One-time password not changed")
            found.append((words, Tone.WARN, "warning", ""))
        for role, words in _STAFF.items():
            if role in who.roles:
                shown = QCoreApplication.translate("roles", words)
                found.append((shown, Tone.NEUTRAL, "user", ""))
        return found

    def _show_badges(self, told: list[tuple[str, Tone, IconName, str]]) -> None:
        if told == self._told:
            return
        self._told = told
        while (item := self._row.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for words, tone, icon, tip in told:
            badge = Badge(words, tone, icon)
            badge.setToolTip(tip)
            badge.setAccessibleDescription(bidi.plain(tip))
            self._row.addWidget(badge)
        self._badges.setVisible(bool(told))
        self._badges.updateGeometry()
