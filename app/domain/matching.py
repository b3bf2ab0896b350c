"""Who could be her mentor: proposals that say in words what the two share. A person decides, never the order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.records import Agreement, Answer, Match, Mentor, MentorPath, Wish

SHARED = ("languages", "days", "parts", "trades", "interests", "areas")
"""The fields in which a wish and a mentor can agree, what matters most first."""

NEEDED = ("talk_on", "courses_on", "undertaking_on")
"""What comes before somebody is found ready; a screening only where the organisation asks for one."""


@dataclass(frozen=True)
class Proposal:
    """`shares` = {field: the values both have}. `misses`: what she wished for and this mentor does not bring."""

    mentor: Mentor
    shares: Mapping[str, tuple[str, ...]]
    misses: tuple[str, ...]
    places: int


def values(text: str, field: str = "") -> tuple[str, ...]:
    """What stands in such a field, in order, each once."""
    parts = text.split(",") if field == "areas" else text.split()
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def said(chosen: Collection[str], field: str = "") -> str:
    """The inverse of `values`: the same text on every phone."""
    return (", " if field == "areas" else " ").join(sorted(chosen))


def toggled(text: str, value: str, field: str = "") -> str:
    """The same text with that value, or without it if it was there."""
    return said(set(values(text, field)) ^ {value}, field)


def stage(path: MentorPath | None, mentor: Mentor, today: date, *, active: bool = False) -> str:
    """Where somebody stands: interest, talk, courses, undertaking, ready, active, rests or ended."""
    if mentor.ended_on and mentor.ended_on <= today:
        return "ended"
    if path is None:
        return "interest"
    if path.ready_on:
        return "rests" if mentor.rests_until and mentor.rests_until > today else "active" if active else "ready"
    undone = [name for name in NEEDED if getattr(path, name) is None]
    return undone[0].removesuffix("_on") if undone else "decide"


def places_left(mentor: Mentor, matches: Iterable[Match], agreed: Collection[str] = ()) -> int:
    """How many mentees more; a match counts from the day it is proposed until somebody says no or it ends.

    `agreed` = the mentees with whom she agreed on something, as `agreed_with` says: they count without a match, too.
    """
    counts = {one.mentee for one in matches if one.mentor == mentor.id and is_open(one)} | set(agreed)
    return max(0, (1 if mentor.capacity is None else mentor.capacity) - len(counts))


def is_open(match: Match) -> bool:
    """Nobody said no, and it did not end."""
    return match.ended_on is None and Answer.NO not in (match.mentor_says, match.she_says)


def is_agreed(match: Match) -> bool:
    """Both said yes."""
    return is_open(match) and match.mentor_says == match.she_says == Answer.YES


def parted(matches: Iterable[Match], persons: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs (mentee, pseudonym) that went their own ways and did not find together again.

    `persons` = {row id of the Mentor: pseudonym}.
    """
    known = [(one, (one.mentee, persons.get(one.mentor, ""))) for one in matches]
    together = {pair for one, pair in known if is_open(one)}
    return {pair for one, pair in known if one.ended_on and pair[1]} - together


def is_active(mentor: Mentor, matches: Iterable[Match], agreements: Iterable[Agreement], today: date) -> bool:
    """She walks with somebody: both said yes, or they wrote down what they agreed on; and it has not ended."""
    hers = [one for one in matches if one.mentor == mentor.id]
    return any(is_agreed(one) for one in hers) or bool(agreed_with(mentor, hers, agreements, today))


def agreed_with(mentor: Mentor, matches: Iterable[Match], agreements: Iterable[Agreement], today: date) -> set[str]:
    """The mentees with whom she agreed on something that still runs, and did not go her own way."""
    if not mentor.person:
        return set()
    apart = parted((one for one in matches if one.mentor == mentor.id), {mentor.id: mentor.person})
    run = [one for one in agreements if one.mentor == mentor.person and (one.until is None or one.until >= today)]
    return {one.mentee for one in run if (one.mentee, one.mentor) not in apart}


def proposals(
    wish: Wish,
    mentors: Iterable[Mentor],
    *,
    ready: Collection[str],
    matches: Iterable[Match],
    agreements: Iterable[Agreement] = (),
    today: date,
) -> list[Proposal]:
    """Those who are ready, have room, were not proposed to her before and are not hers; who shares most first.

    A wish about gender is kept to; all else only orders. Who shares nothing, or an hour of the day alone, is not.
    """
    known, agreed = list(matches), list(agreements)
    tried = {one.mentor for one in known if one.mentee == wish.mentee}
    found = []
    for mentor in mentors:
        resting = (mentor.rests_until and mentor.rests_until > today) or (mentor.ended_on and mentor.ended_on <= today)
        fits = not wish.gender or mentor.gender == wish.gender
        if mentor.id not in ready or resting or mentor.id in tried or not fits:
            continue
        walks_with = agreed_with(mentor, known, agreed, today)
        if wish.mentee in walks_with:
            continue
        places = places_left(mentor, known, walks_with)
        proposal = _proposal(wish, mentor, places)
        if places and proposal.shares.keys() - {"parts"}:
            found.append(proposal)
    return sorted(found, key=_order)


def _proposal(wish: Wish, mentor: Mentor, places: int) -> Proposal:
    shares, misses = {}, []
    for field in SHARED:
        wanted, brings = values(getattr(wish, field), field), values(getattr(mentor, field), field)
        both = tuple(one for one in wanted if one.casefold() in {each.casefold() for each in brings})
        if both:
            shares[field] = both
        elif wanted:
            misses.append(field)
    return Proposal(mentor, shares, tuple(misses), places)


def _order(proposal: Proposal) -> tuple[object, ...]:
    without = tuple(field not in proposal.shares for field in SHARED)
    fewer = -sum(len(both) for both in proposal.shares.values())
    tongues = len(proposal.shares.get("languages", ()))  # her own beside Danish comes before Danish alone
    return (-tongues, sum(without), without, fewer, proposal.mentor.name, proposal.mentor.id)
