"""What the gallery shows of words, money, notes and surfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tests.shots.specimens import money, still
from ui import theme
from ui.icons import IconName
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.card import Card, centred, hairline
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.drawer import Drawer
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.flow_grid import FlowGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.icon_label import IconLabel
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import ElidedLabel, Kind, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.loading import Loading
from ui.widgets.money_label import MoneyLabel
from ui.widgets.plate_dialog import question
from ui.widgets.spinner import Spinner
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.money import Money

_WIDE = 370
_CARD = 280


def _wide(widget: QWidget, width: int = _WIDE) -> QWidget:
    """Give a width, and the height that its words need there; in a frame, as cards have it."""
    widget.setFixedWidth(width)
    widget.ensurePolished()
    if widget.hasHeightForWidth():
        widget.setFixedHeight(widget.heightForWidth(width))
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    return holder


# Words and money


def kinds_of_words() -> list[QWidget]:
    """Return a line in each kind, and one that is cut off."""
    cut = _wide(ElidedLabel("A name that is longer than the room it has on this page"), 200)
    return [*(label(kind.capitalize(), kind) for kind in get_args(Kind)), cut]


def amounts() -> list[QWidget]:
    """Return large amounts: usual, negative, hidden, and one that has to be set smaller."""
    shown: list[tuple[Money, bool]] = [
        (money("24860.40"), False),
        (money("-180"), False),
        (money("24860.40"), True),
        (money("9999999999999999.99"), False),
    ]
    made = []
    for amount, masked in shown:
        large = MoneyLabel()
        large.show_money(amount, masked=masked)
        made.append(_wide(large, _CARD))
    return made


def facts() -> list[QWidget]:
    """Return a list of values with their decimals under each other, in a card."""
    told = Facts("gallery")
    told.tell("gets", "Mona A•••• gets", "4,500.00 EGP")
    told.tell("fee", "Fee", "4.50 EGP")
    told.tell("total", "You pay", "4,504.50 EGP", strong=True)
    told.tell("after", "Available after", "19,855.90 EGP")
    told.tell("note", "Note", "Rent of November and the deposit for the new flat", wraps=True)
    card = Card()
    card.body.addWidget(label("What will happen", "heading"))
    card.body.addWidget(told)
    return [_wide(card)]


# Notes


def badges() -> list[QWidget]:
    """Return a badge of each meaning."""
    words = {
        Tone.NEUTRAL: "Closed",
        Tone.ACCENT: "New",
        Tone.CREDIT: "Approved",
        Tone.WARN: "Waiting for approval",
        Tone.DANGER: "Debits frozen",
    }
    return [*(Badge(words[tone], tone) for tone in Tone), Badge("Frozen", Tone.DANGER, "freeze")]


def banners() -> list[QWidget]:
    """Return a banner of each meaning, with and without something to do."""
    made = []
    for tone in Tone:
        banner = Banner(tone)
        action = "Try now" if tone in {Tone.WARN, Tone.DANGER} else ""
        banner.say(f"What {tone.value} says", "A sentence that tells what to do.", action=action)
        made.append(_wide(banner))
    one_line = Banner(Tone.WARN)
    one_line.say("The bank cannot be reached since 10:42.")
    return [*made, _wide(one_line)]


def toasts() -> list[QWidget]:
    """Return notes that come and go."""
    made: list[QWidget] = []
    for tone, text in (
        (Tone.NEUTRAL, "The IBAN was copied."),
        (Tone.CREDIT, "Karim S•••• sent you 180.00 EGP."),
        (Tone.WARN, "The bank did not answer in time. Please try again in a little while."),
    ):
        toast = Toast(text, tone)
        toast.fit()
        toast._timer.stop()
        made.append(toast)
    return made


def errors() -> list[QWidget]:
    """Return the sentence beside a field, of one line and of several."""
    made = []
    for sentence in (
        "Type an amount.",
        "There is not enough money in this account: 24,360.40 EGP is available. Pay less, or from another one.",
    ):
        error = InlineError()
        error.tell(sentence)
        made.append(_wide(error))
    return made


def under_way() -> list[QWidget]:
    """Return the signs that something is being fetched, and how the connection stands."""
    loading = Loading("Loading your accounts …")
    loading._show_parts()
    lines = []
    for text, tone in (
        ("Connected", Tone.CREDIT),
        ("Reconnecting …", Tone.WARN),
        ("Offline", Tone.DANGER),
    ):
        line = ConnectionLine()
        line.say(text, tone)
        lines.append(_wide(line, 140))
    arcs = [Spinner(), Spinner("muted"), Spinner("accent", theme.Control.ICON_LARGE)]
    holder = QWidget()
    row = QHBoxLayout(holder)
    for each in arcs:
        row.addWidget(each)
    return [still(holder), still(loading), *lines]


def nothing_to_show() -> list[QWidget]:
    """Return a page's five reasons to be bare."""
    return [
        _framed(
            EmptyState("search", "Nothing matches", "Try other words or dates.", action="Clear")
        ),
        _framed(EmptyState("notifications", "No news", "What happens to your money shows here.")),
        _framed(
            EmptyState("offline", "The bank cannot be reached", "We keep trying.", action="Try now")
        ),
        _framed(
            EmptyState("error", "This could not be loaded", "Reference 4F7A2.", action="Try again")
        ),
        _framed(EmptyState("lock", "Locked", "Type your password to go on.")),
    ]


