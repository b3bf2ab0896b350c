"""What was said when a placement ended, what succeeded first."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.i18n import Words
from app.records import Debrief
from app.views.chosen import all_chosen, chosen
from app.views.kit import card, fact, section, stack
from app.views.work.work_words import HARD, SUCCEEDED, THENS


def debrief_told(t: Words, said: Debrief, today: date) -> ft.Control:
    """Only what was said."""
    told = (
        (ft.Icons.STAR_OUTLINE, t("What succeeded"), all_chosen(t, SUCCEEDED, said.succeeded)),
        (ft.Icons.EVENT_AVAILABLE, t("Days"), days_said(t, said.days_came, said.days_agreed)),
        (ft.Icons.FAVORITE_BORDER, t("What she is proud of"), t.isolated(said.words)),
        (ft.Icons.TERRAIN, t("What was hard"), all_chosen(t, HARD, said.hard)),
        (ft.Icons.ARROW_UPWARD, t("What comes next"), chosen(t, THENS, said.goes_on_with)),
    )
    facts = [fact(icon, label, words) for icon, label, words in told if words]
    day = t.day(said.held_on, today) if said.held_on else ""
    return section(t("Talked over %(day)s", day=day) if day else t("Talked over"), [card(stack(facts, spacing=16))])


def days_said(t: Words, came: int | None, agreed: int | None) -> str:
    """As in "came 5 of 6 days"; nothing when nobody counted."""
    if came is None or not agreed:
        return ""
    return t.many("Came %(came)d of %(num)d day", "Came %(came)d of %(num)d days", agreed, came=came)
