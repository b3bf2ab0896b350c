"""Meetings that stand planned with a mentor who is gone: somebody calls them off, or takes them over."""

from __future__ import annotations

from sqlmodel import col

from app.domain.agenda import ahead
from app.domain.silence import Pair
from app.journeys.readers import file_of, names_ever, persons_in
from app.ports import Ports
from app.records import Meeting, Mentee

_IN_FILE = col(Meeting.space) + " " + col(Meeting.mentee) + " " + col(Meeting.mentor)
"""None of them has a blank."""


def left_behind(ports: Ports) -> list[Pair]:
    """The pairs of whom the mentor no longer shares the file and meetings are still to come, the soonest first."""
    soonest = ports.store.soonest(
        Meeting, _IN_FILE, "starts", ahead(ports.today().isoformat()), col(Meeting.mentor) != ""
    )
    files = {place.space: place for place in ports.store.places("case")}
    pairs: list[Pair] = []
    for each in sorted(soonest, key=lambda each: (soonest[each], each)):
        space, mentee, mentor = each.split(" ")
        if space in files and mentor not in persons_in(ports, files[space]):
            pairs.append((mentee, mentor))
    return pairs


def name_of_old(ports: Ports, mentee: Mentee, mentor: str) -> str:
    """How that mentor was called while she shared the file; "" when nobody knows."""
    place = file_of(ports, mentee.space)
    return names_ever(ports, place).get(mentor, "") if place else ""
