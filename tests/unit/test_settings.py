from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import settings
from services.errors import SettingsInvalid

if TYPE_CHECKING:
    from pathlib import Path

_A, _B, _C = ("postgresql://station@one/a", "postgresql://station@two/b", "postgres://three/c")


def test_flag_wins_over_environment_over_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        f'auth_url = "{_C}"\npayment_url = "{_C}"\nlog = "debug"\n'
    )
    environment = {"INSTAPAY_HOME": str(tmp_path), "INSTAPAY_PAYMENT_URL": _B}
    told = settings.load(auth_url=_A, environment=environment)
    assert (told.auth_url, told.payment_url, told.is_log_verbose) == (_A, _B, True)
    assert told.has_urls
    told = settings.load(environment=environment | {"INSTAPAY_LOG": "info"})
    assert (told.auth_url, told.payment_url, told.is_log_verbose) == (_C, _B, False)


def test_nothing_told_means_no_bank(tmp_path: Path) -> None:
    told = settings.load(environment={"INSTAPAY_HOME": str(tmp_path / "not made yet")})
    assert not told.has_urls
    assert told.home == tmp_path / "not made yet"
    assert not told.home.exists()


def test_home_without_a_word_is_the_persons_own() -> None:
    assert settings.load(environment={}).home.name == "mini-instapay"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("auth_url = ", "settings.toml"),
        (b"\xff\xfe", "settings.toml"),
        ('colour = "red"', "colour"),
        ('auth_url = "http://bank"\npayment_url = "http://bank"', "auth_url"),
        ("auth_url = 5\npayment_url = 6", "auth_url"),
        (f'auth_url = "{_A}"', "payment_url"),
        (f'payment_url = "{_A}"', "auth_url"),
    ],
)
def test_file_that_cannot_be_used_is_named(tmp_path: Path, text: str | bytes, name: str) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "settings.toml").write_bytes(content)
    with pytest.raises(SettingsInvalid) as caught:
        settings.load(environment={"INSTAPAY_HOME": str(tmp_path)})
    assert str(caught.value.data["name"]).endswith(name)


def test_urls_do_not_show_in_a_log(tmp_path: Path) -> None:
    told = settings.load(auth_url=_A, payment_url=_B, environment={"INSTAPAY_HOME": str(tmp_path)})
    assert "station" not in repr(told)
