"""All mentors: where each stands on the way, and for how many mentees there is room. A new one is one line."""

from __future__ import annotations

import flet as ft

from app.domain.matching import agreed_with, is_active, places_left, stage
from app.i18n import Words
from app.journeys.areas import usual_area
from app.journeys.mentors import add_mentor, mentors, paths
from app.records import Agreement, Match, Mentor, MentorPath
from app.views.areas import area_row
from app.views.forms import use_chosen, use_doing, use_draft, use_once
from app.views.kit import Field, empty_state, keep_button, problem, quiet, quiet_button, row, screen, sheet
from app.views.mentors.mentor_words import stage_said
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session

PATH = "/mentors"


@ft.component
def Mentors() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    pages = use_pages()
    found = use_live(lambda: mentors(ports, limit=pages.limit), Mentor)
    ways = use_live(lambda: paths(ports), MentorPath)
    matches = use_live(lambda: ports.store.find(Match), Match)
    agreed = use_live(lambda: ports.store.find(Agreement), Agreement)

    def line(mentor: Mentor) -> ft.Control:
        at = stage(ways.get(mentor.id), mentor, today, active=is_active(mentor, matches, agreed, today))
        may = at in {"ready", "active"}
        return row(
            t.isolated(mentor.name) or t("Without a name"),
            under=stage_said(t, at, mentor, today),
            leading=ft.Icon(ft.Icons.HANDSHAKE if may else ft.Icons.ROUTE, color=ft.Colors.PRIMARY),
            trailing=quiet(_room(t, mentor, matches, agreed_with(mentor, matches, agreed, today))) if may else None,
            on_tap=lambda: go(f"{PATH}/{mentor.id}"),
            key=f"mentor-{mentor.id}",
            arrow=True,
        )

    parts: list[ft.Control] = []
    if found:
        parts.append(sheet([line(mentor) for mentor in pages.of(found)]))
    else:
        parts.append(empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("No mentors yet."), t("Write down who is interested.")))
    parts += pages.way_on(found)
    event = quiet_button(
        t("They choose each other at an event"), lambda: go(f"{PATH}/event"), key="to-event", icon=ft.Icons.DIVERSITY_1
    )
    parts.append(ft.Row([event], wrap=True))
    foot = [keep_button(t("Somebody is interested"), lambda: go(f"{PATH}/new"), key="new")]
    return screen(t("Mentors"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)


@ft.component
def NewMentor() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, _change = use_draft(dict[str, str])
    doing, new = use_doing(), use_once(ports.new_row)
    area, set_area = use_chosen(lambda: usual_area(ports))

    def keep() -> None:
        if doing.do(lambda: add_mentor(ports, row=new, name=draft.get("name", ""), space=area)):
            go(f"{PATH}/{new}")

    parts = [
        problem(doing.trouble),
        Field("name", "", lambda text: draft.__setitem__("name", text), label=t("Her or his name")),
        *area_row(t, ports, area, set_area),
        quiet(t("The name and what she brings are seen by all who work here. How she becomes a mentor is not.")),
    ]
    return screen(t("A new mentor"), parts, t=t, path=f"{PATH}/new", back=PATH, foot=[keep_button(t("Keep"), keep)])


def _room(t: Words, mentor: Mentor, matches: list[Match], agreed: set[str]) -> str:
    left = places_left(mentor, matches, agreed)
    # Words: how many mentees more a mentor has room for
    return t.many("room for %(num)d", "room for %(num)d", left) if left else t("no room now")
