"""The first page of a computer that knows no bank, against real databases and what is none."""

from __future__ import annotations

import socket
import stat
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app import settings as app_settings
from app.commands.run import Opening
from app.connecting import Connecting
from app.settings import Settings
from services.errors import SettingsInvalid, Unavailable
from tests.bank import PASSWORD
from tests.conftest import STATION, STATION_PASSWORD
from tests.keyring_in_file import KeyringInFile
from tests.pages.finding import find, plain
from tests.pages.first_run import FirstRunPage
from tests.pages.language import LanguagePage
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from ui import error_text
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.errors import InstaPayError
    from tests.bank import Bank


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.delenv("PGPASSFILE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("INSTAPAY_TEST_KEYRING", str(tmp_path / "keyring.json"))
    yield
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def connecting(home: Path) -> Connecting:
    return Connecting(Settings(home=home))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, connecting: Connecting) -> MainWindow:
    made = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"), connecting=connecting)
    qtbot.addWidget(made)
    made.show_startup_failure(SettingsInvalid("settings_missing"))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> FirstRunPage:
    return FirstRunPage(qtbot, window)


@pytest.fixture
def form(page: FirstRunPage) -> FirstRunPage:
    page.choose_connect()
    return page


@pytest.fixture
def login(qtbot: QtBot, window: MainWindow) -> LoginPage:
    return LoginPage(qtbot, window)


@pytest.fixture
def opening(window: MainWindow, connecting: Connecting) -> Iterator[Opening]:
    """What opens the bank that the page was told of."""
    made = Opening(window, connecting, is_demo=False)
    yield made
    made.close()


def _said(error: InstaPayError) -> str:
    return plain(error_text.sentence(error))


def _without_password(url: str) -> str:
    # The station's own is percent-encoded in it.
    start, _, rest = url.partition("://")
    return f"{start}://{STATION}@{rest.partition('@')[2]}"


