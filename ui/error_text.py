"""Words every error: a code and its data become one or two sentences that say what to do.

The table is the only place where a code meets words. Braces are filled from the error's data.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import bidi, money_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.errors import InstaPayError

_CONTEXT = "error_text"
_SECONDS_IN_MINUTE = 60

# lupdate finds these because the context is written out.
_SENTENCES: Mapping[str, str] = {
    # The way to the bank
    "server_unreachable": QT_TRANSLATE_NOOP(
        "error_text", "The bank cannot be reached. Please try again in a moment."
    ),
    "server_storage_full": QT_TRANSLATE_NOOP(
        "error_text", "The bank has run out of storage. Nothing was changed; tell your bank."
    ),
    "server_busy": QT_TRANSLATE_NOOP(
        "error_text", "The bank is busy just now. Please try again in a moment."
    ),
    "deadline_exceeded": QT_TRANSLATE_NOOP(
        "error_text", "The bank did not answer in time. Please try again in a moment."
    ),
    # Who is asking
    "session_ended": QT_TRANSLATE_NOOP(
        "error_text", "Your session has ended. Please sign in again; what you typed is kept."
    ),
    "not_permitted": QT_TRANSLATE_NOOP(
        "error_text", "You have no right to do this. Ask your bank if you think you should."
    ),
    "sign_in_refused": QT_TRANSLATE_NOOP("error_text", "Email or password is not right."),
    "sign_in_refused/tries": QT_TRANSLATE_NOOP(
        "error_text", "Email or password is not right. Tries left before a pause: {tries_left}."
    ),
    "sign_in_paused": QT_TRANSLATE_NOOP(
        "error_text", "Too many tries. You can try again in {wait}."
    ),
    "salt_refused": QT_TRANSLATE_NOOP(
        "error_text",
        "The bank asked for the password in a way that is not safe, so nothing was sent. Please tell"
        " the bank.",
    ),
    "database_refused": QT_TRANSLATE_NOOP("error_text", "The database refused: {reason}."),
    "no_screen": QT_TRANSLATE_NOOP(
        "error_text",
        "There is no screen here to open a window on. Start it from a desktop session; the private"
        " bank runs without one by: python main.py serve --demo.",
    ),
    "attempt_invalid": QT_TRANSLATE_NOOP(
        "error_text", "The sign-in was interrupted. Please try again."
    ),
    # What was typed about oneself
    "password_missing": QT_TRANSLATE_NOOP("error_text", "Please type your password."),
    "password_too_short": QT_TRANSLATE_NOOP(
        "error_text", "This password is too short. Use 12 characters or more."
    ),
    "password_too_long": QT_TRANSLATE_NOOP(
        "error_text",
        "This password is too long. Use at most 72 characters; letters other than A to Z count"
        " double or more.",
    ),
    "password_has_nul": QT_TRANSLATE_NOOP(
        "error_text", "This password holds a character that cannot be used. Please type it anew."
    ),
    "email_missing": QT_TRANSLATE_NOOP("error_text", "Please type your email address."),
    "email_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "This is not an email address. Write it like name@example.com, in Latin letters.",
    ),
    "sign_up_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "The bank cannot take this application. Check the name and the email address.",
    ),
    "name_invalid": QT_TRANSLATE_NOOP(
        "error_text", "Please type your full name, with 1 to 100 characters."
    ),
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
    "payee_missing": QT_TRANSLATE_NOOP(
        "error_text", "Please type who gets the money: a payment address or an IBAN."
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
    # This program and its databases
    "schema_missing": QT_TRANSLATE_NOOP(
        "error_text",
        "The {database} database has not been set up. Ask its administrator to run"
        " “provision” on it.",
    ),
    "schema_older": QT_TRANSLATE_NOOP(
        "error_text",
        "The {database} database is older than this program ({found}; needed: {expected})."
        " Ask its administrator to run this version's “provision” on it.",
    ),
    "schema_newer": QT_TRANSLATE_NOOP(
        "error_text",
        "The {database} database is newer than this program ({found}; known: {expected})."
        " Please update this program.",
    ),
    "server_binaries_missing": QT_TRANSLATE_NOOP(
        "error_text",
        "The programs of the Postgres database are missing on this computer. Run “make setup”"
        " again, or connect to a bank by its addresses.",
    ),
    "server_home_unwritable": QT_TRANSLATE_NOOP(
        "error_text",
        "The folder {path} cannot be written. Allow it to be written, or choose another one with"
        " INSTAPAY_HOME.",
    ),
    "server_disk_full": QT_TRANSLATE_NOOP(
        "error_text", "The disk that holds {path} is full. Make room, then try again."
    ),
    "server_damaged": QT_TRANSLATE_NOOP(
        "error_text",
        "The data in {path} is damaged. Put a backup in its place, or move the folder away and"
        " start anew. Details are in {log}.",
    ),
    "server_start_failed": QT_TRANSLATE_NOOP(
        "error_text", "The bank on this computer did not start: {reason}. Please try again."
    ),
    "server_start_failed/log": QT_TRANSLATE_NOOP(
        "error_text", "The bank on this computer did not start: {reason}. Details are in {log}."
    ),
    "settings_missing": QT_TRANSLATE_NOOP(
        "error_text",
        "Try the demo bank, which stays on this computer; or connect to your bank: put its"
        " addresses into settings.toml, or into INSTAPAY_AUTH_URL and INSTAPAY_PAYMENT_URL, and"
        " try again.",
    ),
    "settings_invalid": QT_TRANSLATE_NOOP(
        "error_text", "The setting {name} cannot be used: {reason}. Please correct it."
    ),
    "unexpected": QT_TRANSLATE_NOOP(
        "error_text",
        "Something went wrong that should not have. Nothing you typed is lost. If it happens"
        " again, tell your bank this reference: {reference}.",
    ),
    "unexpected/bare": QT_TRANSLATE_NOOP(
        "error_text",
        "Something went wrong that should not have. Nothing you typed is lost; please try again.",
    ),
}

_DATABASES: Mapping[str, str] = {
    "auth": QT_TRANSLATE_NOOP("error_text", "sign-in"),
    "payment": QT_TRANSLATE_NOOP("error_text", "payment"),
}


def codes() -> frozenset[str]:
    """Return all codes that have a sentence of their own."""
    return frozenset(key.partition("/")[0] for key in _SENTENCES)


def sentence(error: InstaPayError) -> str:
    """Return what to tell about `error`, in the person's words and language, as plain text."""
    return sentence_for(error.code, error.data)


