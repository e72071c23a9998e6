"""A session that ends by itself brings the sign-in back, on whichever screen, and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.ui.session.conftest import EMAIL

if TYPE_CHECKING:
    from services.bank import Services
    from tests.pages.login import LoginPage
    from tests.pages.transfer import TransferPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow


@pytest.mark.parametrize("screen", ["accounts", "transfer", "notifications", "settings"])
def test_the_form_is_kept_and_the_screen_comes_back(
    *,
    signed_in: MainWindow,
    elsewhere: Services,
    page: WindowPage,
    transfer: TransferPage,
    login: LoginPage,
    screen: str,
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "75.50", "lunch")
    page.go_to(screen)
    elsewhere.sessions.end_others()
    signed_in.refresh()
    login.wait()
    assert login.notice().startswith("Your session has ended.")
    assert login.email() == EMAIL
    login.sign_in(EMAIL, PASSWORD)
    page.wait_for_screen(screen)
    page.go_to("transfer")
    transfer.wait_for_form()
    assert (transfer.text("to"), transfer.text("amount"), transfer.text("note")) == (
        "karim@instapay",
        "75.50",
        "lunch",
    )
