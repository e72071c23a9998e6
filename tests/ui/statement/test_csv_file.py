"""A CSV file holds exactly what the filter lets through, in a form that programs agree on."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.values.history import Direction
from tests.ui.statement.conftest import DAYS_AGO, UGLY_NOTES, hold, pay
from ui import csv_text
from ui.components.saving import LeftOff, Progress
from ui.components.statement import csv_file

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.ui.statement.conftest import MakeWanted
    from ui.components.statement import Source, Wanted


def written(source: Source, wanted: Wanted) -> bytes:
    file = io.BytesIO()
    csv_file.write(file, source, wanted, Progress())
    return file.getvalue()


def rows(source: Source, wanted: Wanted) -> list[dict[str, str]]:
    text = written(source, wanted).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_column_a_fact(
    source: Source, wanted: MakeWanted, services: Services, salma: Customer
) -> None:
    payment, outcome = pay(services, "250.50", "note, with comma")
    newest = rows(source, wanted())[0]
    at = outcome.decided_at.astimezone()
    assert newest == {
        "Date": f"{at:%Y-%m-%d}",
        "Time": f"{at:%H:%M:%S}",
        "Status": "Posted",
        "Kind": "Transfer",
        "Name": "منى أ••••",
        "Note": "note, with comma",
        "Amount": "-250.50",
        "Fee": "-0.50",
        "Total": "-251.00",
        "Currency": "EGP",
        "Balance": "679.00",
        "Reason": "",
        "Waits until": "",
        "Reference": str(payment.id),
        "IBAN": salma.iban,
    }


def test_newest_first_and_it_adds_up(source: Source, wanted: MakeWanted) -> None:
    found = rows(source, wanted())
    assert len(found) == 1 + len(UGLY_NOTES)
    assert [each["Date"] for each in found] == sorted(
        (each["Date"] for each in found), reverse=True
    )
    assert sum(Decimal(each["Total"]) for each in found) == Decimal(found[0]["Balance"]) == 930
    assert found[-1]["Kind"] == "Opening balance"
    assert found[-1]["Name"] == "The bank"


def test_its_form_is_that_of_rfc_4180(source: Source, wanted: MakeWanted) -> None:
    data = written(source, wanted())
    assert data.startswith(b"\xef\xbb\xbfDate,Time,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 2 + len(UGLY_NOTES)
    assert b'"a ""quoted"", one"' in data


def test_no_cell_of_words_is_a_formula(source: Source, wanted: MakeWanted) -> None:
    notes = {each["Note"] for each in rows(source, wanted())}
    assert {
        '\'=HYPERLINK("http://x","y")',
        "'-1+1",
        "'@SUM(1)",
        "' +1",
        "plain",
        "إيجار نوفمبر 11/2026",
    } <= notes


@given(st.text(max_size=6))
def test_a_formula_is_always_told_apart(text: str) -> None:
    cell = csv_text.text_cell(text)
    assert cell in {text, f"'{text}"}
    assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert cell.lstrip()[:1] not in set("=+-@＝＋－＠")


def test_it_holds_what_the_filter_lets_through(
    source: Source, wanted: MakeWanted, services: Services, bank: Bank, salma: Customer
) -> None:
    pay(services, "5000", "too much")
    hold(bank, salma, "100", "held for later")
    assert [each["Note"] for each in rows(source, wanted(text="plain"))] == ["plain"]
    assert [each["Kind"] for each in rows(source, wanted(direction=Direction.IN))] == [
        "Opening balance"
    ]
    out = rows(source, wanted(direction=Direction.OUT))
    assert [each["Status"] for each in out] == ["Waiting"] + ["Posted"] * len(UGLY_NOTES)
    assert (out[0]["Balance"], out[0]["Total"]) == ("", "-100.50")
    assert datetime.fromisoformat(out[0]["Waits until"]) > datetime.now()  # noqa: DTZ005
    (refused,) = rows(source, wanted(direction=Direction.NOT_MADE))
    assert (refused["Status"], refused["Note"], refused["Balance"]) == ("Refused", "too much", "")
    assert "enough money" in refused["Reason"]
    day = date.today() - timedelta(days=DAYS_AGO - 1)  # noqa: DTZ011
    (one,) = rows(source, wanted(start=day, end=day))
    assert one["Date"] == day.isoformat()


def test_it_leaves_off_when_nobody_waits(source: Source, wanted: MakeWanted) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(LeftOff):
        csv_file.write(io.BytesIO(), source, wanted(), progress)


def test_it_tells_how_far_it_is(source: Source, wanted: MakeWanted) -> None:
    progress = Progress()
    csv_file.write(io.BytesIO(), source, wanted(), progress)
    assert (progress.lines, progress.share) == (1 + len(UGLY_NOTES), 1)