def sentence_for(code: str, data: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a code by itself, such as a payment's `failure_code`."""
    values = data or {}
    key = _key(code, values)
    template = QCoreApplication.translate(_CONTEXT, _SENTENCES[key])
    try:
        return template.format_map(_words(values))
    except KeyError:
        # Data that its sentence needs is missing: say less, never show a brace.
        return QCoreApplication.translate(_CONTEXT, _SENTENCES["unexpected/bare"])


def wait_s(error: InstaPayError) -> float:
    """Return for how many seconds `error` asks to wait; 0 when it does not."""
    value = error.data.get("retry_after_s")
    return float(value) if isinstance(value, int | float | Decimal) else 0.0


def clock(seconds: int) -> str:
    """Return a time to wait as minutes and seconds: ``4:05``."""
    minutes, rest = divmod(max(0, seconds), _SECONDS_IN_MINUTE)
    return bidi.ltr(f"{minutes}:{rest:02d}")


def _key(code: str, values: Mapping[str, object]) -> str:
    """Choose between sentences of one code by the data at hand."""
    if code == "sign_in_refused" and isinstance(values.get("tries_left"), int):
        return "sign_in_refused/tries"
    if code == "insufficient_funds" and isinstance(values.get("available"), Money):
        return "insufficient_funds/available"
    if code == "server_start_failed" and values.get("log"):
        return "server_start_failed/log"
    if code in _SENTENCES:
        return code if code != "unexpected" or values.get("reference") else "unexpected/bare"
    return "unexpected/bare"


def _words(values: Mapping[str, object]) -> dict[str, str]:
    """Return the data as text that keeps its direction in any sentence."""
    words = {name: _word(name, value) for name, value in values.items()}
    wait = values.get("retry_after_s")
    if isinstance(wait, int | float | Decimal):
        words["wait"] = clock(round(wait))
    return words


def _word(name: str, value: object) -> str:
    if isinstance(value, Money):
        return money_text.in_sentence(value)
    if name == "database" and str(value) in _DATABASES:
        return QCoreApplication.translate(_CONTEXT, _DATABASES[str(value)])
    return bidi.ltr(str(value))
