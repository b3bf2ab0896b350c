"""What a pair agrees on: chosen, hardly written; said plainly who reads it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import flet as ft

from app.i18n import Words
from app.i18n.protected import COMES_UNSAID
from app.journeys.agreements import walking_with
from app.records import Mentee
from app.views.chosen import offered, tapped
from app.views.forms import use_doing, use_draft, use_once
from app.views.interpreter import interpreter
from app.views.kit import (
    DayChoice,
    Field,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    screen,
    section,
    several,
    some,
    stack,
    stepper,
)
from app.views.lasted import lasted
from app.views.meetings.meeting_words import PLACES
from app.views.mentees.agreement_draft import Draft
from app.views.mentees.agreement_words import CADENCES, WAYS
from app.views.mentees.who_reads import who_reads
from app.views.session import go, use_ports, use_words
from app.views.talk_words import TOPICS


@ft.component
def ChangeAgreement() -> ft.View:
    ports, t = use_ports(), use_words()
    row = ft.use_route_params().get("id", "")
    path = f"/mentees/{row}"
    mentee = use_once(lambda: ports.store.get(Mentee, row))
    mentors = use_once(lambda: walking_with(ports, mentee) if mentee else [])
    first = mentors[0].person.hex() if mentors else ports.me.person.hex()
    draft, change = use_draft(lambda: Draft.begin(ports, mentee, first) if mentee else Draft(first))
    doing = use_doing()
    if mentee is None:
        lost = empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("There is nothing here."))
        return screen(t("Agreement"), [lost], t=t, path=f"{path}/agreement", back="/mentees")

    def keep() -> None:
        if doing.do(lambda: draft.keep(ports, mentee)):
            go(path)

    parts: list[ft.Control] = [problem(doing.trouble)]
    if len(mentors) > 1:
        names = [(one.person.hex(), one.card.name or t("Somebody")) for one in mentors]
        parts.append(
            choice(
                t("Mentor"),
                names,
                draft.mentor,
                lambda value: change(**vars(Draft.begin(ports, mentee, value))),
                key="mentor",
                may_be_none=False,
            )
        )
    parts += _fields(t, draft, ports.today(), change)
    parts.append(section(t("Who reads what"), [who_reads(t, ports, mentee), quiet(t("She can read all of this."))]))
    return screen(
        t("Agreement"),
        parts,
        t=t,
        path=f"{path}/agreement",
        under=t.isolated(mentee.name),
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _fields(t: Words, draft: Draft, today: date, change: Any) -> list[ft.Control]:
    months = [(3, t("In 3 months")), (6, t("In 6 months")), (12, t("In a year"))]
    days = [(words, today + timedelta(days=30 * num)) for num, words in months]
    length = lasted(t, draft.minutes, lambda value: change(minutes=value))
    hours = stepper(
        draft.hours,
        lambda value: change(hours=value),
        words=t.many("%(num)d hour", "%(num)d hours", draft.hours) if draft.hours else t("Not agreed"),
        less=t("Five hours less"),
        more=t("Five hours more"),
        most=2000,
        key="hours",
    )
    way, purpose = offered(t, WAYS), offered(t, TOPICS)
    may = [("unannounced", t("The mentor may come without a word before"))]
    return [
        some(
            t("What for"),
            purpose,
            draft.purpose,
            lambda one: change(purpose=tapped(draft.purpose, one, TOPICS)),
            key="purpose",
        ),
        choice(
            t("How often"),
            offered(t, CADENCES),
            draft.cadence,
            lambda value: change(cadence=value),
            key="cadence",
            may_be_none=False,
        ),
        stack([quiet(t("How long each time")), length], spacing=6),
        choice(
            t("Place"), offered(t, PLACES), draft.place_kind, lambda kind: change(place_kind=kind), key="place-kind"
        ),
        some(
            t("How you reach each other"),
            way,
            draft.way,
            lambda one: change(way=tapped(draft.way, one, WAYS)),
            key="way",
        ),
        *interpreter(t, COMES_UNSAID),
        several(may, may[0][:1] if draft.unannounced else (), lambda _, yes: change(unannounced=yes), key="may"),
        stack([quiet(t("Hours in all")), hours], spacing=6),
        DayChoice(
            "until",
            t("Until"),
            [*days, (t("No day"), None)],
            draft.until,
            lambda day: change(until=day),
            today=today,
            first=today,
        ),
        Field(
            "words",
            draft.words,
            lambda text: setattr(draft, "words", text),
            label=t("What she wants from it, in her words"),
            lines=2,
        ),
    ]
