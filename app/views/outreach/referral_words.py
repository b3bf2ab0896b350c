"""How a referral is said in one line."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import Came, Direction, Referral

REFERRAL_ICON = ft.Icons.ALT_ROUTE
WAYS = {
    # Words: we sent her somewhere
    Direction.OUT.value: N_("We sent her there"),
    # Words: somebody sent her to us
    Direction.IN.value: N_("She was sent to us"),
}
NEARBY = (
    # Words: where somebody is sent, or was sent from; the next ones too
    N_("Municipality"),
    # Words: the Danish "jobcenter"
    N_("Job centre"),
    N_("Language school"),
    N_("School"),
    N_("Doctor"),
    N_("Library"),
    # Words: a society of people who meet of their own will: a women's club, a sports club
    N_("A club"),
    # Words: the society that owns the houses and lets the flats
    N_("Housing association"),
    # Words: where somebody is sent, or was sent from: somebody she knows
    N_("Family or friends"),
    N_("Another place"),
)
CAME = {
    # Words: what came of sending somebody to a course or a doctor; the next ones too
    Came.BEGAN.value: N_("She began there"),
    Came.NOT_YET.value: N_("Not yet"),
    Came.NO_ROOM.value: N_("There was no room"),
    Came.NOT_FOR_HER.value: N_("It was not for her"),
}


def referral_said(t: Words, one: Referral, today: date) -> str:
    """Which way, when, and what is known of it."""
    parts = [t(WAYS[one.direction])] if one.direction in WAYS else []
    if one.came in CAME:
        parts.append(t(CAME[one.came]))
    elif one.day:
        parts.append(t.day(one.day, today))
    return first_up(" · ".join(parts))
