"""What a pair agreed on, on the mentee's file."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.records import Agreement
from app.views.chosen import chosen
from app.views.kit import body, card, fact, quiet, quiet_button, section, stack
from app.views.meetings.meeting_words import PLACES, minutes
from app.views.mentees.agreement_words import cadence, ways
from app.views.session import go, use_ports, use_words
from app.views.side_by_side import Settling, unsettled
from app.views.talk_words import topics


@ft.component
def Agreed(agreed: Sequence[Agreement], path: str) -> ft.Control:
    """One card for each pair; the way to change it."""
    ports, t = use_ports(), use_words()
    today = ports.today()
    change = quiet_button(
        t("Change") if agreed else t("Agree on something"), lambda: go(f"{path}/agreement"), key="agreement"
    )

    def paper(one: Agreement) -> ft.Control:
        often = " · ".join(part for part in (cadence(t, one), minutes(t, one.minutes) if one.minutes else "") if part)
        facts = [
            (ft.Icons.EVENT_REPEAT_OUTLINED, t("How often"), often),
            (ft.Icons.FLAG_OUTLINED, t("What for"), topics(t, one.purpose)),
            (ft.Icons.PLACE_OUTLINED, t("Place"), chosen(t, PLACES, one.place_kind)),
            (ft.Icons.CHAT_BUBBLE_OUTLINE, t("How you reach each other"), ways(t, one)),
            (
                ft.Icons.DOOR_FRONT_DOOR_OUTLINED,
                t("Coming without a word before"),
                t("Agreed") if one.unannounced else t("Not agreed"),
            ),
            (ft.Icons.EVENT_AVAILABLE_OUTLINED, t("Until"), t.by_date(one.until, today) if one.until else ""),
        ]
        lines: list[ft.Control] = [fact(icon, name, value) for icon, name, value in facts if value]
        if unsettled(ports.store, one):
            lines.append(Settling(one))
        elif one.words:
            lines.append(body(t.isolated(f"“{one.words}”")))
        return card(stack(lines, spacing=16), key=f"agreed-{one.id}")

    # Words: heading over what a mentor and a mentee agreed on
    papers: list[ft.Control] = [paper(one) for one in agreed] or [quiet(t("Nothing is agreed yet."))]
    return section(t("Agreement"), papers, action=change)
