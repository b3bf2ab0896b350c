"""Letting all prompts about one mentee rest until a day. Why is asked of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n import N_
from app.journeys.agreements import let_rest
from app.ports import Refusal
from app.records import Mentee
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import DayChoice, body, keep_button, problem, quiet, screen
from app.views.session import go, use_ports, use_words


@dataclass
class Draft:
    """Until when."""

    until: date | None = None


@ft.component
def LetRest() -> ft.View:
    ports, t = use_ports(), use_words()
    today = ports.today()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    shown = use_once(lambda: ports.store.get(Mentee, path.rpartition("/")[2]))
    draft, change = use_draft(lambda: Draft(shown.quiet_until if shown else None))
    doing = use_doing()

    def step() -> None:
        if shown is None:
            raise Refusal(N_("There is nothing here."))
        let_rest(ports, shown=shown, until=draft.until)

    def keep() -> None:
        if doing.do(step):
            go(path)

    days: list[tuple[str, date | None]] = [
        (t.many("%(num)d week", "%(num)d weeks", num), today + timedelta(weeks=num)) for num in (1, 2, 4)
    ]
    # Words: a choice beside "1 week": prompts do not rest, they come as always
    days.append((t("Not at all"), None))
    return screen(
        t("Let prompts rest"),
        [
            problem(doing.trouble),
            body(t("For hard times: until that day the app reminds nobody that you have not met.")),
            DayChoice(
                "until", t("How long"), days, draft.until, lambda day: change(until=day), today=today, first=today
            ),
            quiet(t("The coordinators see the day. Why is not written anywhere.")),
        ],
        t=t,
        path=f"{path}/rest",
        back=path,
        foot=[keep_button(t("Keep"), keep)],
    )
