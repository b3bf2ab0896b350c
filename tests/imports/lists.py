"""Lists of people who do not exist, as Danish offices would hand them over: made here, in any dialect and encoding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

HEADING = ("Navn", "Telefon", "Adresse", "Sprog", "Kontaktdato", "Opfølgning", "Kanal", "Resultat", "Bemærkning")

PEOPLE = (
    (
        "Søren Ærøskøbing",
        "20 30 40 50",
        "Egeparken 12, 2. tv",
        "dansk",
        "03-09-2026",
        "",
        "dør",
        "talte med",
        "Vil gerne ses.",
    ),
    (
        "Åse Bjørk",
        "+45 21314151",
        "Birkehaven 4",
        "dansk",
        "2026-09-04",
        "2026-12-01",
        "café",
        "interesseret",
        "Har æbler; to slags",
    ),
    (
        "Fatma Yılmaz",
        "22 32 42 52",
        "Egeparken 14, st. th",
        "tyrkisk",
        "5.9.2026",
        "01-12-2026",
        "gade",
        "ikke nu",
        "Ringer selv.\nHelst efter kl. 16,\nikke om fredagen.",
    ),
    (
        "José Núñez",
        "0045 23 33 43 53",
        "Egeparken 16, 1. mf",
        "spansk",
        "06/09/2026",
        "",
        "telefon",
        "ikke hjemme",
        'Kaldes "Pepe"',
    ),
    ("Jørgen Ølgaard", "24344454", "Birkehaven 9", "dansk", "07-09-2026", "", "henvist", "talte med", ""),
)
"""Every way of writing a day, a telephone and a remark; Fatma's name needs Unicode."""

DANISH = tuple(person for person in PEOPLE if "ı" not in person[0])
"""Those that cp1252 can write."""


def written(
    rows: Iterable[Sequence[str]],
    *,
    heading: Sequence[str] | None = HEADING,
    encoding: str = "utf-8",
    delimiter: str = ";",
    newline: str = "\r\n",
    quote_all: bool = False,
) -> bytes:
    """The file: a heading and rows."""
    paper = io.StringIO(newline="")
    writer = csv.writer(
        paper, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    )
    writer.writerows([heading, *rows] if heading else rows)
    return paper.getvalue().encode(encoding)


def many(count: int) -> list[tuple[str, ...]]:
    """`count` different people."""
    return [_one(n) for n in range(count)]


def few(count: int) -> list[tuple[str, ...]]:
    """Name, telephone and address of `count` people whom ASCII can write."""
    first = (
        *("Hassan", "Fatma", "Ali", "Mette", "Lene", "Hanne", "Maria", "Amina"),
        *("Yusuf", "Omar", "Layla", "Karin", "Peter", "Jens", "Hodan", "Sahra"),
    )
    names = [f"{first[n * 5 % 16]} {first[(n * 7 + 3) % 16]}" for n in range(1, count + 1)]
    return [(name, f"{20_000_000 + n}", f"Egeparken {n % 99}") for n, name in enumerate(names, 1)]


def _one(n: int) -> tuple[str, ...]:
    first = ("Søren", "Åse", "Hassan", "Amina", "Jørgen")[n % 5]
    met_on = f"{n % 28 + 1:02d}-{n % 9 + 1:02d}-2026"
    note = f"Nr. {n}: vil høre mere\nom cafeen."
    where = f"Egeparken {n % 90}, {n % 9}. tv"
    return (f"{first} Prøve {n}", f"{20_000_000 + n}", where, "dansk", met_on, "", "dør", "talte med", note)
