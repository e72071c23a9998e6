"""A keyring of the tests' own: `PYTHON_KEYRING_BACKEND=tests.keyring_in_file.KeyringInFile`."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class KeyringInFile(KeyringBackend):
    """Keeps passwords in the file that `INSTAPAY_TEST_KEYRING` names."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def get_password(self, service: str, username: str) -> str | None:
        return self._known().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        known = self._known() | {f"{service} {username}": password}
        self._path().write_text(json.dumps(known))

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError(f"{service} {username}")

    def _known(self) -> dict[str, str]:
        path = self._path()
        return dict(json.loads(path.read_text())) if path.exists() else {}

    @staticmethod
    def _path() -> Path:
        return Path(os.environ["INSTAPAY_TEST_KEYRING"])
