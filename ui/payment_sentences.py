"""The sentences of errors about payments, payees and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

# lupdate finds these because the context is written out.
PAYMENTS: Mapping[str, str] = {
    # What was typed about a payment
    "amount_missing": QT_TRANSLATE_NOOP("error_text", "Please type an amount."),
    "amount_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This is not an amount. Write it in digits, like 1,250.50."
    ),
    "amount_too_precise": QT_TRANSLATE_NOOP(
        "error_text", "An amount has at most two decimals, like 1,250.50."
    ),
    "amount_not_positive": QT_TRANSLATE_NOOP("error_text", "The amount must be more than zero."),
    "amount_too_large": QT_TRANSLATE_NOOP(
        "error_text", "This amount is larger than one payment can be. Please type a smaller one."
    ),
    "insufficient_funds": QT_TRANSLATE_NOOP(
        "error_text", "There is not enough money in this account. Please type a smaller amount."
    ),
    "insufficient_funds/available": QT_TRANSLATE_NOOP(
        "error_text", "There is not enough money in this account: {available} are available."
    ),
    "insufficient_funds/fee": QT_TRANSLATE_NOOP(
        "error_text",
        "There is not enough money in this account: {available} are available, and with the fee"
        " you would pay {total}.",
    ),
    "payee_missing": QT_TRANSLATE_NOOP(
        "error_text", "Please type who gets the money: a payment address or an IBAN."
    ),
    "payee_not_chosen": QT_TRANSLATE_NOOP(
        "error_text",
        "Choose somebody from the list, or type a whole payment address or IBAN.",
    ),
    "payee_unknown": QT_TRANSLATE_NOOP(
        "error_text",
        "Nobody is known by this address or IBAN. Check it with the person who gave it to you.",
    ),
    "payee_cannot_receive": QT_TRANSLATE_NOOP(
        "error_text", "This account cannot receive money just now. Ask the person you pay to."
    ),
    "payee_is_payer": QT_TRANSLATE_NOOP(
        "error_text", "This is the account that pays. Choose another one to pay to."
    ),
    "currency_differs": QT_TRANSLATE_NOOP(
        "error_text", "The two accounts have different currencies. Choose one of the same currency."
    ),
    "note_too_long": QT_TRANSLATE_NOOP(
        "error_text", "The note is too long. Use at most 140 characters."
    ),
    "note_invalid": QT_TRANSLATE_NOOP(
        "error_text", "The note holds characters that cannot be used. Please type it anew."
    ),
    "account_unknown": QT_TRANSLATE_NOOP(
        "error_text", "This account is not there any more. Refresh the page and choose again."
    ),
    "holder_unknown": QT_TRANSLATE_NOOP(
        "error_text",
        "Your bank is still opening your account. Please try again in a moment.",
    ),
    # Limits, and accounts that cannot be used
    "over_payment_limit": QT_TRANSLATE_NOOP(
        "error_text", "This is more than one payment may be. Please type a smaller amount."
    ),
    "over_payment_limit/limit": QT_TRANSLATE_NOOP(
        "error_text", "One payment may be {per_payment} at most. Please type a smaller amount."
    ),
    "over_day_limit": QT_TRANSLATE_NOOP(
        "error_text", "This is more than you may still pay today. Please type a smaller amount."
    ),
    "over_day_limit/left": QT_TRANSLATE_NOOP(
        "error_text", "This is over your limit for a day: you may still pay {day_left} today."
    ),
    "over_day_limit/none": QT_TRANSLATE_NOOP(
        "error_text", "You have reached your limit for today. You can pay again tomorrow."
    ),
    "over_month_limit": QT_TRANSLATE_NOOP(
        "error_text",
        "This is more than you may still pay this month. Please type a smaller amount.",
    ),
    "over_month_limit/left": QT_TRANSLATE_NOOP(
        "error_text", "This is over your limit for a month: you may still pay {month_left}."
    ),
    "over_month_limit/none": QT_TRANSLATE_NOOP(
        "error_text", "You have reached your limit for this month. You can pay again next month."
    ),
    "account_frozen": QT_TRANSLATE_NOOP(
        "error_text",
        "This account is frozen, so nothing can be paid from it. Choose another one, or ask your"
        " bank.",
    ),
    "account_closed": QT_TRANSLATE_NOOP(
        "error_text", "This account is closed. Choose another one to pay from."
    ),
    "currency_not_offered": QT_TRANSLATE_NOOP(
        "error_text", "Your bank makes no payments in this currency. Choose another account."
    ),
    "batch_not_offered": QT_TRANSLATE_NOOP(
        "error_text",
        "This account cannot send lists of payments. Ask your bank to allow it.",
    ),
    "confirmation_required": QT_TRANSLATE_NOOP(
        "error_text",
        "This payment needs your password. Please review it again and type the password there.",
    ),
    "expiry_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This date cannot be used. Choose one within the next 30 days."
    ),
    "too_many_holds": QT_TRANSLATE_NOOP(
        "error_text",
        "Too many payments from this account are waiting already. Cancel one, or wait until one is"
        " made.",
    ),
    "period_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This period cannot be used. Choose a first day that is not after the last."
    ),
    "date_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This is not a date. Write it as day, month and year, like 22/11/2026."
    ),
    "filter_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This is too long to look for. Please type at most 100 characters."
    ),
    # What became of a payment
    "id_reused": QT_TRANSLATE_NOOP(
        "error_text",
        "This payment was not sent, because its number is taken. Please review and send it again.",
    ),
    "abandoned": QT_TRANSLATE_NOOP(
        "error_text", "This payment was not made. You can send it again."
    ),
    "outcome_unknown": QT_TRANSLATE_NOOP(
        "error_text",
        "We don't know yet whether this payment was made. Don't send it again; we are checking.",
    ),
    "outbox_unwritable": QT_TRANSLATE_NOOP(
        "error_text",
        "This payment was not sent, because this computer could not write its safety copy: the"
        " disk is full or read-only. Make room, then send it again.",
    ),
    # Payments that were made before, and lists of them
    "transaction_unknown": QT_TRANSLATE_NOOP(
        "error_text", "The bank does not know this payment. Refresh the page and choose again."
    ),
    "batch_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This list of payments cannot be used. Check its rows and try again."
    ),
    "not_reversible": QT_TRANSLATE_NOOP("error_text", "This payment cannot be taken back."),
    "already_reversed": QT_TRANSLATE_NOOP(
        "error_text", "This payment has been taken back already."
    ),
    "payee_lacks_funds": QT_TRANSLATE_NOOP(
        "error_text",
        "Whoever was paid does not have this money any more, so the payment cannot be taken back.",
    ),
    "reason_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Please type a reason, with 1 to 200 characters."
    ),
    "account_not_empty": QT_TRANSLATE_NOOP(
        "error_text",
        "This account still holds money, or money is reserved in it. Only an empty one can be"
        " closed.",
    ),
    "freeze_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This freeze cannot be set. Check what it stops and until when."
    ),
    # A file of payments as a whole, and its rows
    "batch_over_limit": QT_TRANSLATE_NOOP(
        "error_text",
        "All rows together are above your limit at the counter: a supervisor has to make it.",
    ),
    "too_many_batch_rows": QT_TRANSLATE_NOOP(
        "error_text",
        "You have had more payees of files looked up today than one person may. Please go on tomorrow.",
    ),
    "batch_rows_changed": QT_TRANSLATE_NOOP(
        "error_text",
        "Nothing was sent: some rows cannot be paid any more. They are marked; please look at them.",
    ),
    "payee_is_maker": QT_TRANSLATE_NOOP(
        "error_text", "This account is your own, so a colleague has to make this payment."
    ),
    "row_repeated": QT_TRANSLATE_NOOP(
        "error_text", "Row {row} pays the same amount to the same payee. Check that both are meant."
    ),
    "name_differs": QT_TRANSLATE_NOOP(
        "error_text", "The file says {name}. Check that this is the same person."
    ),
    "batch_file_too_large": QT_TRANSLATE_NOOP(
        "error_text", "This file is larger than 5 MB. Please split it into smaller ones."
    ),
    "batch_file_utf16": QT_TRANSLATE_NOOP(
        "error_text",
        "This file is written in UTF-16, or is no text. Save it anew as CSV in UTF-8.",
    ),
    "batch_file_not_text": QT_TRANSLATE_NOOP(
        "error_text", "This file is not written in UTF-8. Save it anew as CSV in UTF-8."
    ),
    "batch_file_broken": QT_TRANSLATE_NOOP(
        "error_text",
        "This file cannot be read from row {row} on: a quotation mark is missing or too many.",
    ),
    "batch_file_empty": QT_TRANSLATE_NOOP("error_text", "There are no payments in this file."),
    "batch_columns_missing": QT_TRANSLATE_NOOP(
        "error_text",
        "The first row names columns, but not both payee and amount. Name them, or leave that row out.",
    ),
    "batch_too_many_rows": QT_TRANSLATE_NOOP(
        "error_text", "There are more than 10,000 payments in this file. Please split it."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "error_text", "This file cannot be read: {path}. Check that it is there and may be opened."
    ),
    # Addresses and contacts
    "payee_invalid": QT_TRANSLATE_NOOP(
        "error_text", "This is neither an address nor an IBAN. Check it for typing mistakes."
    ),
    "too_many_questions": QT_TRANSLATE_NOOP(
        "error_text", "You have looked up many payees in a short time. Please try again later."
    ),
    "question_unknown": QT_TRANSLATE_NOOP(
        "error_text", "The bank's answer is out of date. Please type the payee again."
    ),
    "address_missing": QT_TRANSLATE_NOOP("error_text", "Please type an address."),
    "address_taken": QT_TRANSLATE_NOOP(
        "error_text", "This address is not free. Please choose another one."
    ),
    "address_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "This cannot be an address. Write it like name@instapay, in Latin letters and digits.",
    ),
    "has_address": QT_TRANSLATE_NOOP(
        "error_text", "This account has an address already. Give that one up first."
    ),
    "contact_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Please type a name for this contact, with 1 to 60 characters."
    ),
    "contact_unknown": QT_TRANSLATE_NOOP(
        "error_text", "This contact is not there any more. Refresh the page and choose again."
    ),
    "too_many_contacts": QT_TRANSLATE_NOOP(
        "error_text", "Your list of contacts is full. Remove one that you no longer need."
    ),
}
