from __future__ import annotations

from typing import TYPE_CHECKING

from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a home with blanks, é" / "desktop.ini"
    first = Preferences(path)
    first.set_flag("hide_amounts", True)
    first.set_text("window/theme", "dark")
    first.set_text("odd", 'a, "b"; c=1\nمنى')
    first.set_blob("window/geometry", bytes(range(256)))
    first.save()
    again = Preferences(path)
    assert again.flag("hide_amounts")
    assert again.text("window/theme") == "dark"
    assert again.text("odd") == 'a, "b"; c=1\nمنى'
    assert again.blob("window/geometry") == bytes(range(256))


def test_what_was_never_kept_is_its_default(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "desktop.ini")
    assert preferences.flag("x") is False
    assert preferences.flag("x", default=True) is True
    assert preferences.text("x", "y") == "y"
    assert preferences.blob("x") == b""


def test_a_spoilt_file_gives_defaults(tmp_path: Path) -> None:
    path = tmp_path / "desktop.ini"
    path.write_bytes(b"[window\ngeometry=@Invalid()\x00\xff\nhide_amounts=perhaps\n")
    preferences = Preferences(path)
    assert preferences.flag("hide_amounts") is False
    assert preferences.text("window/theme", "system") == "system"
    assert preferences.blob("window/geometry") == b""


def test_a_folder_that_cannot_be_written_costs_only_the_preferences(tmp_path: Path) -> None:
    # A file where the folder should be stops root too.
    (tmp_path / "home").write_text("")
    preferences = Preferences(tmp_path / "home" / "desktop.ini")
    preferences.set_flag("hide_amounts", True)
    preferences.save()
    assert preferences.flag("hide_amounts")
