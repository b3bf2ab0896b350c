"""What a screen says in one language: `t("Keep")`, `t.many(…)`, days, times and numbers.

Blanks are `%(name)s`. A blank that runs against the direction of the language is put in a bidi isolate, so that
names, numbers and links never tear the sentence around them. What a draft lacks is said in Danish, isolated too.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache

from app.i18n.catalogue import catalogue
from app.i18n.languages import HOUSE, language_named
from app.i18n.pseudo import PSEUDO, Pseudo

_ISOLATE, _POP = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_LEFT_TO_RIGHT = "\u2066"
_MARKS = dict.fromkeys(map(ord, (_ISOLATE, _POP, _LEFT_TO_RIGHT)))


class Words:
    """One language. Call it with a source text; texts that no catalogue knows stand for themselves.

    A language that is not on this device (`journeys/language.py` fetches it) is Danish, and says so by its `code`.
    """

    def __init__(self, code: str) -> None:
        self.language = PSEUDO.get(code) or language_named(code)
        texts = catalogue(self.language.code)
        if code in PSEUDO:
            texts = Pseudo(code, catalogue(HOUSE.code) or gettext.NullTranslations())
        if texts is None:
            self.language, texts = HOUSE, catalogue(HOUSE.code)
        self._texts = texts or gettext.NullTranslations()
        self._turned: Callable[[str], str] = getattr(self._texts, "turned", str)

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def rtl(self) -> bool:
        return self.language.rtl

    def __call__(self, text: str, /, **blanks: object) -> str:
        said = self._texts.gettext(text) if text else ""
        if not said:
            return self._lent(text, blanks)
        return self._filled(said, blanks)

    def has(self, text: str) -> bool:
        """Is that text said in this language itself, and not lent from Danish?"""
        return bool(self._texts.gettext(text))

    def _lent(self, text: str, blanks: Mapping[str, object]) -> str:
        if self.language is not HOUSE:
            return self.isolated(danish()(text, **blanks))
        return self._filled(text, blanks)

    def many(self, one: str, many: str, num: int, /, **blanks: object) -> str:
        """The form for `num`; the blank `%(num)d` (or `%(num)s`) is the number itself."""
        said = self._texts.ngettext(one, many, num)
        if not said and self.language is not HOUSE:
            return self.isolated(danish().many(one, many, num, **blanks))
        said = said or (one if num == 1 else many)
        return said % {"num": num, **self._safe(blanks)}

    def _filled(self, said: str, blanks: Mapping[str, object]) -> str:
        """One full stop where a blank that ends with one ("20. nov.") ends the sentence."""
        if not blanks:
            return said
        safe = self._safe(blanks)
        for name, value in safe.items():
            if isinstance(value, str) and unmarked(value).endswith(".") and f"%({name})s." in said:
                said = said.replace(f"%({name})s.", f"%({name})s")
        return said % safe

    def _safe(self, blanks: Mapping[str, object]) -> dict[str, object]:
        """Numbers as they are (a text may ask for `%(room)d`), all else isolated; what is to be said is said here."""

        def safe(value: object) -> object:
            said = str(value(self) if callable(value) else value)
            return value if isinstance(value, int) else self.isolated(said)

        return {name: safe(value) for name, value in blanks.items()}

    def isolated(self, text: str) -> str:
        """`text`, safe inside a sentence of this language; each line by itself, for an isolate ends with its line."""
        if "\n" in text:
            return "\n".join(self.isolated(line) for line in text.split("\n"))
        ways = {unicodedata.bidirectional(sign) for sign in text}
        foreign = bool(ways & {"R", "AL"})
        against = bool(ways & {"L"}) or (bool(ways - {"EN", "CS"}) and not foreign) if self.rtl else foreign
        return f"{_ISOLATE}{text}{_POP}" if against and text else text

    def listed(self, names: Sequence[str]) -> str:
        """One after the other as one says it: "Karen, Lise and Musa"."""
        from babel.lists import format_list

        return format_list(list(names), locale=self.language.dates)

    # --- days and times

    def weekday(self, day: date) -> str:
        return self._dated(day, "EEEE")

    def day(self, day: date, today: date) -> str:
        """As one says it: today, "tomorrow, Thursday", Saturday, "Sat 28 Nov"; with the year when it is another."""
        return self._near(day, today) or self.by_date(day, today)

    def whole_day(self, day: date, today: date) -> str:
        """The same with no word shortened, "Saturday 28 November": for who reads little, and to be spoken."""
        return self._near(day, today) or self.full_day(day, today)

    def _near(self, day: date, today: date) -> str:
        """A day of this week as one says it; "" for one that has to be dated."""
        t, away = self, (day - today).days
        if away == 0:
            return t("today")
        if away == 1:
            return t("tomorrow, %(weekday)s", weekday=self.weekday(day))
        if away == -1:
            return t("yesterday")
        return self.weekday(day) if 1 < away < 7 else ""

    def by_date(self, day: date, today: date | None = None) -> str:
        """The day by its date: "Sat 28 Nov", "Sat 28 Nov 2026" when that is not the year of `today`."""
        same_year = today is not None and day.year == today.year
        if self.language.numbered:
            return f"{self.weekday(day)} {self._numbers(day, same_year=same_year)}"
        return self._skeleton(day, "MMMEd" if same_year else "yMMMEd")

    def short_date(self, day: date, today: date) -> str:
        """The day by its date alone: "28 Nov", with the year unless it is that of `today`."""
        if self.language.numbered:
            return self._numbers(day, same_year=day.year == today.year)
        return self._skeleton(day, "MMMd" if day.year == today.year else "yMMMd")

    def full_day(self, day: date, today: date | None = None) -> str:
        """The day as a heading: "Saturday 28 November"; with the year when it is not that of `today`."""
        same_year = today is None or day.year == today.year
        if self.language.numbered:
            return f"{self.weekday(day)} {self._numbers(day, same_year=same_year)}"
        return self._skeleton(day, "MMMEd" if same_year else "yMMMEd", whole=True)

    def moment(self, starts: str, today: date) -> str:
        """`starts` ("YYYY-MM-DDTHH:MM", local) as one says it: "tomorrow, Thursday 10:00". What is no moment is ""."""
        try:
            when = datetime.fromisoformat(starts)
        except ValueError:
            return ""
        return self.day_and_time(when, today)

    def at(self, ms: int, today: date) -> str:
        """A moment, ms since 1970, as one says it where this phone is."""
        return self.day_and_time(datetime.fromtimestamp(ms / 1000, UTC).astimezone(), today)

    def day_and_time(self, when: datetime, today: date, *, whole: bool = False) -> str:
        """As in "tomorrow, Thursday 10:00"; `when` as the clocks here say it. `whole`: with no word shortened."""
        t = self
        day = self.whole_day(when.date(), today) if whole else self.day(when.date(), today)
        # Words: a day and a time, as in "tomorrow, Thursday 10:00"
        return t("%(day)s %(time)s", day=day, time=self.time(when.time()))

    def time(self, moment: time) -> str:
        """24 hours, 0-9 in every language: it is what stands on Danish clocks and letters."""
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def number(self, value: float) -> str:
        """Grouped as the language does, with the digits 0-9."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language.dates, numbering_system="latn")

    def _numbers(self, day: date, *, same_year: bool) -> str:
        """As it stands on Danish letters: "19.11.", "19.11.2026"; it never runs from right to left."""
        said = f"{day.day}.{day.month}.{'' if same_year else day.year}"
        return f"{_LEFT_TO_RIGHT}{said}{_POP}" if self.rtl else said

    def _dated(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        return self._turned(format_date(day, pattern, locale=self.language.dates))

    def _skeleton(self, day: date, skeleton: str, *, whole: bool = False) -> str:
        """In the order that CLDR knows; `whole`: with the long names, which it has no order for in most languages."""
        from babel import Locale

        pattern = str(Locale.parse(self.language.dates).datetime_skeletons[skeleton].pattern)
        return self._dated(day, re.sub("E+", "EEEE", pattern.replace("MMM", "MMMM")) if whole else pattern)


def whole(day: date, today: date) -> Callable[[Words], str]:
    """A blank: that day in the language of the sentence around it, which may be lent; no word shortened."""
    return lambda words: words.whole_day(day, today)


@cache
def danish() -> Words:
    """What is said where a language lacks a text, and after it when both are read aloud."""
    return Words(HOUSE.code)


def unmarked(text: str) -> str:
    """The same without the marks that isolate a part of it."""
    return text.translate(_MARKS)


def first_up(text: str) -> str:
    """The same text with a capital first letter, for the beginning of a line."""
    return text[:1].upper() + text[1:]
