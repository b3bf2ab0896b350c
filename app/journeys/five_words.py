"""Five words for a lock that also holds when the whole phone is copied; the phone chooses them, not the person."""

from __future__ import annotations

from app.domain.locks import LEAST, WORDS
from app.i18n import N_
from app.ports import Ports, Refusal

LIST = "words/da.txt"
CHOICES = 2048
"""Eleven bits a word, 55 in all; a power of two, so that chance prefers none."""


async def five_words(ports: Ports) -> str:
    """Fresh ones, a blank between them. The list is a file of its own, read only now."""
    try:
        words = (await ports.platform.asset(LIST)).decode().split()
    except OSError as no:
        raise Refusal(N_("The words cannot be fetched now. Nothing is lost: try again later.")) from no
    chance = ports.provider.random(2 * LEAST[WORDS])
    return " ".join(words[int.from_bytes(chance[at : at + 2]) % CHOICES] for at in range(0, len(chance), 2))
