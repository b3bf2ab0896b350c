"""The languages of the app, by their own names: nobody should need to read another one to find hers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is ours and the page's `lang`; `dates` the CLDR locale for days (British English: day before month)."""

    code: str
    own_name: str
    rtl: bool = False
    dates: str = ""


LANGUAGES = (
    Language("da", "Dansk", dates="da"),
    Language("en", "English", dates="en_GB"),
    Language("ar", "العربية", rtl=True, dates="ar"),
)

SOURCE = "en"
"""The language the texts are written in: it needs no catalogue."""


def language_named(code: str) -> Language:
    """That language, or the nearest of ours: `ar-SY` is Arabic; what we do not have is Danish."""
    wanted = code.replace("_", "-").split("-")[0].lower()
    return next((each for each in LANGUAGES if each.code == wanted), LANGUAGES[0])
