"""A meeting as she sees it: with whom, the nights until then, the hour on a clock, where and how, what to bring."""

from __future__ import annotations

from datetime import date, datetime

import flet as ft

from app.domain.aloud import Part
from app.i18n import Words
from app.i18n.words import first_up
from app.records import Appointment, Errand
from app.views.aloud import Speaker, in_both, written
from app.views.kit import BESIDE, body, number, paper, pictured
from app.views.kit.clock import clock
from app.views.kit.nights import nights
from app.views.letter.dial import told
from app.views.plan_words import PLACE_PICTURES
from app.views.session import Session
from app.views.way_words import WAYS, off_at, way_called, way_said


def appointment_paper(
    session: Session, one: Appointment, errand: Errand | None, today: date, *, first: bool = False
) -> ft.Control:
    """Its picture is that of the place."""
    t = session.words
    start = _start(one)
    place = PLACE_PICTURES.get(one.place_kind, "calendar")
    day = first_up(t.whole_day(start.date(), today)) if start else ""
    hour = t.time(start.time()) if start else ""
    lines: list[ft.Control] = []
    if start:
        on = start.date()
        size = 26 if first else 22
        lines.append(told(session, lambda words: first_up(words.whole_day(on, today)), size=size, strong=True))
        lines += nights(on, today)
        lines.append(ft.Row([clock(start.time(), size=64), number(hour, size=26)], spacing=16, wrap=True))
    if one.with_whom:
        lines.append(_line("other", t.isolated(one.with_whom)))
    if one.place:
        lines.append(_line("place", t.isolated(one.place)))
    if one.travel in WAYS:
        picture = WAYS[one.travel][0]
        lines.append(pictured(picture, told(session, lambda words: way_called(words, one), beside=BESIDE), size=32))
    if off_at(t, one):
        lines.append(pictured("bus-stop", told(session, lambda words: off_at(words, one), beside=BESIDE), size=32))
    if errand and errand.bring:
        # Words: before what she takes along to a meeting
        lines.append(_line("bag", t("Bring: %(what)s", what=errand.bring)))
    name = " ".join(part for part in (day, hour) if part)
    return paper(
        lines,
        picture=place,
        size=96 if first else 72,
        speaker=Speaker(appointment_aloud(t, one, errand, today), name, "listen-appointment"),
        key="appointment" if first else f"appointment-{one.id}",
        warm=first,
    )


def appointment_aloud(t: Words, one: Appointment, errand: Errand | None, today: date) -> list[Part]:
    """As one says it; what people wrote follows in the language they wrote in."""
    start = _start(one)

    def said(words: Words) -> str:
        when = [words.day_and_time(start, today, whole=True)] if start else []
        where = ", ".join([*when, *(part for part in (one.with_whom, one.place) if part)])
        return ". ".join([where, *way_said(words, one)])

    parts = in_both(t, said)
    return [*parts, *(written(t, errand.bring) if errand else [])]


def _line(picture: str, words: str) -> ft.Control:
    return pictured(picture, body(words, size=20, beside=BESIDE), size=32)


def _start(one: Appointment) -> datetime | None:
    try:
        return datetime.fromisoformat(one.starts)
    except ValueError:
        return None
