"""Who lives in the demo bank. Names and passwords only, so that the window can show them at once."""

from __future__ import annotations

from services.values.people import DemoPerson, Role

#: Public on purpose: the demo bank holds no money and listens on this computer only.
PASSWORD = "instapay-demo"  # noqa: S105

DEMO_PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("Salma Hassan", "salma@demo.eg", PASSWORD),
    DemoPerson("Karim Samir", "karim@demo.eg", PASSWORD),
    DemoPerson("Mona Adel", "mona@demo.eg", PASSWORD),
    DemoPerson("Teller One", "teller@demo.eg", PASSWORD, Role.TELLER),
    DemoPerson("Supervisor One", "supervisor@demo.eg", PASSWORD, Role.SUPERVISOR),
    DemoPerson("Auditor One", "auditor@demo.eg", PASSWORD, Role.AUDITOR),
    DemoPerson("Administrator One", "admin@demo.eg", PASSWORD, Role.ADMIN),
)
