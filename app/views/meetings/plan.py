"""Plan a meeting: with whom, which day, which hour, where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

import flet as ft

from app.i18n.words import first_up
from app.journeys.first_meeting import plan_as_three
from app.journeys.meetings import plan_meeting
from app.ports import Refusal
from app.records import Match, Mentee
from app.storage.order import by_name
from app.views.chosen import offered
from app.views.forms import use_draft, use_once
from app.views.kit import DayChoice, Field, HourField, choice, keep_button, problem, screen
from app.views.meetings.meeting_words import PLACES
from app.views.meetings.who import who
from app.views.session import go, use_live, use_ports, use_session, use_words


@dataclass
class Draft:
    """What is being typed."""

    mentee: str = ""
    day: date | None = None
    hour: time = time(10, 0)
    place: str = ""
    place_kind: str = ""

    @property
    def starts(self) -> str:
        return f"{self.day.isoformat()}T{self.hour:%H:%M}" if self.day else ""


@ft.component
def PlanMeeting() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = use_once(ports.new_row)
    mentees = use_live(lambda: ports.store.find(Mentee, order_by=by_name(Mentee.name)), Mentee)
    with_her = ft.use_route_params().get("with", "")
    of_three = ft.use_route_params().get("match", "")  # a mentor who is proposed to her comes along
    match = use_once(lambda: ports.store.get(Match, of_three) if of_three else None)
    first_day = match.meets_on if match and match.meets_on and match.meets_on >= ports.today() else None
    draft, change = use_draft(lambda: Draft(mentees[0].id if len(mentees) == 1 else with_her, first_day))
    trouble, set_trouble = ft.use_state("")
    today = ports.today()

    path = "/".join(["/meetings/plan", *filter(None, [with_her, f"three/{match.id}" if match else ""])])
    back = f"/cases/{with_her}/match" if match else session.trail.tab

    def keep() -> None:
        mentee = next((one for one in mentees if one.id == draft.mentee), None)
        if mentee is None:
            set_trouble(t("Choose whom you meet."))
            return
        said: dict[str, Any] = {
            "mentee": mentee,
            "starts": draft.starts,
            "place": draft.place,
            "place_kind": draft.place_kind,
        }
        try:
            if match:
                plan_as_three(ports, shown=match, **said)
            else:
                plan_meeting(ports, row=row, **said)
        except Refusal as no:
            set_trouble(t(no.text, **no.blanks))
        else:
            go(back)

    return screen(
        t("Plan a meeting"),
        [
            problem(trouble),
            *([] if match else [who(t, mentees, draft.mentee, lambda value: change(mentee=value))]),
            DayChoice(
                "day",
                t("Day"),
                [
                    (t("Today"), today),
                    (t("Tomorrow"), today + timedelta(days=1)),
                    (first_up(t.by_date(today + timedelta(days=7), today)), today + timedelta(days=7)),
                ],
                draft.day,
                lambda day: change(day=day),
                today=today,
                first=today,
            ),
            HourField("hour", draft.hour, lambda hour: change(hour=hour), label=t("Hour")),
            choice(
                t("What kind of place"),
                offered(t, PLACES),
                draft.place_kind,
                lambda kind: change(place_kind=kind),
                key="kind",
            ),
            Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("Place")),
        ],
        t=t,
        path=path,
        under=t("The three of you meet") if match else "",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
