"""Which texts of ours a person records with her own voice: of the mentee's face, the first start, safety, the door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from app.i18n.protected import SAID_TO_HER

POT = Path(__file__).resolve().parents[2] / "locales" / "app.pot"
NAME = "prompts.json"

SPOKEN = (
    "app/domain/text_sizes.py",
    "app/i18n/everywhere.py",
    "app/views/asking.py",
    "app/views/how_much.py",
    "app/views/letter/",
    "app/views/letter_words.py",
    "app/views/more/protected.py",
    "app/views/more/spoken.py",
    "app/views/plan_words.py",
    "app/views/practice/book.py",
    "app/views/practice/can_now.py",
    "app/views/practice/demonstration.py",
    "app/views/practice/ended.py",
    "app/views/practice/missions.py",
    "app/views/practice/practise.py",
    "app/views/start/first.py",
    "app/views/start/names.py",
    "app/views/start/pictures.py",
    "app/views/start/unlock.py",
    "app/views/strength_words.py",
    "app/views/way_words.py",
)
"""Where they stand, beside what is SAID_TO_HER of consent, rights and safety. What has a blank, or a number, is said
by the device: nobody can record all names and days.
"""

SPOKEN_TOO = frozenset(
    (
        *("Good", "So-so", "Hard"),
        *("In a shared language", "An interpreter was there", "An interpreter by phone", "A grown-up of the family"),
        "A child helped",
        *("What shall it be called on your phone?", "Do you both see the same four?"),
        "Everything is on the server, sealed. Nobody there can read it.",
        "All you wrote is on the server, sealed. Nobody there can read it. Photos are on their way.",
        *("Sync now", "Language", "Look", "As the phone", "Light", "Dark"),
    )
)
"""Of her face, among words for those who work here: how a week was, who told her what she is asked, two
questions of her first start, and what her settings say."""


@cache
def prompts() -> tuple[str, ...]:
    """In English, in the order of the code: from the catalogue in a working tree, else as shipped."""
    if POT.exists():
        return tuple(gathered_prompts())
    shipped = resources.files("app.i18n.compiled") / NAME
    return tuple(json.loads(shipped.read_text("utf-8"))) if shipped.is_file() else ()


def gathered_prompts() -> Iterator[str]:
    """Only in a working tree: Babel's message tools are not shipped to phones."""
    from babel.messages.pofile import read_po

    with POT.open("rb") as stream:
        for message in read_po(stream):
            files = [file for file, _ in message.locations]
            whole = isinstance(message.id, str) and message.id and "%(" not in message.id
            if whole and (message.id in SAID_TO_HER | SPOKEN_TOO or any(file.startswith(SPOKEN) for file in files)):
                yield str(message.id)
