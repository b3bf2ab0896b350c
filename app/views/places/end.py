"""The end of a round: how long it took and, where people came, how many. Two taps when the minutes are right."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.domain.rounds import minutes_since, tally
from app.journeys.rounds import end_round, my_first_tap, rounds_at, taps_on
from app.records import Round, Spot, SpotKind
from app.views.forms import use_doing, use_draft, use_once
from app.views.gone import no_place
from app.views.kit import Field, body, keep_button, problem, quiet, screen, stack
from app.views.lasted import lasted
from app.views.places.place_words import progress
from app.views.session import go, use_live, use_ports, use_session


@dataclass
class Draft:
    """What is being told."""

    minutes: int
    heads: str = ""


@ft.component
def EndRound() -> ft.View:
    ports, session = use_ports(), use_session()
    t, row_id = session.words, ft.use_route_params().get("id", "")
    path, new = f"/places/{row_id}", use_once(ports.new_row)
    spot = use_once(lambda: ports.store.get(Spot, row_id))
    draft, change = use_draft(
        lambda: Draft(minutes_since(my_first_tap(ports, spot) if spot else "", ports.clock.local_now()))
    )
    doing = use_doing()
    told = use_live(lambda: [one for one in rounds_at(ports, spot) if one.day == ports.today()] if spot else [], Round)
    if spot is None:
        return no_place(t, f"{path}/end")

    def keep() -> None:
        heads = int(draft.heads) if draft.heads.isdigit() else None
        if doing.do(lambda: end_round(ports, row=new, spot=spot, minutes=draft.minutes, heads=heads)):
            go("/places")

    minutes = lasted(t, draft.minutes, lambda value: change(minutes=value))
    done = progress(t, spot, tally(taps_on(ports, spot, ports.today())))
    parts: list[ft.Control] = [problem(doing.trouble)]
    if done:
        parts.append(body(done, size=20, strong=True))
    # Words: the minutes of one worker at a stairwell or an event, talking and walking
    parts.append(stack([quiet(t("Your time here")), minutes], spacing=6))
    if spot.kind != SpotKind.STAIRWELL:
        parts.append(
            Field(
                "heads",
                "",
                lambda text: setattr(draft, "heads", text),
                label=t("How many people came"),
                helper=t("A number and no names. What colleagues count is added to yours."),
                keyboard=ft.KeyboardType.NUMBER,
                digits=True,
            )
        )
        if counted := sum(one.heads or 0 for one in told):
            parts.append(quiet(t.many("%(num)d counted today", "%(num)d counted today", counted)))
    return screen(
        t("End the round"),
        parts,
        t=t,
        path=f"{path}/end",
        under=t.isolated(spot.name),
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
