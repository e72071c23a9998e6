"""What program this is: versions, licences, whom it is connected to, where its logs are."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import bidi, tasks, theme
from ui.widgets.button import button
from ui.widgets.facts import NOTHING, Facts
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from pathlib import Path

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.connection import Server

_DEADLINE_S = 5.0
#: Characters that fit in a line beside a name.
_LONG = 44
#: Names and licences as their makers write them: nothing to translate.
_LICENCES = (
    "Mini-InstaPay (MIT), Qt and PySide6 (LGPL 3), PostgreSQL (PostgreSQL License), psycopg2 (LGPL 3),"
    " SQLAlchemy, alembic, keyring, platformdirs (MIT), bcrypt (Apache 2.0), IBM Plex (OFL 1.1)"
)


class AboutDialog(PlateDialog):
    """Versions at once, and the servers as soon as they have been asked.

    Signals:
        logs_wanted(): show the folder of logs.

    """

    logs_wanted = Signal()

    def __init__(self, services: Services | None, log_folder: Path | None, parent: QWidget) -> None:
        super().__init__("Mini-InstaPay", parent, width=theme.Control.FORM)
        self.setObjectName("about")
        self._facts = Facts("about")
        self._tell("version", self.tr("Version"), _own_version())
        self._tell("qt", "Qt · PySide6 · Python", _runtime())
        if services is not None:
            for key, name in self._servers_rows().items():
                self._tell(key, name, self.tr("One moment …"))
        if log_folder is not None:
            self._tell("logs", self.tr("Logs"), str(log_folder))
        self.body.addWidget(self._facts)
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(label(self.tr("Licences"), "field"))
        self.body.addWidget(label(bidi.ltr(_LICENCES), "caption", wraps=True))
        self._add_buttons(has_logs=log_folder is not None)
        if services is not None:
            tasks.run(
                self,
                services.connection.servers,
                on_success=self._on_servers,
                on_failure=self._on_failure,
                deadline_s=_DEADLINE_S,
            )

    def _databases(self) -> dict[str, str]:
        return {"auth": self.tr("Sign-in database"), "payment": self.tr("Payment database")}

    def _servers_rows(self) -> dict[str, str]:
        return {**self._databases(), "postgres": "PostgreSQL"}

    def _add_buttons(self, *, has_logs: bool) -> None:
        copy = button(self.tr("&Copy"), icon="copy")
        copy.setObjectName("about.copy")
        copy.clicked.connect(self._on_copy)
        self.add_button(copy)
        if has_logs:
            logs = button(self.tr("Open the folder of &logs"))
            logs.setObjectName("about.open_logs")
            logs.clicked.connect(self.logs_wanted)
            self.add_button(logs)
        close = button(self.tr("Close"), "primary")
        close.setObjectName("about.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.add_button(close)
        close.setFocus()

    def _tell(self, key: str, name: str, value: str) -> None:
        self._facts.tell(key, name, bidi.own(value), wraps=len(value) > _LONG)

    def _on_servers(self, servers: tuple[Server | None, ...]) -> None:
        for (key, name), server in zip(self._databases().items(), servers, strict=True):
            self._tell(key, name, self._place(server))
        versions = sorted({server.version for server in servers if server is not None})
        self._tell("postgres", "PostgreSQL", " · ".join(versions) or NOTHING)

    def _place(self, server: Server | None) -> str:
        if server is None:
            return self.tr("cannot be reached")
        place = bidi.ltr(f"{server.host}:{server.port}")
        if not server.is_encrypted:
            return place
        return self.tr("{server}, encrypted").format(server=place)

    def _on_failure(self, _error: InstaPayError) -> None:
        self._on_servers((None, None))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(bidi.plain(self._facts.text()))


def _own_version() -> str:
    try:
        return metadata.version("mini-instapay")
    except metadata.PackageNotFoundError:
        return "?"


def _runtime() -> str:
    from PySide6.QtCore import qVersion  # noqa: PLC0415 (used here alone)

    return f"{qVersion()} · {PySide6.__version__} · {platform.python_version()}"
