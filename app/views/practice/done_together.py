"""On a mentee's page: small things in Danish that she and her mentor do in life, and who says that they did."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import Deck
from app.journeys.missions import NOBODY_SAYS, missions_of, missions_told, tell_mission
from app.records import MissionTold
from app.views.forms import use_doing
from app.views.kit import body, problem, quiet, section, sheet, tappable
from app.views.practice.hears import both
from app.views.session import use_live, use_ports, use_words

AT_MOST = 3
"""Lines of what is still to be done."""


@ft.component
def MissionsTogether(space: str, decks: Mapping[str, Deck]) -> ft.Control:
    """What was done, and a few things that may be done at the next meeting. No day."""
    ports, t = use_ports(), use_words()
    doing = use_doing()
    there = missions_of(decks.values())
    told = use_live(lambda: missions_told(ports, space), MissionTold)
    left = [each for each in there if each not in told][:AT_MOST]
    shown = [*(each for each in told if each in there), *left]
    if not shown:
        return ft.Container()

    def line(word: str) -> ft.Control:
        (deck, mission), who = there[word], told.get(word, NOBODY_SAYS)
        sign = ft.Icons.CHECK_CIRCLE if who.mine else ft.Icons.RADIO_BUTTON_UNCHECKED
        named = ft.Icon(sign, color=ft.Colors.PRIMARY, semantics_label=t("Done") if who.mine else t("Not done yet"))
        lines: list[ft.Control] = [body(t.isolated(mission.da), strong=True)]
        if t.code != DANISH and (meant := both(deck, mission).get(t.code)):
            lines.append(quiet(meant))
        if who.others:
            # Words: on a mentor's screen, under a small thing in Danish that the mentee says the two have done
            lines.append(quiet(t("She says that you did it.")))
        written = ft.Column(lines, spacing=2, expand=True)
        tap = partial(doing.do, lambda: tell_mission(ports, space=space, mission=word, done=not who.mine))
        padding = ft.Padding.symmetric(horizontal=16, vertical=12)
        return tappable(ft.Row([named, written], spacing=12), tap, key=f"mission-{word}", padding=padding)

    # Words: under a list of small things in Danish that a mentor and a mentee may do in everyday life
    hint = quiet(t("Tap what you have done together."))
    # Words: on a mentee's page, over small things in Danish that her mentor and she may do in everyday life
    name = t("Try it in Danish")
    return section(name, [problem(doing.trouble), sheet([line(word) for word in shown]), hint])
