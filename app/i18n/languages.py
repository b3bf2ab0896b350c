"""The languages of the app, by their own names: nobody should need to read another one to find hers.

A new one is a row here and a file in locales/ (`python -m build.words` makes it).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is ours and the page's `lang`; `dates` the CLDR locale for days (British English: day before month).

    `whole`: its catalogue must have every text; any other is a draft, which says in Danish what it lacks.
    `with_code`: its catalogue and days travel with our code; any other is a file, fetched when somebody chooses it.
    `numbered`: days by number ("19.11."), for its people know other months, or CLDR names the month first.
    `pickers`: in which language Flutter draws its calendar, where it has none of this one, or not with 0-9.
    `called`: what it is called in Danish, English and Arabic.
    """

    code: str
    own_name: str
    dates: str
    rtl: bool = False
    whole: bool = False
    with_code: bool = False
    offered: bool = True
    numbered: bool = False
    pickers: str = ""
    called: tuple[str, ...] = ()


LANGUAGES = (
    Language("da", "Dansk", "da", whole=True, with_code=True, called=("dansk", "danish", "الدانمركية")),
    Language("en", "English", "en_GB", whole=True, with_code=True, called=("engelsk", "english", "الإنجليزية")),
    Language("ar", "العربية", "ar", rtl=True, whole=True, with_code=True, called=("arabisk", "arabic", "العربية")),
    Language("tr", "Türkçe", "tr", whole=True, called=("tyrkisk", "turkish", "التركية")),
    Language(
        "so", "Soomaali", "so", whole=True, numbered=True, pickers="da", called=("somali", "somalisk", "الصومالية"),
    ),
    Language(
        "fa", "دری / فارسی", "fa", rtl=True, whole=True, numbered=True, pickers="da",
        called=("persisk", "persian", "farsi", "dari", "فارسی", "دری", "الفارسية"),
    ),
    Language("uk", "Українська", "uk", whole=True, called=("ukrainsk", "ukrainian", "الأوكرانية")),
    Language(
        "ti", "ትግርኛ", "ti", whole=True, numbered=True, pickers="da", called=("tigrinya", "tigrinja", "التغرينية"),
    ),
    Language(
        "ku", "Kurmancî", "ku", offered=False, numbered=True, pickers="da",
        called=("kurmanji", "kurdisk", "kurdish", "kurdî", "الكردية"),
    ),
    Language("ur", "اردو", "ur", rtl=True, offered=False, called=("urdu", "الأردية")),
)  # fmt: skip

SOURCE = "en"
"""The language the texts are written in: it needs no catalogue."""

HOUSE = LANGUAGES[0]
"""The organisation's own: what a draft lacks is said in it, and all that no language of ours is."""

OFFERED = tuple(each for each in LANGUAGES if each.offered)
"""Those that a person may choose. One with few texts yet is for its translators."""


def language_called(text: str) -> Language | None:
    """Ours that goes by this name: its code, its own name, or what it is called in Danish, English or Arabic."""
    wanted = text.strip().casefold()
    return next((each for each in LANGUAGES if wanted and wanted in _names(each)), None)


def _names(language: Language) -> set[str]:
    return {name.casefold() for name in (language.code, language.own_name, *language.called)}


def language_named(code: str) -> Language:
    """That language, or the nearest of ours: `ar-SY` is Arabic, `prs` Persian; what we do not have is Danish."""
    wanted = code.replace("_", "-").split("-")[0].lower()
    wanted = SAME_AS.get(wanted, wanted)
    return next((each for each in LANGUAGES if each.code == wanted), HOUSE)


SAME_AS = {"prs": "fa", "kmr": "ku"}
"""Other codes for the same: Dari, and Kurmanji by its own."""
