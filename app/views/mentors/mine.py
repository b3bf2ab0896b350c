"""What I offer as a mentor: said by herself, on her own phone, with one tap each."""

from __future__ import annotations

from datetime import timedelta

import flet as ft

from app.domain.matching import toggled
from app.journeys.mentors import MOST_MENTEES, change_my_offer, my_offer
from app.records import Mentor
from app.views.forms import use_doing
from app.views.kit import body, empty_state, problem, quiet, quiet_button, screen, section, stack, stepper
from app.views.mentors.chips import agreeing
from app.views.mentors.mentor import REST_DAYS
from app.views.mentors.mentor_words import stage_said
from app.views.session import use_live, use_ports, use_session

PATH = "/more/my-offer"


@ft.component
def MyOffer() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    mine = use_live(lambda: my_offer(ports), Mentor)
    doing = use_doing()
    title = t("What I offer as a mentor")
    if mine is None:
        hint = t("Ask your coordinator to choose you on your page among the mentors.")
        none = empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("Nobody has written you down as a mentor yet."), hint)
        return screen(title, [none], t=t, path=PATH, back=session.trail.tab)

    def change(**brings: object) -> None:
        doing.do(lambda: change_my_offer(ports, shown=mine, **brings))  # type: ignore[arg-type]  # one field each

    def brings(field: str, value: str) -> None:
        now = my_offer(ports) or mine  # two quick taps: what stands, not what was drawn
        change(**{field: toggled(getattr(now, field), value, field)})

    room = 1 if mine.capacity is None else mine.capacity
    resting = mine.rests_until is not None and mine.rests_until > today
    until = None if resting else today + timedelta(days=REST_DAYS)
    pause = quiet_button(
        t("My pause is over") if resting else t("I need a pause of three months"),
        lambda: change(rests_until=until),
        key="pause",
    )
    parts: list[ft.Control] = [
        problem(doing.trouble),
        body(t("Each tap is kept. It helps to find somebody who fits you.")),
        stack(agreeing(t, ports, mine, brings), spacing=20),
        section(
            t("Room for"),
            [
                stepper(
                    room,
                    lambda value: change(capacity=value),
                    words=t.many("%(num)d mentee", "%(num)d mentees", room),
                    less=t("One less"),
                    more=t("One more"),
                    step=1,
                    most=MOST_MENTEES,
                    key="room",
                )
            ],
        ),
        *([quiet(stage_said(t, "rests", mine, today))] if resting else []),
        ft.Row([pause]),
        quiet(t("All who work here read it. Your name and how you became a mentor are not changed here.")),
    ]
    return screen(title, parts, t=t, path=PATH, under=t.isolated(mine.name), back=session.trail.tab)
