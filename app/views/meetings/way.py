"""How she gets to the next meeting: one tap on a picture, and for a bus or a train the line and the stop."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.journeys.ways import RIDES, tell_way, way_of
from app.records import Appointment, Meeting
from app.views.forms import use_doing, use_draft, use_once
from app.views.gone import no_meeting
from app.views.kit import (
    Field,
    answer_button,
    body,
    card,
    drawing,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    section,
    stack,
)
from app.views.session import go, use_live, use_ports, use_words
from app.views.way_words import WAYS, way_said


@dataclass
class Draft:
    """As it is being chosen and typed."""

    way: str
    line: str
    stop: str


@ft.component
def TellWay() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = use_once(lambda: ports.store.get(Meeting, path.rpartition("/")[2]))
    shown = use_once(lambda: way_of(ports, meeting) if meeting else None)
    draft, change = use_draft(lambda: Draft(shown.travel, shown.line, shown.stop) if shown else Draft("", "", ""))
    doing = use_doing()
    if shown is None:
        return no_meeting(t, t("How to get there"), path=f"{path}/way", back=path)

    def keep() -> None:
        if doing.do(lambda: tell_way(ports, shown=shown, **vars(draft))):
            go(path)

    def way(value: str, picture: str, words: str) -> ft.Control:
        chosen = draft.way == value
        choose = lambda: change(way="" if chosen else value)
        return answer_button(picture, t(words), choose, chosen=chosen, key=f"way-{value}", size=17)

    parts: list[ft.Control] = [problem(doing.trouble), *(way(value, *each) for value, each in WAYS.items())]
    if draft.way in RIDES:
        # Words: a field: the number or name of a bus or train, such as 4A
        line = Field("line", draft.line, lambda text: setattr(draft, "line", text), label=t("Number of the line"))
        # Words: a field: the stop or station where the mentee leaves the bus or train
        stop = Field("stop", draft.stop, lambda text: setattr(draft, "stop", text), label=t("Where she gets off"))
        parts += [line, stop]
    parts.append(quiet(t("She sees and hears it with the meeting. It is known again at this place.")))
    return screen(
        t("How to get there"),
        [stack(parts)],
        t=t,
        path=f"{path}/way",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


@ft.component
def TheWay(meeting: Meeting) -> ft.Control:
    """On the page of a meeting to come: how she gets there, or the way to say it."""
    ports, t = use_ports(), use_words()
    hers = use_live(lambda: way_of(ports, meeting), Appointment)
    if hers is None:
        return ft.Container()
    to_way = lambda: go(f"/meetings/{meeting.id}/way")
    told = way_said(t, hers)
    if not told:
        return quiet_button(t("How to get there"), to_way, key="way", icon=ft.Icons.DIRECTIONS_OUTLINED)
    face = drawing(WAYS[hers.travel][0], size=40)
    said = ft.Container(content=stack([body(each) for each in told], spacing=2), expand=True)
    shown = card(ft.Row([face, said], spacing=16))
    return section(t("How to get there"), [shown], action=quiet_button(t("Change"), to_way, key="way"))
