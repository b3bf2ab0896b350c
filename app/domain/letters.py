"""How far a letter is, and which of them somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from app.records import Letter

SOON_DAYS = 3


class Stage(StrEnum):
    """On its way, opened by somebody, explained, done."""

    SENT = "sent"
    SEEN = "seen"
    EXPLAINED = "explained"
    DONE = "done"


def stage(letter: Letter) -> Stage:
    """What she reads of it."""
    if letter.done_on:
        return Stage.DONE
    if letter.wants or letter.text or letter.voice:
        return Stage.EXPLAINED
    return Stage.SEEN if letter.seen_on else Stage.SENT


def in_order(letters: Iterable[Letter]) -> list[Letter]:
    """The open ones first, the nearest last day before all; what is done comes after, the newest first."""

    def rank(one: Letter) -> tuple[bool, date, int, str]:
        newest = -(one.done_on or one.sent_on or date.min).toordinal()
        return bool(one.done_on), date.max if one.done_on else one.due_on or date.max, newest, one.id

    return sorted(letters, key=rank)


def is_soon(letter: Letter, today: date) -> bool:
    """It is open, and its last day is near or behind."""
    return not letter.done_on and letter.due_on is not None and letter.due_on <= today + timedelta(days=SOON_DAYS)


def asks_for_us(letter: Letter, today: date) -> bool:
    """Somebody who walks with her looks at it: to explain, to talk, or because its day is near."""
    return not letter.done_on and (
        stage(letter) != Stage.EXPLAINED or letter.talk_on is not None or is_soon(letter, today)
    )
