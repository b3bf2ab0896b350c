"""Her strengths, for who walks with her: her card, and what her coming speaks for, to be put there with one tap."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.journeys.her_plan import plan_space
from app.journeys.strengths import choose_strength, shown_by_coming, strengths
from app.records import Attendance, Meeting, Mentee, Strength
from app.views.example_voice import HearExample
from app.views.forms import use_doing
from app.views.kit import drawing, empty_state, problem, quiet, row, screen, section, sheet, tonal_button
from app.views.mentees.whose import name_of
from app.views.session import use_live, use_ports, use_session
from app.views.strength_words import STRENGTHS, strength_called


@ft.component
def HerStrengths() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    her = ft.use_route_params().get("id", "")
    mentee = use_live(lambda: ports.store.get(Mentee, her), Mentee)
    path = f"/mentees/{her}"
    plan = plan_space(ports, mentee)
    there = use_live(lambda: strengths(ports, plan), Strength)
    on_card = {one.kind for one in there}
    offered = use_live(
        lambda: shown_by_coming(ports, mentee, on_card) if mentee and plan else [], Meeting, Attendance, Strength
    )
    doing = use_doing()

    def add(kind: str) -> None:
        doing.do(lambda: choose_strength(ports, space=plan, kind=kind, wanted=True))

    parts: list[ft.Control] = [problem(doing.trouble)]
    if there:
        lines = [
            row(
                strength_called(t, one),
                under=t.isolated(f"“{one.text}”") if one.text else "",
                leading=drawing(STRENGTHS.get(one.kind, ("star", ""))[0], size=40),
                key=f"strength-{one.kind}",
                under_lines=3,
            )
            for one in there
        ]
        parts.append(sheet(lines))
        parts += [section(strength_called(t, one), [HearExample(one)]) for one in there if one.voice]
    else:
        hint = t("She has chosen nothing yet. You can look at the pictures together.")
        parts.append(empty_state(ft.Icons.STAR_OUTLINE, t("None yet"), hint))
    for one in offered:
        picture, words = STRENGTHS[one.kind]
        # Words: under something a mentee is good at: how often it was seen
        seen = t("She came %(times)d of %(of)d times", times=one.times, of=one.of) if one.kind == "on_time" else ""
        line = row(t(words), under=seen, leading=drawing(picture, size=40), key=f"offered-{one.kind}")
        put = tonal_button(t("Put it on her card"), partial(add, one.kind), key=f"put-{one.kind}", icon=ft.Icons.ADD)
        # Words: heading over what a mentee is good at because she came so often
        parts.append(section(t("What her attendance shows"), [sheet([line]), put]))
    parts.append(quiet(t("She gets a CV only when she asks for one.")))
    return screen(t("Her strengths"), parts, t=t, path=f"{path}/strengths", under=name_of(mentee), back=path)