@contextmanager
def _listening(answer: bytes | None) -> Iterator[int]:
    """Listen as what is no Postgres: say `answer` to everybody, or nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                taken.append(line)
                if answer is not None:
                    line.recv(8)
                    line.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        for line in taken:
            line.close()


# The question


def test_it_is_asked_how_to_begin(qtbot: QtBot, window: MainWindow, page: FirstRunPage) -> None:
    assert find(window, QPushButton, "first_run.demo").hasFocus()
    assert not find(window, QLineEdit, "login.email").isVisible()
    with qtbot.waitSignal(window.demo_requested):
        page.choose_demo()
    assert find(window, QLineEdit, "login.email").isVisible()


def test_one_can_go_back_to_the_question_and_nothing_is_lost(form: FirstRunPage) -> None:
    form.fill("postgresql://a@b/c", "")
    form.back()
    form.choose_connect()
    assert form.address("auth") == "postgresql://a@b/c"


# What is wrong with an address


def test_what_is_missing_or_no_address_is_told_beside_its_field(
    form: FirstRunPage, bank: Bank, window: MainWindow
) -> None:
    form.press_test()
    assert form.error("auth") == form.error("payment")
    assert form.error("auth").startswith("Please type the address")
    assert find(window, QLineEdit, "first_run.auth").hasFocus()
    form.fill(bank.auth_url, "payment.bank.example")
    form.test()
    assert form.error("auth") == ""
    assert form.error("payment").startswith("This is not the address of a database.")
    assert find(window, QLineEdit, "first_run.payment").hasFocus()
    assert form.is_good("auth")
    assert not form.can_save()
    assert form.address("payment") == "payment.bank.example"
    assert form.error("listen") == ""


def test_each_address_is_told_what_is_wrong_with_it(form: FirstRunPage, bank: Bank) -> None:
    port = bank.auth_url.rpartition("@")[2].partition("/")[0].rpartition(":")[2]
    form.fill(
        f"postgresql://{STATION}@no-such-host.invalid/auth",
        bank.payment_url.replace(f":{port}/", ":1/"),
        listen=bank.payment_url.replace(STATION, "nobody", 1),
    )
    form.test()
    assert form.error("auth").startswith("There is no server called no-such-host.invalid.")
    assert form.error("payment").startswith("The server 127.0.0.1 does not answer at port 1.")
    assert "does not let the login “nobody” in" in form.error("listen")
    assert not form.can_save()


def test_a_wrong_password_is_told(form: FirstRunPage, bank: Bank) -> None:
    form.fill(_without_password(bank.auth_url), bank.payment_url, password="not the password")
    form.test()
    assert f"does not let the login “{STATION}” in" in form.error("auth")
    assert form.is_good("payment")


def test_a_server_without_proof_is_told(form: FirstRunPage, bank: Bank) -> None:
    form.fill(f"{bank.auth_url}?sslmode=verify-full", bank.payment_url)
    form.test()
    assert form.error("auth") == _said(
        Unavailable("server_without_tls", database="auth", host="127.0.0.1")
    )


def test_the_two_databases_taken_for_each_other_are_told(form: FirstRunPage, bank: Bank) -> None:
    form.fill(bank.payment_url, bank.auth_url)
    form.test()
    assert form.error("auth") == form.error("payment")
    assert form.error("auth").startswith("This is the other one of the bank's two databases.")


@pytest.mark.parametrize(
    ("revision", "part"), [("0001", "is older than"), ("9999", "is newer than")]
)
def test_another_version_is_told(form: FirstRunPage, bank: Bank, revision: str, part: str) -> None:
    with bank.as_owner("payment") as owner:
        owner.execute("UPDATE private.alembic_version SET version_num = %s", [revision])
    form.fill(bank.auth_url, bank.payment_url)
    form.test()
    assert f"The payment database {part} this program" in form.error("payment")
    assert form.is_good("auth")


def test_a_database_of_somebody_else_is_told(form: FirstRunPage, bank: Bank) -> None:
    other = bank.auth_owner_url.rpartition("/")[0] + "/postgres"
    form.fill(other, bank.payment_url)
    form.test()
    assert form.error("auth").startswith("The sign-in database has not been set up.")


def test_what_is_no_postgres_is_told(form: FirstRunPage, bank: Bank) -> None:
    with _listening(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        form.fill(f"postgresql://{STATION}@127.0.0.1:{port}/auth", bank.payment_url)
        form.test()
    assert form.error("auth").startswith(f"What answers at 127.0.0.1, port {port}, is no Postgres")


def test_a_test_that_hangs_can_be_cancelled_and_nothing_is_lost(
    form: FirstRunPage, bank: Bank, qtbot: QtBot, window: MainWindow
) -> None:
    with _listening(None) as port:
        form.fill(f"postgresql://{STATION}@127.0.0.1:{port}/auth", bank.payment_url)
        form.press_test()
        assert form.is_trying()
        assert not find(window, QPushButton, "first_run.test").isEnabled()
        form.cancel()
        assert not form.is_trying()
        assert find(window, QPushButton, "first_run.test").hasFocus()
        assert form.address("payment") == bank.payment_url
        assert form.error("auth") == ""
        form.fill(bank.auth_url, bank.payment_url)
        form.test()
    assert form.can_save()


def test_an_address_changed_after_a_good_test_is_tried_again(
    form: FirstRunPage, bank: Bank
) -> None:
    form.fill(bank.auth_url, bank.payment_url)
    form.test()
    assert form.can_save()
    form.fill(bank.auth_url, bank.payment_url, password="another")
    assert not form.can_save()
    assert not form.is_good("auth")


# A good one


def test_good_addresses_are_kept_without_passwords_and_lead_to_the_sign_in(
    form: FirstRunPage, bank: Bank, home: Path, login: LoginPage, opening: Opening
) -> None:
    bank.add_customer("Salma Hassan", "salma@demo.eg", balance=10)
    home.mkdir()
    (home / "settings.toml").write_text('log = "debug"\n')
    form.fill(bank.auth_url, _without_password(bank.payment_url), password=STATION_PASSWORD)
    form.test()
    assert form.is_good("auth")
    assert form.is_good("payment")
    assert form.warning("auth") == ""
    form.save()
    login.wait_for_connection("Connected")
    assert opening.has_bank
    login.sign_in("salma@demo.eg", PASSWORD)
    kept = (home / "settings.toml").read_text()
    assert STATION_PASSWORD not in kept
    assert "station%20one" not in kept
    told = app_settings.load(environment={"INSTAPAY_HOME": str(home)})
    assert told.auth_url == _without_password(bank.auth_url)
    assert told.payment_url == _without_password(bank.payment_url)
    assert told.listen_url is None
    assert told.is_log_verbose
    for name in ("settings.toml", "credentials.toml"):
        assert stat.S_IMODE((home / name).stat().st_mode) == 0o600
    assert STATION_PASSWORD in (home / "credentials.toml").read_text()


def test_a_keyring_is_used_where_there_is_one(
    connecting: Connecting, bank: Bank, home: Path, form: FirstRunPage, qtbot: QtBot
) -> None:
    keyring.set_keyring(KeyringInFile())
    form.fill(bank.auth_url, bank.payment_url, listen=bank.payment_url)
    form.test()
    form.save()
    qtbot.waitUntil(lambda: connecting.settings.has_urls)
    assert not (home / "credentials.toml").exists()
    assert connecting.settings.listen_url == _without_password(bank.payment_url)
    assert not [each for each in connecting.check(connecting.known()) if each.error is not None]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    form: FirstRunPage, bank: Bank, home: Path, window: MainWindow, qtbot: QtBot
) -> None:
    home.write_text("a file in its place")
    form.fill(_without_password(bank.auth_url), bank.payment_url, password=STATION_PASSWORD)
    form.test()
    form.save()
    error = find(window, QWidget, "first_run.error")
    qtbot.waitUntil(error.isVisible)
    assert "cannot be written" in plain(error.accessibleName())
    assert form.address("payment") == bank.payment_url


# Later


def test_a_failed_start_leads_to_the_addresses_and_back(
    window: MainWindow, connecting: Connecting, bank: Bank, qtbot: QtBot
) -> None:
    bare = _without_password(bank.auth_url)
    connecting.settings = Settings(home=connecting.settings.home, auth_url=bank.auth_url,
                                   payment_url=bank.payment_url)  # fmt: skip
    window.show_startup_failure(Unavailable("server_unreachable", database="auth"))
    start = WindowPage(qtbot, window)
    start.change_addresses()
    page = FirstRunPage(qtbot, window)
    qtbot.waitUntil(lambda: page.address("auth") == bare)
    assert page.address("payment") == _without_password(bank.payment_url)
    page.back()
    assert "cannot be reached" in start.startup_failure()


def test_the_language_can_be_switched_with_half_an_address_typed(
    form: FirstRunPage, window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    form.fill("postgresql://a@b", "")
    spoken = LanguagePage(qtbot, window)
    spoken.switch("first_run")
    assert spoken.is_mirrored()
    assert form.address("auth") == "postgresql://a@b"
    assert "الاتصال ببنكك" in spoken.texts()
    letters = spoken.alt_letters()
    assert len(letters) == len(set(letters)) == 6
