"""The sentences of all errors but those about payments: reaching the bank, signing in, this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

# lupdate finds these because the context is written out.
BANK: Mapping[str, str] = {
    # The way to the bank
    "server_unreachable": QT_TRANSLATE_NOOP(
        "error_text", "The bank cannot be reached. Please try again in a moment."
    ),
    "server_unreachable/auth": QT_TRANSLATE_NOOP(
        "error_text",
        "The bank's sign-in cannot be reached, and nothing goes on without it. Please try again in a"
        " moment.",
    ),
    "server_without_tls": QT_TRANSLATE_NOOP(
        "error_text",
        "The server {host} does not encrypt its connections, which this program was told to demand."
        " Nothing was sent; tell your bank.",
    ),
    "server_certificate_refused": QT_TRANSLATE_NOOP(
        "error_text",
        "The server {host} could not prove that it is the bank's: its certificate is for another name"
        " or from somebody else. Nothing was sent; tell your bank.",
    ),
    "authorities_missing": QT_TRANSLATE_NOOP(
        "error_text",
        "The bank's certificate authority cannot be read from {path}, so nothing was sent. Please"
        " put the file there, or correct the setting.",
    ),
    # An address that is just being typed
    "url_missing": QT_TRANSLATE_NOOP(
        "error_text", "Please type the address that your bank gave you."
    ),
    "url_invalid": QT_TRANSLATE_NOOP(
        "error_text",
        "This is not the address of a database. It begins with {scheme} and names a login, a server"
        " and a database.",
    ),
    "host_unknown": QT_TRANSLATE_NOOP(
        "error_text", "There is no server called {host}. Check the address for typing mistakes."
    ),
    "host_unreachable": QT_TRANSLATE_NOOP(
        "error_text",
        "The server {host} does not answer at port {port}. Check the address, and that this computer"
        " is in the bank's network.",
    ),
    "host_no_postgres": QT_TRANSLATE_NOOP(
        "error_text",
        "What answers at {host}, port {port}, is no Postgres server. Check the address.",
    ),
    "login_refused": QT_TRANSLATE_NOOP(
        "error_text",
        "The server {host} is there, but does not let the login “{user}” in. Check its name, its"
        " password and the name of the database.",
    ),
    "databases_swapped": QT_TRANSLATE_NOOP(
        "error_text",
        "This is the other one of the bank's two databases. Have the two addresses change places.",
    ),
    "server_storage_full": QT_TRANSLATE_NOOP(
        "error_text", "The bank has run out of storage. Nothing was changed; tell your bank."
    ),
    "server_busy": QT_TRANSLATE_NOOP(
        "error_text", "The bank is busy just now. Please try again in a moment."
    ),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "error_text", "The account was changed just now. Nothing was paid; please try again."
    ),
    "deadline_exceeded": QT_TRANSLATE_NOOP(
        "error_text", "The bank did not answer in time. Please try again in a moment."
    ),
    # Files of one's own
    "file_denied": QT_TRANSLATE_NOOP(
        "error_text", "Nothing may be written to {path}. Please choose another folder."
    ),
    "file_no_space": QT_TRANSLATE_NOOP(
        "error_text",
        "There is no room left in {path}. Nothing was saved, and a file that was there is as it was.",
    ),
    "file_no_folder": QT_TRANSLATE_NOOP(
        "error_text", "The folder {path} is not there any more. Please choose another one."
    ),
    "file_unwritable": QT_TRANSLATE_NOOP(
        "error_text", "{path} cannot be written. Please choose another name or folder."
    ),
    "statement_too_long": QT_TRANSLATE_NOOP(
        "error_text",
        "These are more than {most} payments, too many for pages. Please choose a shorter time, or"
        " save them as a CSV file.",
    ),
    "printer_missing": QT_TRANSLATE_NOOP(
        "error_text", "No printer is set up on this computer. You can save a PDF instead."
    ),
    "printer_unusable": QT_TRANSLATE_NOOP(
        "error_text", "The printer took nothing. Please check it and try again."
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
    "password_refused": QT_TRANSLATE_NOOP("error_text", "This is not your password."),
    "password_refused/tries": QT_TRANSLATE_NOOP(
        "error_text", "This is not your password. Tries left before a pause: {tries_left}."
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
    "session_locked": QT_TRANSLATE_NOOP(
        "error_text", "This window is locked. Type your password to go on."
    ),
    "password_change_required": QT_TRANSLATE_NOOP(
        "error_text", "Please choose a password of your own first."
    ),
    "too_many_challenges": QT_TRANSLATE_NOOP(
        "error_text",
        "Too many sign-ins were begun on this computer. Please try again in five minutes.",
    ),
    "too_many_applications": QT_TRANSLATE_NOOP(
        "error_text", "Too many people were signed up from here today. Please try again tomorrow."
    ),
    # Other people's access
    "not_oneself": QT_TRANSLATE_NOOP(
        "error_text", "Nobody can do this for themselves. Ask a colleague."
    ),
    "user_unknown": QT_TRANSLATE_NOOP("error_text", "The bank does not know this person."),
    "email_taken": QT_TRANSLATE_NOOP(
        "error_text", "Somebody with this email address is known to the bank already."
    ),
    # What was typed about oneself
    "password_same": QT_TRANSLATE_NOOP(
        "error_text", "This is the password you have now. Please choose another one."
    ),
    "password_unchanged": QT_TRANSLATE_NOOP(
        "error_text", "This is the password you have now. Please choose another one."
    ),
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
    "keys_differ": QT_TRANSLATE_NOOP(
        "error_text",
        "These two databases do not share a signing key, so nothing was changed. If they belong"
        " together, run “provision” on them first.",
    ),
    "role_taken": QT_TRANSLATE_NOOP(
        "error_text",
        "The server has a role “{role}” that is no station's, so nothing was changed. Choose"
        " another name.",
    ),
    "role_unknown": QT_TRANSLATE_NOOP("error_text", "The server has no role “{role}”."),
    "role_incomplete": QT_TRANSLATE_NOOP(
        "error_text",
        "Only one of the two servers has the role “{role}”. Run this again with --new-password,"
        " so that both have the same one.",
    ),
    "credentials_readable": QT_TRANSLATE_NOOP(
        "error_text",
        "The file {path} holds passwords and may be read or changed by others, so it was not used."
        " Allow it to nobody but yourself (chmod 600).",
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
