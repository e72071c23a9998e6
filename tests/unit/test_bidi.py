from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui import bidi


def test_isolates_close_what_they_open() -> None:
    assert bidi.ltr("4,500.00 EGP") == "\u20664,500.00 EGP\u2069"
    assert bidi.own("منى") == "\u2068منى\u2069"


@given(st.text())
def test_text_of_others_cannot_leave_its_isolate(text: str) -> None:
    inside = bidi.own(text)[1:-1]
    assert not set(inside) & set(
        "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c"
    )


@given(st.text())
def test_plain_text_of_an_isolate_is_the_plain_text(text: str) -> None:
    assert bidi.plain(bidi.ltr(text)) == bidi.plain(text)
