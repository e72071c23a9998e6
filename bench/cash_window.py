"""A window for `bench.cash`: takes cash in by Enter, and tells when each receipt has been painted.

`python -m bench.cash_window AUTH_URL PAYMENT_URL EMAIL CUSTOMER_ID HOW_MANY`

One cash-in after the other: the keys of the amount and of the identification are pressed, and the time
runs from the Enter that sends until the receipt's own paint has gone through. In turn with each, the
bare call is timed (`api.cash` in one round trip on this process's own connection), which is the peer.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.provisioning.demo_people import PASSWORD
from services.bank import open_services
from services.values.identifiers import new_uuid7
from ui import theme
from ui.components.cash import cash_in
from ui.components.cash.receipt_panel import ReceiptPanel
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.bank import Services
    from ui.components.cash import ServeForm

_AMOUNT = "10"
_SIZE = (360, 640)


class _Painted(QObject):
    """Calls back behind the first paint of the receipt after it has another number."""

    def __init__(self, panel: ReceiptPanel, on_painted: Callable[[], None]) -> None:
        super().__init__(panel)
        self._panel = panel
        self._on_painted = on_painted
        self._seen: UUID | None = None
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paints of the panel only."""
        slip = self._panel.slip
        if event.type() is QEvent.Type.Paint and slip is not None and slip.id != self._seen:
            self._seen = slip.id
            # Behind the paint events of what is in it.
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)


class Till:
    """Takes cash in until so many receipts were painted, then prints what it took and ends."""

    def __init__(self, services: Services, customer_id: UUID, count: int, home: Path) -> None:
        self._services = services
        self._count = count
        self._ours: list[float] = []
        self._peer: list[float] = []
        self._identity = services.customers.identity(user_id=customer_id)
        self._accounts = services.customers.accounts(user_id=customer_id)
        self._account_id = self._accounts[0].account.id
        self._form: ServeForm = cash_in(services, Preferences(home / "desktop.ini"))
        self._window = QWidget()
        QHBoxLayout(self._window).addWidget(self._form)
        self._window.resize(*_SIZE)
        panel = self._form.told.findChild(ReceiptPanel)
        assert panel is not None
        self._probe = _Painted(panel, self._on_painted)
        self._began = 0.0

    def start(self) -> None:
        """Show the window and take the first one in."""
        self._window.show()
        self._window.activateWindow()
        QTimer.singleShot(0, self._take)

    def _take(self) -> None:
        self._form.begin(self._identity, self._accounts, None)
        fields = self._form.fields
        QTest.keyClicks(fields.amount_edit, _AMOUNT)
        QTest.keyClick(fields.amount_edit, Qt.Key.Key_Return)
        QTest.keyClick(fields.identification, Qt.Key.Key_Down)
        self._began = time.perf_counter()
        QTest.keyClick(fields.note_field.edit, Qt.Key.Key_Return)

    def _on_painted(self) -> None:
        self._ours.append((time.perf_counter() - self._began) * 1000)
        self._peer.append(self._bare_call_ms())
        if len(self._ours) < self._count:
            QTimer.singleShot(0, self._take)
            return
        print(json.dumps({"ours": self._ours, "peer": self._peer}), flush=True)
        QApplication.quit()

    def _bare_call_ms(self) -> float:
        access, payment = self._services.counter._access, self._services.counter._payment  # noqa: SLF001 (the call alone)
        token = access.token()
        arguments = (str(new_uuid7()), "CASH_IN", str(self._account_id), _AMOUNT, "EGP", "seen", "")
        began = time.perf_counter()
        payment.call("cash", token, *arguments)
        return (time.perf_counter() - began) * 1000


def main() -> None:
    """Sign in, open the customer, take cash in, print, end."""
    auth_url, payment_url, email, customer_id, count = sys.argv[1:]
    home = Path(os.environ["INSTAPAY_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    theme.prepare()
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.Scheme.LIGHT)
    services = open_services(lambda: auth_url, lambda: payment_url, home / "outbox")
    services.identity.sign_in(email=email, password=PASSWORD)
    services.customers.open(user_id=UUID(customer_id), reason="bench")
    till = Till(services, UUID(customer_id), int(count), home)
    till.start()
    app.exec()
    services.close()


if __name__ == "__main__":
    main()
