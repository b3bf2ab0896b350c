"""Numbers as Danes say them: which words go with what is written in digits on a price, a clock, a shift or a phone.

Our own table: num2words (PyPI) counts rightly to 99, but says *ethundrede og femogfyrre*, and knows no *kvart i*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from app.exercises.deck import Number

SMALL = (
    "nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
    "fjorten", "femten", "seksten", "sytten", "atten", "nitten",
)  # fmt: skip
TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
ORDER = ("stuen", "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende")
HUNDREDS = 1000
UNITS = {"kr": "kroner", "kg": "kilo", "ml": "milliliter", "stk": "stykker", "°C": "grader"}
UNSAID = {"°C"}
"""A unit that is often left out: *otteogtredive komma fem*."""

CLOCK = re.compile(r"(\d{1,2})(?:\.(\d{2}))?")
SHIFT = re.compile(r"(?:(\w+) )?([\d.]+)-([\d.]+)")
PHONE = re.compile(r"\b\d\d(?: \d\d){3}\b")
PRICE = re.compile(r"(\d+)(?:,(\d{2}))? kr\.")
FIGURE = re.compile(
    r"(?P<before>[^\W\d_]+ )?(?P<whole>\d+|½)(?:(?P<half>½)|,(?P<tenth>\d))?(?P<nth>\.)?(?: (?P<after>\S+))?"
)
NOBODYS = "1"
"""No number of eight digits begins so in Denmark."""

PUBLIC = {"82 12 12 12"}
"""Giftlinjen."""

Ways = set[str]


def wrongly_said(number: Number) -> Iterator[str]:
    """Why its digits and its words do not agree, or a wrong answer would be as right; *say* without its commas."""
    said = plain(number.say)
    ways = spoken(number.kind, number.value)
    if not ways:
        yield f"{number.value} is no {number.kind} as one is written here"
    elif said not in ways:
        yield f"{number.value} is said {min(ways, key=lambda way: (len(way), way))}, not {said}"
    if number.kind == "phone" and PHONE.fullmatch(number.value) and number.say.count(",") < 3:
        yield f"{number.say} needs a comma between two pairs: there the voice rests"
    for other in (other for other in number.others if other != number.value):
        theirs = spoken(number.kind, other)
        if not theirs:
            yield f"{other} is no {number.kind} as one is written here"
        elif said in theirs:
            yield f"{other} is said as {number.value} is"


def somebodys(text: str) -> Iterator[str]:
    """Phone numbers in it that may ring at somebody's: an invented one must not."""
    yield from (one for one in PHONE.findall(text) if not one.startswith(NOBODYS) and one not in PUBLIC)


def plain(say: str) -> str:
    """Without the commas that give pauses; small, as only a day or a thing begins it large."""
    return " ".join(say.replace(",", " ").casefold().split())


def spoken(kind: str, value: str) -> Ways:
    """Every way to say it, small and without commas; none where it is not written as such a thing is."""
    return SAID[kind](value)


def counted(many: int) -> str:
    """A whole number below a thousand."""
    if many < len(SMALL):
        return SMALL[many]
    if many < 100:
        one, ten = many % 10, TENS[many // 10 - 2]
        # en, not et: enogtyve
        return f"{'en' if one == 1 else SMALL[one]}og{ten}" if one else ten
    hundreds, rest = divmod(many, 100)
    begins = "hundrede" if hundreds == 1 else f"{SMALL[hundreds]} hundrede"
    return f"{begins} og {counted(rest)}" if rest else begins


def _phone(value: str) -> Ways:
    """Pair by pair; 112 digit by digit."""
    if re.fullmatch(r"\d{3}", value):
        return {" ".join(counted(int(digit)) for digit in value)}
    if not PHONE.fullmatch(value):
        return set()
    return {" ".join(f"nul {counted(int(two))}" if two[0] == "0" else counted(int(two)) for two in value.split())}


def _clock(value: str) -> Ways:
    """As a colleague says it: of twelve hours, by quarters and halves; after *klokken*, or without."""
    ways = set(_hour(value))
    return ways | {f"klokken {way}" for way in ways}


def _hour(value: str) -> Iterator[str]:
    read = CLOCK.fullmatch(value)
    if read is None or int(read[1]) > 24 or int(read[2] or 0) > 59:
        return
    hour, minutes = int(read[1]), int(read[2] or 0)
    this, following = counted(hour % 12 or 12), counted((hour + 1) % 12 or 12)
    match minutes:
        case 0:
            yield from {this, counted(hour)}
        case 15:
            yield f"kvart over {this}"
        case 30:
            yield f"halv {following}"
        case 45:
            yield f"kvart i {following}"
        case _ if minutes < 30:
            yield from (f"{counted(minutes)} {word}over {this}" for word in ("", "minutter "))
        case _:
            yield from (f"{counted(60 - minutes)} {word}i {following}" for word in ("", "minutter "))


def _shift(value: str) -> Ways:
    """*mandag fra syv til femten*: both ends in hours of twelve, or both in hours of the day."""
    read = SHIFT.fullmatch(value)
    if read is None:
        return set()
    day = f"{read[1].casefold()} " if read[1] else ""
    return {f"{day}fra {begin} til {end}" for begin, end in product(_hour(read[2]), _hour(read[3]))}


def _price(value: str) -> Ways:
    read = PRICE.fullmatch(value)
    if read is None or int(read[1]) >= HUNDREDS:
        return set()
    kroner = counted(int(read[1])) if read[1] != "1" else "en"
    coin = "krone" if read[1] == "1" else "kroner"
    if not int(read[2] or 0):
        return {f"{kroner} {coin}"}
    ore = counted(int(read[2]))
    return {f"{kroner} {ore}", f"{kroner} {coin} og {ore} øre", f"{kroner} og {ore}"}


def _number(value: str) -> Ways:
    """Alone, after a word (*Hylde 27*), before one (*22 børn*), or a floor (*3. sal*)."""
    read = FIGURE.fullmatch(value)
    if read is None or (read["whole"] != "½" and int(read["whole"]) >= HUNDREDS):
        return set()
    before, after = (read["before"] or "").casefold(), (read["after"] or "").rstrip(".")
    if read["nth"]:
        nth = int(read["whole"])
        return {f"{ORDER[nth] if nth < len(ORDER) else counted(nth) + 'ende'} {after}"} if after == "sal" else set()
    units = {f" {UNITS.get(after, after).casefold()}"} if after else {""}
    units |= {""} if after in UNSAID else set()
    return {f"{before}{amount}{unit}" for amount in _amounts(read) for unit in units}


def _amounts(read: re.Match[str]) -> Ways:
    if read["whole"] == "½":
        return {"en halv", "et halvt"}
    whole = counted(int(read["whole"]))
    if read["half"] or read["tenth"] == "5":
        halves = {f"{whole}{joined}{half}" for joined in (" ", " og ") for half in ("en halv", "et halvt")}
        halves |= {"halvanden", "halvandet"} if whole == "et" else set()
        return halves | {f"{whole} komma fem"}
    return {f"{whole} komma {counted(int(read['tenth']))}"} if read["tenth"] else {whole}


SAID: dict[str, Callable[[str], Ways]] = {
    "number": _number,
    "clock": _clock,
    "price": _price,
    "phone": _phone,
    "shift": _shift,
}
