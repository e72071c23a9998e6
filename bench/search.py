"""How long staff wait for a search among 100,000 customers, from the service's call to its answer."""

from __future__ import annotations

import random
import statistics
import time
from typing import TYPE_CHECKING
from uuid import uuid4

from app.provisioning.demo_people import PASSWORD
from app.provisioning.ledger_load import LoadedPerson, load_people
from bench.reporting import WANTED, Figure, rounded
from bench.server import bench_server
from services import passwords
from services.bank import open_services

if TYPE_CHECKING:
    from bench.server import BenchServer
    from services.customers import CustomerService

CUSTOMERS = 100_000
SEARCHES = 200
ROUNDS = 3
_TELLER = "bench-teller@load.invalid"
#: Two given names and a family name each: few of them, so common beginnings find thousands.
_GIVEN = (
    "Mohamed Ahmed Mahmoud Mostafa Ali Omar Youssef Karim Hassan Hussein Mona Salma Nour Aya Fatma Heba "
    "Mariam Sara Nadia Dina محمد أحمد محمود مصطفى علي عمر يوسف كريم حسن حسين منى سلمى نور آية فاطمة هبة"
)
_FAMILY = (
    "Adel Samir Nabil Farouk Said Fathy Gamal Ragab Shaker Zaki Hamdy Lotfy Mansour Rashad Sabry Tawfik "
    "Wahba Younes Amin Bakr Darwish Ezzat Fouad Ghanem Helmy Ismail Kamel Labib Morsi Naguib Osman Qasem"
)
_GIVEN_NAMES, _FAMILY_NAMES = tuple(_GIVEN.split(" ")), tuple(_FAMILY.split(" "))


def customer_search_p95() -> dict[str, Figure]:
    """Search for beginnings of names as somebody types them; no peer, a bound in ms."""
    with bench_server() as server:
        _load(server)
        services = open_services(
            lambda: server.auth_url, lambda: server.payment_url, server.folder / "outbox"
        )
        try:
            services.identity.sign_in(email=_TELLER, password=PASSWORD)
            _measure(services.customers, _chance(1))
            runs = [_measure(services.customers, _chance(at)) for at in range(ROUNDS)]
        finally:
            services.close()
    limit_ms = WANTED["customer_search_p95"].must
    return {
        "customer_search_p95": Figure(
            value=rounded(statistics.median(runs)),
            unit="ms",
            peer=f"none; at most {limit_ms:g} ms",
            ratio=None,
            runs=[[rounded(each) for each in runs], []],
        )
    }


def _load(server: BenchServer) -> None:
    chance = _chance(0)
    names = [
        f"{chance.choice(_GIVEN_NAMES)} {chance.choice(_GIVEN_NAMES)} {chance.choice(_FAMILY_NAMES)}"
        for _ in range(CUSTOMERS)
    ]
    with server.as_owner("payment") as cursor:
        cursor.execute(
            "INSERT INTO public.holders (user_id, full_name, stated_at)"
            " SELECT gen_random_uuid(), n, 0 FROM unnest(%s::text[]) AS n",
            (names,),
        )
        cursor.execute("SELECT count(*) FROM public.holder_words")
        (words,) = cursor.fetchone()
        assert words > CUSTOMERS
    password_hash = passwords.new_hash(passwords.check_new(PASSWORD))
    teller = LoadedPerson(uuid4(), _TELLER, password_hash, "Bench Teller", "TELLER")
    with server.as_owner("auth") as cursor:
        load_people(cursor, [teller])
    server.vacuum()


def _measure(customers: CustomerService, chance: random.Random) -> float:
    """Return the 95th percentile of the waits, ms."""
    waits = []
    for _ in range(SEARCHES):
        text = _typed(chance)
        began = time.perf_counter()
        customers.find(text=text)
        waits.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(waits, n=20)[-1]


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (the same names and searches each time)


def _typed(chance: random.Random) -> str:
    """Return one, two or three words, each as far as it is typed: from two letters on."""
    words = [chance.choice(_GIVEN_NAMES), chance.choice(_FAMILY_NAMES), chance.choice(_GIVEN_NAMES)]
    wanted = words[: chance.randint(1, 3)]
    return " ".join(word[: chance.randint(2, len(word))] for word in wanted)
