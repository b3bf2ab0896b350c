"""A small thing to do in Danish with somebody: a paper on her screen, and *we did it* in one tap."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.aloud import DANISH
from app.journeys.missions import NOBODY_SAYS, mission_of, missions_of, missions_told, tell_mission
from app.journeys.practice import Practice
from app.records import MissionTold
from app.views.aloud import Speaker, in_both
from app.views.forms import use_doing, use_once
from app.views.kit import body, paper, problem, quiet, quiet_button, stack, tonal_button
from app.views.letter.dial import marked
from app.views.practice.hears import both, in_deck_words
from app.views.practice.pictures import deck_drawing
from app.views.session import use_live, use_ports, use_words


@ft.component
def MissionNow(practice: Practice) -> ft.Control:
    """The one she has now; done, it stays until she leaves the screen. Nothing where no deck has one."""
    ports, t = use_ports(), use_words()
    plans = ports.store.places("plan")
    space = plans[0].space if plans else ""
    there = missions_of(deck for name, deck in practice.decks.items() if name in practice.wanted)
    told = use_live(lambda: missions_told(ports, space) if space else {}, MissionTold)
    now = use_once(lambda: mission_of(ports.today(), there, [each for each, who in told.items() if who.mine]))
    if now not in there:
        return ft.Container()
    deck, mission = there[now]
    said = both(deck, mission)
    lines: list[ft.Control] = [
        # Words: over one small thing in Danish to do in everyday life, with a mentor or a colleague
        quiet(t("Try it with somebody"), size=17),
        body(t.isolated(mission.da), size=22, strong=True),
    ]
    if t.code != DANISH and (hers := said.get(t.code)):
        lines.append(quiet(hers, size=18))
    if space:
        lines.append(WeDidIt(space, now, mine=told.get(now, NOBODY_SAYS).mine))
    face = deck_drawing([deck], mission.picture, size=72) if mission.picture else None
    aloud = [*in_both(t, marked("Try it with somebody")), *in_deck_words(t, said)]
    if space:
        aloud += in_both(t, marked("We did it"))
    speaker = Speaker(aloud, mission.da)
    return paper(lines, picture="together", face=face, speaker=speaker, key="mission")


@ft.component
def WeDidIt(space: str, mission: str, *, mine: bool) -> ft.Control:
    """One tap; told, it can be taken back. `mine` = I have said so."""
    ports, t = use_ports(), use_words()
    doing = use_doing()
    tell = partial(doing.do, lambda: tell_mission(ports, space=space, mission=mission, done=not mine))
    if not mine:
        # Words: she did it with her mentor or a colleague: a mission in everyday life
        did = tonal_button(t("We did it"), tell, key=f"did-{mission}", icon=ft.Icons.CHECK)
        return stack([did, problem(doing.trouble)], spacing=0)
    sign = ft.Icon(ft.Icons.CHECK_CIRCLE, color=ft.Colors.PRIMARY)
    done = ft.Container(content=body(t("We did it"), size=20, strong=True), expand=True)
    back = quiet_button(t("Not yet"), tell, key=f"undo-{mission}")
    return stack([ft.Row([sign, done, back], spacing=12), problem(doing.trouble)], spacing=0)
