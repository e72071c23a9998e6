"""Values that nobody should send, by type of argument: made again from the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

if TYPE_CHECKING:
    from random import Random


class _Malformed:
    """What Postgres itself must refuse while it reads the argument."""


MALFORMED: Final = _Malformed()


@dataclass(frozen=True)
class Input:
    """An argument as SQL text, and what it is: a number, a moment or a UUID as its text."""

    sql: str
    value: Any


def text(value: str | None) -> Input:
    return Input("NULL::text", None) if value is None else Input(f"{_quoted(value)}::text", value)


def of_type(kind: str, value: str | None) -> Input:
    """Return a well-formed argument of this type."""
    quoted = "NULL" if value is None else _quoted(value)
    return Input(f"{quoted}::{kind}", value)


def array(kind: str, values: list[str | None]) -> Input:
    items = ", ".join("NULL" if each is None else _quoted(each) for each in values)
    return Input(f"ARRAY[{items}]::{kind}[]", values)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _whole(kind: str, numbers: list[str | None], too_large: str) -> list[Input]:
    malformed = [Input(f"'{each}'::{kind}", MALFORMED) for each in ("", "x", "1.5", too_large)]
    return [of_type(kind, each) for each in numbers] + malformed


_MEGABYTE = 1_048_576
_TURNING = [chr(each) for each in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
#: NUL, half of a surrogate pair, a lone byte, a letter in too many bytes: none is UTF-8.
_NOT_UTF8 = [r"E'\x00'", r"E'a\x00b'", r"E'\xED\xA0\x80'", r"E'\xff'", r"E'\xC0\x80'"]
_TEXTS = (
    [text(each) for each in (
        None, "", " ", "\n", "\t", "\x01", "\x1b[2J", "\x7f", "\u0085", "\u200f", "\u200e\u061c", "\ufeff",
        "'; DROP TABLE accounts; --", "%", "_", "\\", "\\x00", "$$", "{}", "null", "NaN", "0", "-1",
        "EGP ", "egp", "ＥＧＰ", "USD", "DEBITS ", "debits", "ALL", "@instapay", "karim@instapay",
        "KARİM@instapay", "a@b.c", "EG00" + "0" * 25, "é" * 140, "e\u0301" * 200, "😀" * 60, "😀" * 201,
        "x" * 60, "x" * 61, "x" * 100, "x" * 141, "x" * 2049, "a.b.c", "..", "....", "e30.e30.e30",
        "W" * 400 + "." + "W" * 400 + ".", "x" * 10_000,
    )]
    + [text(f"a{mark}b") for mark in _TURNING]
    + [Input(f"repeat('x', {_MEGABYTE})", "x" * _MEGABYTE),
       Input(f"repeat(' ', {_MEGABYTE})", " " * _MEGABYTE),
       Input(f"repeat(E'\\u202E', {_MEGABYTE // 3})", "\u202e" * (_MEGABYTE // 3))]
    + [Input(each, MALFORMED) for each in _NOT_UTF8]
)  # fmt: skip
_NUMBERS = [of_type("numeric", each) for each in (
    None, "NaN", "Infinity", "-Infinity", "0", "-0.00", "-0.01", "-1", "0.001", "0.005", "1.005", "1e30",
    "-1e30", "1e-30", "1e-16383", "9e131071", "-9e131071", "9999999999999999.99", "9999999999999999.999",
    "10000000000000000", "99999999999999999999.99", "1.000000", "1.00", "250.75", "1e2", "0.01",
    " 5 ")] + [Input(f"'{each}'::numeric", MALFORMED) for each in (
        "", "abc", "1,5", "١٢", "1e131073", "1 2", "--1", "∞", "0.1.2", "1e")]  # fmt: skip
_COUNTS = [None, "0", "-1", "1", "-2147483648", "2147483647", "1000", "1001"]
_KEYS = [*_COUNTS, "-9223372036854775808", "9223372036854775807"]
_UUIDS = [of_type("uuid", each) for each in (
    None, "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")] + [
    Input(each, MALFORMED) for each in (
        "''::uuid", "'x'::uuid", "'00000000-0000-0000-0000-00000000000'::uuid",
        "'00000000-0000-0000-0000-00000000000g'::uuid", "'null'::uuid",
        f"repeat('0', {_MEGABYTE})::uuid")]  # fmt: skip
_MOMENTS = [of_type("timestamp", each) for each in (
    None, "infinity", "-infinity", "294276-12-31 23:59:59.999999", "4713-01-01 00:00:00 BC", "epoch",
    "1970-01-01", "2000-02-29", "9999-12-31 24:00:00")] + [
    Input(f"'{each}'::timestamp", MALFORMED) for each in (
        "", "x", "294277-01-01", "4715-01-01 BC", "2026-13-45", "2026-02-30", "25:61")]  # fmt: skip
_FLAGS = [of_type("boolean", each) for each in (None, "true", "false")] + [
    Input(f"'{each}'::boolean", MALFORMED) for each in ("", "maybe", "2")]  # fmt: skip
_BYTES = [of_type("bytea", each) for each in (
    None, "", "\\x00", "\\x" + "00" * 31, "\\x" + "00" * 32, "\\x" + "ff" * 32, "\\x" + "00" * 33)] + [
    Input(f"decode(repeat('00', {_MEGABYTE}), 'hex')", "much"),
    *(Input(f"{_quoted(each)}::bytea", MALFORMED) for each in ("\\x0", "\\xzz", "\\9"))]  # fmt: skip
_DAYS = [of_type("date", each) for each in (None, "infinity", "-infinity", "2000-02-29", "epoch")] + [
    Input(f"'{each}'::date", MALFORMED) for each in ("", "x", "2026-02-30", "5874898-01-01")]  # fmt: skip
_OBJECTS = [of_type("jsonb", each) for each in (
    None, "null", "[]", "5", '""', "[1]", '{"200": -1}', '{"200": 1.5}', '{"200": "1"}', '{"200": null}',
    '{"0": 1}', '{"-5": 1}', '{"x": 1}', '{"": 1}', '{"1e3": 1}', '{"0.001": 1}', '{"200": 1000001}',
    '{"200": 1e400}', '{"200": {}}', '{"9999999": 1}')] + [
    Input(f"{_quoted(each)}::jsonb", MALFORMED) for each in ("", "x", "{", '{"a": NaN}', "{1: 1}")]  # fmt: skip
_SCALARS = {
    "date": _DAYS,
    "jsonb": _OBJECTS,
    "text": _TEXTS,
    "numeric": _NUMBERS,
    "uuid": _UUIDS,
    "timestamp without time zone": _MOMENTS,
    "boolean": _FLAGS,
    "bytea": _BYTES,
    "integer": _whole("integer", _COUNTS, "2147483648"),
    "bigint": _whole("bigint", _KEYS, "9223372036854775808"),
}


def each_ugly(kind: str, known: list[str]) -> list[Input]:
    """Return every fixed bad input of this type. Raises KeyError for a type that has none."""
    if not kind.endswith("[]"):
        return _SCALARS[kind] + ([of_type(kind, each) for each in known] if kind == "uuid" else [])
    item = kind.removesuffix("[]")
    return [
        each
        for example in each_ugly(item, known)
        if example.value is not MALFORMED
        for each in _arrays(item, [example])[:4]
    ] + _arrays(item, [of_type(item, None)])


def ugly(kind: str, chance: Random, known: list[str]) -> Input:
    """Return a bad input of this type. `known` are ids that are something else, or somebody else's.

    Raises KeyError for a type that no function had so far: it needs inputs of its own.
    """
    if kind.endswith("[]"):
        return _ugly_array(kind.removesuffix("[]"), chance, known)
    if kind == "uuid" and chance.random() < 0.4:
        return of_type(kind, chance.choice(known))
    if chance.random() < 0.3:
        return _random(kind, chance)
    return chance.choice(_SCALARS[kind])


def _random(kind: str, chance: Random) -> Input:
    if kind == "text":
        return text("".join(_letter(chance) for _ in range(chance.choice((1, 3, 20, 150)))))
    if kind == "numeric":
        sign, places = chance.choice(("", "-")), chance.randrange(-30, 31)
        return of_type(kind, f"{sign}{chance.randrange(10**6)}e{places}")
    if kind == "uuid":
        return of_type(kind, str(UUID(int=chance.getrandbits(128))))
    if kind == "timestamp without time zone":
        year, month = chance.randrange(1, 294277), chance.randrange(1, 13)
        era = chance.choice(("", " BC")) if year < 4700 else ""
        return of_type(kind, f"{year:04}-{month:02}-11 10:11:12.131415{era}")
    if kind == "bytea":
        return of_type(kind, "\\x" + chance.randbytes(chance.randrange(100)).hex())
    return chance.choice(_SCALARS[kind])


def _letter(chance: Random) -> str:
    found = chr(chance.choice((chance.randrange(1, 128), chance.randrange(1, 0x110000))))
    # A lone surrogate cannot be sent: psycopg2 has no bytes for it.
    return "�" if "\ud800" <= found <= "\udfff" else found


def _ugly_array(kind: str, chance: Random, known: list[str]) -> Input:
    items = [ugly(kind, chance, known) for _ in range(chance.choice((1, 2, 3, 5)))]
    items = [each for each in items if each.value is not MALFORMED] or [
        Input(f"NULL::{kind}", None)
    ]
    return chance.choice(_arrays(kind, items))


def _arrays(kind: str, items: list[Input]) -> list[Input]:
    """Return arrays of these: with a null among them, as rows of rows, far too many."""
    listed, values = ", ".join(each.sql for each in items), [each.value for each in items]
    first = items[0].sql
    # Ten thousand megabytes no server would read.
    many = "NULL" if len(values[0] or "") > 1000 else first
    return [
        Input(f"ARRAY[{listed}]::{kind}[]", values),
        Input(f"ARRAY[{listed}, NULL]::{kind}[]", [*values, None]),
        # Rows of rows, also where their number is right.
        Input(f"ARRAY[[{listed}]]::{kind}[]", [values]),
        Input(f"ARRAY[[{listed}], [{listed}]]::{kind}[]", [values, values]),
        Input(f"NULL::{kind}[]", None),
        Input(f"'{{}}'::{kind}[]", []),
        Input(f"ARRAY[[[[[[{first}]]]]]]::{kind}[]", [[[[[values[:1]]]]]]),
        Input(f"array_fill({many}::{kind}, ARRAY[10001])", values[:1] * 2),
        *(
            [Input(f"array_fill({many}::{kind}, ARRAY[100000])", values[:1] * 2)]
            if kind != "text"
            else []
        ),
        Input(f"'{{'::{kind}[]", MALFORMED),
        Input(f"'{{{{1}},{{1,2}}}}'::{kind}[]", MALFORMED),
    ]
