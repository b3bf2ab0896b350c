"""Who was there: the last tap about one mentee at one session holds, and how often she came is a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.records import Attendance, Presence

THERE = frozenset({Presence.CAME.value, Presence.PART.value})


@dataclass(frozen=True)
class Came:
    """So often, of so many sessions about which anybody said something."""

    times: int
    of: int


def order(tap: Attendance) -> tuple[int, str, str]:
    """Who tapped later knew of more; of two who knew of the same, the later one, then the same one on every phone."""
    return (tap.turn or 0, tap.at, tap.id)


def standing(taps: Iterable[Attendance]) -> dict[tuple[str, str], Attendance]:
    """{(mentee, session): what holds}, without those that were taken back."""
    last: dict[tuple[str, str], Attendance] = {}
    for tap in sorted(taps, key=order):
        last[tap.mentee, tap.session] = tap
    return {key: tap for key, tap in last.items() if tap.presence}


def next_turn(taps: Iterable[Attendance]) -> int:
    """For a tap made with all of these in sight."""
    return 1 + max((tap.turn or 0 for tap in taps), default=0)


def came(held: Mapping[tuple[str, str], Attendance]) -> dict[str, Came]:
    """{mentee: how often}. A session about which nobody said anything is unknown, and does not count."""
    there: dict[str, list[bool]] = {}
    for (mentee, _), tap in held.items():
        there.setdefault(mentee, []).append(tap.presence in THERE)
    return {mentee: Came(sum(times), len(times)) for mentee, times in there.items()}
