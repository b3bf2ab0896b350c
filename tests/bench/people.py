"""Made-up people in the mix of languages that a Danish housing area has; the same ones at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

GIVEN = ("Amina", "Åse", "Søren", "Fatıma", "Nguyễn", "Олена", "أمينة", "Yusuf", "José", "Hodan", "Zeynep", "Ali", "Bo")
FAMILY = (
    "Hansen",
    "Østergård",
    "Yılmaz",
    "Abdi",
    "الحسن",
    "Sørensen",
    "Koç",
    "Nguyen",
    "Шевченко",
    "Ægidius",
    "Warsame",
)
STREETS = ("Bispehaven", "Gellerupparken", "Møllevangen", "Ørebrovej", "Åbyhøjgård", "Vollsmose Allé")
NOTE = (
    "talked at the door about language café Thursdays she would like to come with her sister children school youngest "
    "homework help job letter from municipality did not understand call again after holidays husband works nights bus "
    "neighbour football club mother tongue lessons swimming women evening interested shy laughed coffee hallway stairs"
)


def contacts(how_many: int, seed: int = 8) -> Iterator[dict[str, Any]]:
    """Fields of a Contact: name, phone, address, language, and a note of 300 to 600 letters."""
    chance = random.Random(seed)
    for number in range(how_many):
        yield {
            "name": f"{chance.choice(GIVEN)} {chance.choice(FAMILY)} {number}",
            "phone": f"{chance.randrange(20_000_000, 99_999_999)}",
            "address": f"{chance.choice(STREETS)} {chance.randrange(1, 200)}, {chance.randrange(5)}. tv",
            "language": chance.choice(("da", "ar", "tr", "so", "uk", "vi")),
            "note": " ".join(chance.choices(NOTE.split(), k=chance.randrange(50, 100))),
        }
