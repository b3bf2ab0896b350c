"""Her number, and when a message is safe: asked of her, in her words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta

import flet as ft

from app.i18n import N_
from app.i18n.words import first_up
from app.journeys.safe_contact import keep_reach
from app.ports import Refusal
from app.records import Mentee, Reach
from app.views.chosen import offered, tapped
from app.views.forms import use_doing, use_draft, use_once
from app.views.interpreter import interpreter
from app.views.kit import Field, HourField, body, choice, keep_button, problem, screen, some, stack
from app.views.session import go, use_ports, use_words

REACHES = {
    # Words: when a message to her is safe
    Reach.ANY.value: N_("At any time"),
    # Words: when a message to her is safe
    Reach.TIMES.value: N_("Only at these times"),
    # Words: when a message to her is safe
    Reach.NEVER.value: N_("Never by message"),
}
ASK_HER, IS_SAFE = N_("Ask her: who else looks at her phone, and when?"), N_("A message is safe")
MONDAY = date(2024, 1, 1)


@dataclass
class Draft:
    """What is being typed."""

    phone: str = ""
    reach: str = ""
    days: list[str] = field(default_factory=list)
    opens: time = time(9, 0)
    closes: time = time(14, 0)

    @staticmethod
    def of(mentee: Mentee) -> Draft:
        draft = Draft(mentee.phone, mentee.reach, list(mentee.safe_days))
        try:
            return Draft(**vars(draft) | _hours(mentee))
        except ValueError:
            return draft


@ft.component
def ReachHer() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    shown = use_once(lambda: ports.store.get(Mentee, path.rpartition("/")[2]))
    draft, change = use_draft(lambda: Draft.of(shown) if shown else Draft())
    doing = use_doing()

    def step() -> None:
        if shown is None:
            raise Refusal(N_("There is nothing here."))
        keep_reach(
            ports,
            shown=shown,
            phone=draft.phone,
            reach=draft.reach,
            days="".join(draft.days),
            opens=f"{draft.opens:%H:%M}",
            closes=f"{draft.closes:%H:%M}",
        )

    def keep() -> None:
        if doing.do(step):
            go(path)

    weekdays = [(str(num + 1), first_up(t.weekday(MONDAY + timedelta(days=num)))) for num in range(7)]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        *interpreter(t, [ASK_HER, IS_SAFE, *REACHES.values()]),
        body(t(ASK_HER)),
        Field(
            "phone",
            draft.phone,
            lambda text: setattr(draft, "phone", text),
            label=t("Phone"),
            keyboard=ft.KeyboardType.PHONE,
            ltr=True,
        ),
        choice(t(IS_SAFE), offered(t, REACHES), draft.reach, lambda value: change(reach=value), key="reach"),
    ]
    if draft.reach == Reach.TIMES:
        parts += [
            some(
                t("On these days"),
                weekdays,
                draft.days,
                lambda day: change(days=tapped(draft.days, day, dict(weekdays))),
                key="day",
            ),
            stack(
                [
                    HourField("opens", draft.opens, lambda hour: change(opens=hour), label=t("From")),
                    HourField("closes", draft.closes, lambda hour: change(closes=hour), label=t("To")),
                ]
            ),
        ]
    return screen(
        t("Reaching her safely"), parts, t=t, path=f"{path}/reach", back=path, foot=[keep_button(t("Keep"), keep)]
    )


def _hours(mentee: Mentee) -> dict[str, time]:
    texts = {"opens": mentee.safe_from, "closes": mentee.safe_to}
    return {name: time.fromisoformat(text) for name, text in texts.items() if text}
