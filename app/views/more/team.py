"""Who works here, as the logs tell it."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE
from app.journeys.people import Person, people
from app.records import MemberCard
from app.views.kit import picture, quiet, row, screen, section, sheet
from app.views.more.role_words import ROLES
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Team() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    everybody = use_live(lambda: people(ports), MemberCard)
    known = [one for one in everybody if one.card.role != MENTEE]
    named = [one for one in known if one.card.name]
    unnamed = len(known) - len(named)
    mentees = [one for one in everybody if one.card.role == MENTEE and one.card.name]

    def line(one: Person) -> ft.Control:
        other = one.devices and one.person != ports.me.person
        return row(
            one.card.name,
            under=t(ROLES[one.card.role]) if one.card.role in ROLES else "",
            leading=picture(one.card.picture, size=40),
            trailing=None if one.devices else quiet(t("invited")),
            on_tap=(lambda: go(f"/more/team/{one.person.hex()}")) if other else None,
            arrow=bool(other),
            key=f"person-{one.person.hex()}",
        )

    parts: list[ft.Control] = [sheet([line(one) for one in named])]
    if mentees:
        parts.append(section(t("Mentees"), [sheet([line(one) for one in mentees])]))
    if unnamed:
        parts.append(
            quiet(
                t.many(
                    "%(num)d person more, whose name you do not see.",
                    "%(num)d more, whose names you do not see.",
                    unnamed,
                )
            )
        )
    return screen(t("People who work here"), parts, t=t, path="/more/team", back=session.trail.tab)
