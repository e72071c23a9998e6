"""The badges of an account, the same wherever it is shown: what is frozen, and that it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import account_words
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.accounts import Account
    from ui.icons import IconName


@dataclass(frozen=True, slots=True)
class AccountBadge:
    """One badge, for `Badge` or `paint_badge`.

    Attributes:
        text: what it says, short: ``Debits frozen``.
        told: the same with its day, where there is one: ``Debits frozen until 30 Nov``.

    """

    text: str
    told: str
    tone: Tone
    icon: IconName


def badges_of(account: Account) -> tuple[AccountBadge, ...]:
    """Return what sets an account apart from others; nothing for one that is simply open."""
    text = account_words.exception(account)
    if not text:
        return ()
    told = account_words.frozen_until(account) or text
    if account.closed_at is not None:
        # A freeze of a closed account stops nothing any more.
        return (AccountBadge(text, told, Tone.NEUTRAL, "lock"),)
    return (AccountBadge(text, told, Tone.DANGER, "freeze"),)
