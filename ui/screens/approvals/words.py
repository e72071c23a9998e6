"""What waits for approval, and what became of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import TransferStatus
from ui import bidi, clock, error_text, money_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from services.values.approvals import Decision, WaitingApproval

_CONTEXT = "approvals"
_MINUTES_IN_HOUR = 60
#: Less time than this is left: it shows.
SOON_MIN = 15

_KINDS = {
    "CASH_IN": QT_TRANSLATE_NOOP("approvals", "Cash in"),
    "CASH_OUT": QT_TRANSLATE_NOOP("approvals", "Cash out"),
    "COUNTER": QT_TRANSLATE_NOOP("approvals", "Transfer"),
}
#: One is asked, one is told: kind -> what is about to be done, as a question of a whole sentence.
_QUESTIONS = {
    "CASH_IN": QT_TRANSLATE_NOOP("approvals", "Take in {amount} for {name}? It is booked at once."),
    "CASH_OUT": QT_TRANSLATE_NOOP("approvals", "Pay out {amount} to {name}? It is booked at once."),
    "COUNTER": QT_TRANSLATE_NOOP(
        "approvals", "Transfer {amount} from {name} to {payee}? It is booked at once."
    ),
}
_FROZEN = {
    "DEBITS": QT_TRANSLATE_NOOP("approvals", "Debits of {name}'s account are frozen"),
    "CREDITS": QT_TRANSLATE_NOOP("approvals", "Credits of {name}'s account are frozen"),
    "ALL": QT_TRANSLATE_NOOP("approvals", "{name}'s account is frozen"),
}


def kind(waiting: WaitingApproval) -> str:
    """Return what it is: ``Cash out``."""
    return _said(_KINDS[waiting.kind])


def who(waiting: WaitingApproval) -> str:
    """Return whom it is for; of a transfer both sides."""
    customer = bidi.own(waiting.customer)
    if waiting.payee is None:
        return customer
    pattern = _said(QT_TRANSLATE_NOOP("approvals", "{payer} to {payee}"))
    return pattern.format(payer=customer, payee=bidi.own(waiting.payee))


def what(waiting: WaitingApproval) -> str:
    """Return all of it in a few words: ``Cash out, 85,000.00 EGP, Salma Hassan``."""
    pattern = _said(QT_TRANSLATE_NOOP("approvals", "{kind}, {amount}, {who}"))
    amount = money_text.in_sentence(waiting.amount)
    return pattern.format(kind=kind(waiting), amount=amount, who=who(waiting))


def question(waiting: WaitingApproval) -> str:
    """Return what is asked before it is approved."""
    return _said(_QUESTIONS[waiting.kind]).format(
        amount=money_text.in_sentence(waiting.amount),
        name=bidi.own(waiting.customer),
        payee=bidi.own(waiting.payee or ""),
    )


def left(expires_at: datetime) -> str:
    """Return how much time is left: ``7 h 41 min``."""
    minutes = minutes_left(expires_at)
    if minutes < 1:
        return _said(QT_TRANSLATE_NOOP("approvals", "under 1 min"))
    hours, rest = divmod(minutes, _MINUTES_IN_HOUR)
    if not hours:
        return _said(QT_TRANSLATE_NOOP("approvals", "{minutes} min")).format(minutes=rest)
    pattern = _said(QT_TRANSLATE_NOOP("approvals", "{hours} h {minutes} min"))
    return pattern.format(hours=hours, minutes=rest)


def minutes_left(expires_at: datetime) -> int:
    """Return how many whole minutes are left; 0 for none."""
    return max(0, int((expires_at - clock.now()).total_seconds() // 60))


def frozen(waiting: WaitingApproval) -> str:
    """Return what of its accounts is frozen; empty for nothing."""
    found = [
        _said(_FROZEN[what_is]).format(name=bidi.own(name))
        for what_is, name in (
            (waiting.frozen, waiting.customer),
            (waiting.payee_frozen, waiting.payee or ""),
        )
        if what_is is not None
    ]
    return ". ".join(found)


def gone(waiting: WaitingApproval) -> str:
    """Return what is told of one that waits no longer, and that this window has not decided."""
    pattern = _said(
        QT_TRANSLATE_NOOP(
            "approvals", "{what}: this waits no longer. It was decided, cancelled, or has run out."
        )
    )
    return pattern.format(what=what(waiting))


def undecided(waiting: WaitingApproval, reason: str) -> str:
    """Return what is told of one that was not decided, once another one is looked at."""
    pattern = _said(QT_TRANSLATE_NOOP("approvals", "{what}: {reason}"))
    return pattern.format(what=what(waiting), reason=reason)


def outcome(waiting: WaitingApproval, decision: Decision) -> str:
    """Return what became of one that somebody has just decided, or found decided."""
    return _said(_pattern(decision)).format(
        what=what(waiting),
        name=bidi.own(decision.decided_by or ""),
        why=error_text.sentence_for(decision.failure_code or "unexpected"),
    )


def went_as_wanted(decision: Decision, *, approved: bool) -> bool:
    """Tell whether it was decided as this person wanted it just now."""
    if approved:
        return decision.is_mine and decision.status is TransferStatus.COMPLETED
    is_cancelled = decision.status is TransferStatus.CANCELLED
    return decision.is_mine and (is_cancelled or decision.failure_code == "declined")


def _pattern(decision: Decision) -> str:
    by = "mine" if decision.is_mine else ("theirs" if decision.decided_by else "somebody")
    if decision.status is TransferStatus.COMPLETED:
        return _APPROVED[by]
    if decision.status is TransferStatus.FAILED:
        return _DECLINED[by] if decision.failure_code == "declined" else _NOT_POSTED
    return _CANCELLED if decision.status is TransferStatus.CANCELLED else _EXPIRED


def _said(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)


_APPROVED = {
    "mine": QT_TRANSLATE_NOOP("approvals", "Approved: {what}."),
    "theirs": QT_TRANSLATE_NOOP("approvals", "{name} has approved this already: {what}."),
    "somebody": QT_TRANSLATE_NOOP("approvals", "Somebody has approved this already: {what}."),
}
_DECLINED = {
    "mine": QT_TRANSLATE_NOOP("approvals", "Declined: {what}."),
    "theirs": QT_TRANSLATE_NOOP("approvals", "{name} has declined this already: {what}."),
    "somebody": QT_TRANSLATE_NOOP("approvals", "Somebody has declined this already: {what}."),
}
_NOT_POSTED = QT_TRANSLATE_NOOP("approvals", "{what} could not be booked any more. {why}")
_CANCELLED = QT_TRANSLATE_NOOP("approvals", "{what} was cancelled by who made it.")
_EXPIRED = QT_TRANSLATE_NOOP("approvals", "{what} has waited too long, and was not made.")
