"""Pairs who have not met for longer than they agreed on, on the Today of those who look after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import flet as ft

from app.domain.silence import Silence
from app.i18n import Words
from app.i18n.words import first_up
from app.records import Agreement, Ending, Match, Meeting, MemberCard, Mentee, Mentor
from app.views.kit import quiet_button, row, section, sheet
from app.views.mentees.agreement_words import cadence
from app.views.session import go

MOST = 6
PAIRS = (Agreement, Ending, Match, Meeting, MemberCard, Mentee, Mentor)
"""What they are read from."""


def not_met(t: Words, silent: Sequence[Silence], names: Mapping[str, str], today: date) -> list[ft.Control]:
    """Nothing at all when nobody waits."""

    def line(one: Silence) -> ft.Control:
        agreed = t("agreed: %(often)s", often=cadence(t, one.agreement))
        return row(
            names.get(one.agreement.mentee) or t("Somebody"),
            under=" · ".join((first_up(t.day(one.since, today)), agreed)),
            leading=ft.Icon(ft.Icons.FORUM_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/mentees/{one.agreement.mentee}"),
            key=f"silent-{one.agreement.id}",
            arrow=True,
        )

    lines = [line(one) for one in silent[:MOST]]
    if len(silent) > MOST:
        more = t.many("%(num)d more", "%(num)d more", len(silent) - MOST)
        lines.append(quiet_button(more, lambda: go("/mentees"), key="more-silent"))
    # Words: heading on a worker's Today, over pairs who have not met for longer than they agreed on
    return [section(t("Ask how it goes"), [sheet(lines)])] if lines else []
