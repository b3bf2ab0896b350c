"""Planning a meeting of mentors: at first a month after the last one, as long and at the same place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.mentor_meetings import MOST_SLOTS, mentor_meetings, plan_mentor_meeting
from app.records import MentorMeeting
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import DayChoice, Field, HourField, keep_button, problem, quiet, screen, stack, stepper
from app.views.lasted import lasted
from app.views.mentor_meetings.list import PATH
from app.views.session import go, use_ports, use_session

MONTH = timedelta(weeks=4)


@dataclass
class Draft:
    """What is being chosen."""

    day: date
    hour: time = time(16, 0)
    minutes: int = 60
    place: str = ""
    slots: int = 4
    slot_minutes: int = 10

    @property
    def starts(self) -> str:
        return f"{self.day.isoformat()}T{self.hour:%H:%M}"


@ft.component
def PlanMentorMeeting() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, new = session.words, ports.today(), use_once(ports.new_row)
    draft, change = use_draft(lambda: _as_last(mentor_meetings(ports, 1), today))
    usual = use_once(lambda: draft.day)
    doing = use_doing()

    def step() -> None:
        plan_mentor_meeting(
            ports,
            row=new,
            starts=draft.starts,
            minutes=draft.minutes,
            place=draft.place,
            slots=draft.slots,
            slot_minutes=draft.slot_minutes,
        )

    def keep() -> None:
        if doing.do(step):
            go(f"{PATH}/{new}")

    days = {usual, today + timedelta(days=7), today + timedelta(days=14)}
    talks = t.many("%(num)d talk", "%(num)d talks", draft.slots)
    parts: list[ft.Control] = [
        problem(doing.trouble),
        DayChoice(
            "day",
            t("Day"),
            [(first_up(t.day(day, today)), day) for day in sorted(days)],
            draft.day,
            lambda day: change(day=day or usual),
            today=today,
            first=today,
        ),
        HourField("hour", draft.hour, lambda hour: change(hour=hour), label=t("Hour")),
        Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("Place")),
        # Words: how long all mentors talk together
        _minutes(t, t("All together"), draft.minutes, lambda value: change(minutes=value), "minutes"),
        stack(
            [
                # Words: short talks of one mentor and the one who planned the meeting
                quiet(t("Talks of two, afterwards")),
                stepper(
                    draft.slots, lambda value: change(slots=value), words=talks, less=t("One less"),
                    more=t("One more"), step=1, most=MOST_SLOTS, key="slots",
                ),
            ],
            spacing=6,
        ),
    ]  # fmt: skip
    if draft.slots:
        # Words: how long one of several short talks is
        each = _minutes(t, t("Each of them"), draft.slot_minutes, lambda value: change(slot_minutes=value), "each")
        parts.append(each)
    return screen(
        t("Plan a mentor meeting"),
        parts,
        t=t,
        path=f"{PATH}/new",
        back=PATH,
        foot=[keep_button(t("Keep"), keep)],
    )


def _minutes(t: Words, label: str, value: int, on_change: Callable[[int], None], key: str) -> ft.Control:
    return stack([quiet(label), lasted(t, value, on_change, key=key)], spacing=6)


def _as_last(known: list[MentorMeeting], today: date) -> Draft:
    if not known or not known[0].starts:
        return Draft(today + timedelta(days=7))
    last = known[0]
    then = datetime.fromisoformat(last.starts)
    day = then.date() + MONTH
    return Draft(
        day if day > today else today + timedelta(days=7),
        then.time(),
        last.minutes or 0,
        last.place,
        last.slots or 0,
        last.slot_minutes or 0,
    )