def _framed(inner: QWidget) -> QWidget:
    card = Card(margin=0)
    card.body.addWidget(inner)
    return _wide(card, 440)


# Surfaces


def surfaces() -> list[QWidget]:
    """Return cards at rest and chosen, lines, and a form."""
    plain, chosen = Card(), Card()
    plain.body.addWidget(label("A card", "heading"))
    plain.body.addWidget(hairline())
    plain.body.addWidget(label("Something under a line.", "muted"))
    theme.mark(chosen, surface="selected")
    chosen.body.addWidget(label("A chosen card", "heading"))
    chosen.body.addWidget(label("Something in it.", "muted"))
    form = Form("A form", "One error, under its field.")
    form.add_field("name", "&Name", LeadingEdit())
    form.add_field("email", "&Email", LeadingEdit())
    form.tell_at("name", "Type your name.")
    inner = Card()
    inner.setMinimumWidth(theme.Control.TOAST)
    inner.body.addWidget(form)
    middle = centred(inner)
    middle.setFixedHeight(380)
    return [_wide(plain, _CARD), _wide(chosen, _CARD), _wide(middle, 420)]


def flows() -> list[QWidget]:
    """Return what fills lines: chips of their own width, and equal cards."""
    from ui.widgets.button import button  # noqa: PLC0415 (beside its only use)

    chips, cards = QFrame(), QFrame()
    flow = FlowLayout(chips)
    flow.setSpacing(theme.Spacing.S)
    for name in ("Salma", "Karim", "Mona", "Teller", "Supervisor", "Auditor"):
        flow.addWidget(button(name, "chip"))
    grid = FlowGrid(min_width=120, max_width=200, spacing=theme.Spacing.M)
    cards.setLayout(grid)
    for name in ("One", "Two", "Three"):
        card = Card(margin=theme.Spacing.M)
        card.body.addWidget(label(name))
        grid.addWidget(card)
    return [_wide(chips, _CARD), _wide(cards, 420)]


def over_a_page() -> list[QWidget]:
    """Return what comes over a page: details at its edge, and a question."""
    page = Card()
    page.setFixedSize(560, 360)
    page.body.addWidget(label("A page", "heading"))
    page.body.addStretch(1)
    drawer = Drawer(page, "gallery.drawer")
    told = Facts("gallery")
    told.tell("amount", "Amount", "4,500.00 EGP", strong=True)
    told.tell("fee", "Fee", "4.50 EGP")
    content = QFrame()
    lines = QVBoxLayout(content)
    lines.setContentsMargins(theme.Spacing.XL, 0, theme.Spacing.XL, theme.Spacing.XL)
    lines.addWidget(told)
    lines.addStretch(1)
    drawer.show_content("Mona A••••", content)
    drawer._slide.stop()
    drawer.setGeometry(drawer._place())
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    asked = question(
        "Remove Mona?", "You can add her again.", "Remove", name="gallery", parent=holder
    )
    asked.setWindowFlags(Qt.WindowType.Widget)
    column.addWidget(asked)
    asked.show()
    return [page, holder]


def menu() -> list[QWidget]:
    """Return a menu, with a chosen, a ticked and a disabled line."""
    made = QMenu()
    for text in ("Theme as the system has it", "Light theme", "Dark theme"):
        action = made.addAction(text)
        action.setCheckable(True)
        action.setChecked(text.startswith("Dark"))
    made.addSeparator()
    made.addAction("Sign out").setEnabled(False)
    made.setActiveAction(made.actions()[1])
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    made.setParent(holder)
    column.addWidget(made)
    made.show()
    return [holder]


def icons() -> list[QWidget]:
    """Return every icon at both sizes."""
    holder = QFrame()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.Spacing.M)
    for number, name in enumerate(get_args(IconName)):
        row, column = divmod(number, 8)
        cell = QHBoxLayout()
        cell.setSpacing(theme.Spacing.XS)
        for part in (
            IconLabel(name),
            IconLabel(name, "muted", theme.Control.ICON_SMALL),
            label(name, "caption"),
        ):
            cell.addWidget(part)
        cell.addStretch()
        grid.addLayout(cell, row, column)
    return [holder]
