"""What a cell of a list says: a day, a telephone, how two people met and what came of it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TypeVar

from app.records.contact import Channel, Outcome

Kind = TypeVar("Kind", Channel, Outcome)

_DAY_FIRST = re.compile(r"(\d{1,2})\s*([-./\s])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([-./]?)(\d{2})\2(\d{2})")
_IN_WORDS = re.compile(r"(?:den\s+)?(\d{1,2})\.?\s*([a-zæøå]{3,9})\.?\s*(\d{4})")
_TIME = re.compile(r"(?:\s+(?:kl\.?\s*)?|T)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?\Z")
_TELEPHONE = re.compile(r"[+()\d\s./-]{8,20}")
_SERIAL = re.compile(r"\d{5}")
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": "maj", "oct": "okt"}
_FIRST, _LAST = date(1950, 1, 1), date(2099, 12, 31)
_SERIAL_ZERO = date(1899, 12, 30)  # Excel's day 0, once its leap year 1900 is behind us


def day_of(cell: str) -> date | None:
    """The day a cell names, day before month as Danes write it; None when it names none that can be."""
    text = _TIME.sub("", unicodedata.normalize("NFKC", cell).strip())
    if said := _DAY_FIRST.fullmatch(text):
        year = int(said[4]) + (2000 if len(said[4]) == 2 else 0)
        return _day(year, int(said[3]), int(said[1]))
    if said := _YEAR_FIRST.fullmatch(text):
        return _day(int(said[1]), int(said[3]), int(said[4]))
    if said := _IN_WORDS.fullmatch(text.casefold()):
        month = _ENGLISH.get(said[2][:3], said[2][:3])
        return _day(int(said[3]), _MONTHS.index(month) + 1, int(said[1])) if month in _MONTHS else None
    if _SERIAL.fullmatch(text):
        named = _SERIAL_ZERO + timedelta(days=int(text))
        return named if date(2000, 1, 1) <= named <= _LAST else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        named = date(year, month, day)
    except ValueError:
        return None
    return named if _FIRST <= named <= _LAST else None


def looks_like_date(cell: str) -> bool:
    """A day as people write one; five bare digits may be anything."""
    return not _SERIAL.fullmatch(cell.strip()) and day_of(cell) is not None


def digits_of(cell: str) -> str:
    """The digits of a telephone, whatever the script; Denmark's own prefix is left away."""
    digits = "".join(str(unicodedata.digit(each)) for each in cell if each.isdigit())
    digits = digits.removeprefix("00") if cell.strip().startswith("00") else digits
    return digits[2:] if len(digits) == 10 and digits.startswith("45") else digits


def looks_like_phone(cell: str) -> bool:
    """Eight digits or more and nothing else but the signs between them."""
    bare = _TELEPHONE.fullmatch(cell.strip()) is not None
    return bare and len(digits_of(cell)) >= 8 and day_of(cell) is None


_CHANNELS = {
    Channel.DOOR: "dør dørbank døren door doorknock hjemmebesøg opgang stemmedørklokker banketpå",
    Channel.STREET: "gade gaden street ude udendørs legeplads legepladsen torvet",
    Channel.EVENT: "arrangement arrangementer event café cafe beboercafé aktivitet fest møde fællesspisning",
    Channel.PHONE: "telefon telefonisk tlf opkald opringning ringet sms phone call called",
    Channel.REFERRAL: "henvist henvisning visiteret viderehenvist referral referred kommune kommunen jobcenter",
    Channel.FRIEND: "ven veninde venner viaenven viaenveninde mundtilmund mundtilmundmetoden friend wordofmouth",
    Channel.HERSELF: "selvhenvendelse selv selvhenvendt henvendteselv ringedeselv komselv selfreferral herself",
    Channel.OTHER: "andet anden other øvrigt",
}
_OUTCOMES = {
    Outcome.TALKED: "talt talte taltmed talttmed snak snakket samtale talked talk kontakt",
    Outcome.INTERESTED: "interesseret interesse ja positiv vilgerne vildeltage interested yes",
    Outcome.NOT_NOW: "ikkenu nej senere ikkeinteresseret takkernej takkedenej afslag notnow no later notinterested",
    Outcome.NOBODY_HOME: "ikkehjemme ingenhjemme ejhjemme ikketruffet ingensvar nobodyhome nothome noanswer",
}


def channel_of(cell: str) -> Channel | None:
    """How they met; None for a word we do not know."""
    return _word_in(_CHANNELS, cell)


def outcome_of(cell: str) -> Outcome | None:
    """What came of it; None for a word we do not know."""
    return _word_in(_OUTCOMES, cell)


def _word_in(known: dict[Kind, str], cell: str) -> Kind | None:
    said = re.sub(r"[\W_]+", "", cell.casefold())
    return next((kind for kind, words in known.items() if said == kind or said in words.split()), None)
