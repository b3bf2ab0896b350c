"""A language that does not travel with our code: fetched when somebody chooses it, kept by the page from then on."""

from __future__ import annotations

from app.i18n import N_, language_named
from app.i18n.catalogue import catalogue, learn
from app.ports import Ports, Refusal

NOT_HERE = N_("This language is not on the phone yet. Choose it once when there is a connection.")


async def fetch(ports: Ports, *, code: str) -> None:
    """That language is on this device. Refused when it is not and cannot be had."""
    language = language_named(code)
    if catalogue(language.code) is None:
        try:
            packed = await ports.platform.asset(f"languages/{language.code}.zip")
        except OSError as no:
            raise Refusal(NOT_HERE) from no
        learn(language.code, packed)
