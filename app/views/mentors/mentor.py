"""One mentor: what she brings, for all who work here; her path, for workers and coordinators alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft
from sqlmodel import col

from app.domain.matching import NEEDED, is_active, stage, toggled
from app.domain.roles import STAFF
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.mentors import change_mentor, find_ready, path_of, tick
from app.journeys.people import people
from app.ports import Ports
from app.records import Agreement, Match, MemberCard, Mentor, MentorPath
from app.views.chosen import offered
from app.views.forms import use_doing
from app.views.gone import no_longer_here
from app.views.kit import (
    body,
    card,
    choice,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    stack,
    stepper,
)
from app.views.mentors.chips import agreeing
from app.views.mentors.mentor_words import GENDERS, STEPS, stage_said
from app.views.session import use_live, use_ports, use_session

PATH = "/mentors"
REST_DAYS = 90


@ft.component
def MentorPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, which = session.words, ports.today(), ft.use_route_params().get("id", "")
    mentor = use_live(lambda: ports.store.get(Mentor, which), Mentor)
    way = use_live(lambda: path_of(ports, mentor) if mentor else None, MentorPath)
    active = use_live(lambda: _is_active(ports, mentor) if mentor else False, Match, Agreement)
    known = use_live(lambda: [one for one in people(ports) if one.card.role in STAFF and one.card.name], MemberCard)
    doing = use_doing()
    if mentor is None:
        text = t("This mentor is no longer here.")
        return no_longer_here(t, t("Mentors"), ft.Icons.HANDSHAKE_OUTLINED, text, path=PATH, back=PATH)

    def change(**brings: object) -> None:
        doing.do(lambda: change_mentor(ports, shown=mentor, **brings))  # type: ignore[arg-type]  # one field each

    def brings(field: str, value: str) -> None:
        now = ports.store.get(Mentor, which) or mentor  # two quick taps: what stands, not what was drawn
        change(**{field: toggled(getattr(now, field), value, field)})

    capacity = 1 if mentor.capacity is None else mentor.capacity
    genders = offered(t, GENDERS)
    who = [(one.person.hex(), t.isolated(one.card.name)) for one in known]
    parts: list[ft.Control] = [problem(doing.trouble)]
    if way is not None:
        names = dict(who)
        parts.append(_path(t, ports, way, names.get(way.ready_by, "")))
        if not way.ready_on and all(getattr(way, step) for step in NEEDED):
            ready = keep_button(
                t("She is ready, I decide"), lambda: doing.do(lambda: find_ready(ports, shown=way)), key="ready"
            )
            parts.append(ready)
    parts += [
        stack(agreeing(t, ports, mentor, brings, extra=("types",)), spacing=20),
        choice(t("She or he is"), genders, mentor.gender, lambda value: change(gender=value), key="gender"),
        section(
            t("Room for"),
            [
                stepper(
                    capacity,
                    lambda value: change(capacity=value),
                    words=t.many("%(num)d mentee", "%(num)d mentees", capacity),
                    less=t("One less"),
                    more=t("One more"),
                    step=1,
                    most=20,
                    key="room",
                )
            ],
        ),
        choice(t("On the phone she is"), who, mentor.person, lambda value: change(person=value), key="who"),
        _pause(t, mentor, today, change),
    ]
    return screen(
        t.isolated(mentor.name),
        parts,
        t=t,
        path=f"{PATH}/{which}",
        under=stage_said(t, stage(way, mentor, today, active=active), mentor, today),
        back=PATH,
    )


def _is_active(ports: Ports, mentor: Mentor) -> bool:
    matches = ports.store.find(Match, col(Match.mentor) == mentor.id)
    agreed = ports.store.find(Agreement, col(Agreement.mentor) == mentor.person)
    return is_active(mentor, matches, agreed, ports.today())


def _path(t: Words, ports: Ports, way: MentorPath, decided_by: str) -> ft.Control:
    """The steps, each with its day; a tap says that it was taken, or takes that back."""
    today = ports.today()

    def line(step: str) -> ft.Control:
        day = getattr(way, step)
        done = ft.Icons.CHECK_CIRCLE if day else ft.Icons.RADIO_BUTTON_UNCHECKED
        return row(
            t(STEPS[step]),
            under=first_up(t.day(day, today)) if day else "",
            leading=ft.Icon(done, color=ft.Colors.PRIMARY),
            on_tap=lambda: tick(ports, shown=way, step=step, yes=day is None),
            key=f"step-{step}",
        )

    lines = [line(step) for step in STEPS]
    under: list[ft.Control] = [quiet(t("Only that a screening was seen, and when. Never what it says."))]
    if way.ready_on:
        day = t.day(way.ready_on, today)
        said = t("Found ready by %(name)s, %(day)s", name=decided_by or t("Somebody"), day=day)
        under.insert(0, card(body(said), key="found-ready"))
    # Words: heading over the steps by which somebody becomes a mentor
    return section(t("The way to being a mentor"), [sheet(lines), *under])


def _pause(t: Words, mentor: Mentor, today: date, change: Callable[..., None]) -> ft.Control:
    """A pause and an end, and the way back from each."""
    if mentor.ended_on:
        return quiet_button(t("She is a mentor again"), lambda: change(ended_on=None), key="again")
    resting = mentor.rests_until and mentor.rests_until > today
    until = today + timedelta(days=REST_DAYS)
    # Words: a mentor pauses for three months; and the way back; and the end
    pause = (
        quiet_button(t("The pause is over"), lambda: change(rests_until=None), key="pause")
        if resting
        else quiet_button(t("A pause of three months"), lambda: change(rests_until=until), key="pause")
    )
    end = quiet_button(t("She stops as a mentor"), lambda: change(ended_on=today), key="stop")
    return ft.Row([pause, end], wrap=True, spacing=4)
