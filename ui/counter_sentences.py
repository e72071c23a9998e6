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
    # Enrolling somebody, and what is decided about accounts
    "name_invalid/theirs": QT_TRANSLATE_NOOP(
        "error_text", "Please type the customer's full name, with 1 to 100 characters."
    ),
    "email_missing/theirs": QT_TRANSLATE_NOOP(
        "error_text", "Please type the customer's email address."
    ),
    "email_taken/unanswered": QT_TRANSLATE_NOOP(
        "error_text",
        "Somebody with this email is known to the bank, perhaps from just now, as no answer came. Find them"
        " by the email; if it is this person, give them a new password.",
    ),
    "printer_missing/paper": QT_TRANSLATE_NOOP(
        "error_text",
        "No printer is set up on this computer. Have the customer write the password down.",
    ),
    "freeze_invalid/past": QT_TRANSLATE_NOOP(
        "error_text", "This day is over. Choose today or a later one."
    ),
    "outcome_unknown/reversal": QT_TRANSLATE_NOOP(
        "error_text",
        "We don't know yet whether the payment was taken back. The bank is being asked; please wait.",
    ),
    "identification_missing": QT_TRANSLATE_NOOP(
        "error_text", "Please say how you know who this is, such as “National ID seen”."
    ),
    "identification_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Say how you know who this is in 1 to 200 characters of plain text."
    ),
    # What customers are told in other words
    "account_frozen/counter": QT_TRANSLATE_NOOP(
        "error_text", "This account is frozen, so nothing can be paid from it."
    ),
    "account_frozen/cash_in": QT_TRANSLATE_NOOP(
        "error_text", "Your till is frozen, so nothing can be paid in. Ask a supervisor."
    ),
    "account_closed/counter": QT_TRANSLATE_NOOP(
        "error_text", "This account is closed. Choose another one."
    ),
    "account_closed/cash_in": QT_TRANSLATE_NOOP(
        "error_text", "Your till is closed, so nothing can be paid in. Open it first."
    ),
    "payee_cannot_receive/cash_in": QT_TRANSLATE_NOOP(
        "error_text",
        "This account is closed or frozen for money that comes in. Choose another one.",
    ),
    "payee_cannot_receive/counter": QT_TRANSLATE_NOOP(
        "error_text", "The account that would get the money is closed or frozen."
    ),
    "currency_not_offered/counter": QT_TRANSLATE_NOOP(
        "error_text", "You may not do this in this currency. Ask a supervisor."
    ),
    "currency_not_offered/cash_in": QT_TRANSLATE_NOOP(
        "error_text", "You may not take cash in this currency. Ask a supervisor."
    ),
    # The till
    "till_not_open": QT_TRANSLATE_NOOP(
        "error_text", "Your till is not open in this currency. Open it first."
    ),
    "till_already_open": QT_TRANSLATE_NOOP(
        "error_text", "Your till is open already, or is not settled yet. Close it first."
    ),
    "till_unknown": QT_TRANSLATE_NOOP(
        "error_text",
        "This till is not one that you can do this with. Look at the list of tills again.",
    ),
    "till_closed": QT_TRANSLATE_NOOP(
        "error_text", "This payment was not made, because its till was counted or closed meanwhile."
    ),
    "count_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This count cannot be used. Type how many notes and coins there are of each."
    ),
    "vault_lacks_cash": QT_TRANSLATE_NOOP(
        "error_text", "There is not so much cash in the vault. Choose a smaller amount."
    ),
    "drawer_lacks_cash": QT_TRANSLATE_NOOP(
        "error_text",
        "There is not so much cash in the drawer. Fetch some from the vault, or choose a smaller amount.",
    ),
    "already_counted": QT_TRANSLATE_NOOP(
        "error_text", "This till was counted already, and a count is made once. Close it now."
    ),
    "approvals_waiting": QT_TRANSLATE_NOOP(
        "error_text",
        "Cash at this till still waits for approval. Have it decided or cancel it, then count.",
    ),
    "till_not_counted": QT_TRANSLATE_NOOP("error_text", "Count the drawer first."),
    "counts_differ": QT_TRANSLATE_NOOP(
        "error_text", "Your count and the other one differ. Both of you count again."
    ),
    # Administration
    "rule_changed": QT_TRANSLATE_NOOP(
        "error_text",
        "Somebody else has just changed this. What is shown now is new: look at it, and change it again.",
    ),
    "rule_unknown": QT_TRANSLATE_NOOP(
        "error_text", "The bank no longer has this rule. Look at the list again."
    ),
    "rule_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "These figures do not fit together. A day's limit is at least that of one payment, a month's at"
        " least that of a day, and a fee's minimum is at most its maximum.",
    ),
    "setting_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This setting cannot have that value. Choose or type another one."
    ),
    "rate_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "Type a part of the amount in per cent, from 0 to 100, with at most four decimals.",
    ),
    "hours_invalid": QT_TRANSLATE_NOOP("error_text", "Type whole hours, from 1 to 168."),
    "time_zone_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Choose one of the time zones of the list: a part of the name finds it."
    ),
    "declined": QT_TRANSLATE_NOOP("error_text", "This payment was declined, so no money moved."),
}
