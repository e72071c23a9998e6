"""The sentences of errors that only staff at the counter meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTER: Mapping[str, str] = {
    "customer_unknown": QT_TRANSLATE_NOOP(
        "error_text", "The bank does not know this customer. Search for the name again."
    ),
    "customer_not_open": QT_TRANSLATE_NOOP(
        "error_text",
        "This customer is not open to you, or was opened over 15 minutes ago. Open the customer again"
        " and say why.",
    ),
    "account_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "This account cannot be opened. Choose one of the bank's currencies, and a name of at most 60"
        " characters.",
    ),
    "too_many_accounts": QT_TRANSLATE_NOOP(
        "error_text", "This customer has 20 accounts already, and cannot have more."
    ),
    "customer_note_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Write a note of 1 to 1,000 characters of plain text."
    ),
}
