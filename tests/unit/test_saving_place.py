"""Where the dialog that asks for a place begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.components.saving import place
from ui.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This computer's folder for documents, which need not be there."""
    found = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(found))
    return found


def test_it_begins_where_the_last_file_went(preferences: Preferences, documents: Path) -> None:
    last = documents.parent / "last"
    last.mkdir()
    place.keep_folder(preferences, "export/folder", last / "x.pdf")
    assert place.folder(preferences, "export/folder") == last
    # Each kind of file has a place of its own.
    assert place.folder(preferences, "bulk/folder") == Path.home()


@pytest.mark.parametrize("kept", ["", "gone"])
def test_without_a_last_one_it_begins_among_documents(
    preferences: Preferences, documents: Path, kept: str
) -> None:
    documents.mkdir()
    preferences.set_text("export/folder", kept and str(documents.parent / kept))
    assert place.folder(preferences, "export/folder") == documents


def test_without_such_a_folder_it_begins_at_home(preferences: Preferences, documents: Path) -> None:
    assert not documents.exists()
    assert place.folder(preferences, "export/folder") == Path.home()
