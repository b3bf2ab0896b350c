"""Who works here, as the logs tell it."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE
from app.journeys.people import people
from app.records import MemberCard
from app.views.kit import picture, quiet, row, screen, sheet
from app.views.more.role_words import ROLES
from app.views.session import use_live, use_ports, use_session


@ft.component
def Team() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    known = use_live(lambda: [one for one in people(ports) if one.card.role != MENTEE], MemberCard)
    named = [one for one in known if one.card.name]
    unnamed = len(known) - len(named)
    lines: list[ft.Control] = [
        row(
            one.card.name,
            under=t(ROLES[one.card.role]) if one.card.role in ROLES else "",
            leading=picture(one.card.picture, size=40),
            trailing=None if one.devices else quiet(t("invited")),
            key=f"person-{one.person.hex()}",
        )
        for one in named
    ]
    parts: list[ft.Control] = [sheet(lines)]
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
