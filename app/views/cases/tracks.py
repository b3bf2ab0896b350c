"""What is worked on with her: each track goes on, rests for a while or is done; a new one is one tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.tracks import begin_track, end_track, go_on, step_back, tracks_of
from app.records import Track
from app.views.cases.known import no_file, use_mentee
from app.views.cases.track_words import RESTS, TRACKS
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    DayChoice,
    body,
    card,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    stack,
)
from app.views.session import use_live, use_ports, use_session


@dataclass
class Draft:
    """Which track is to rest, why and until when."""

    row: str = ""
    resting: str = ""
    why: str = ""
    again_on: date | None = None


@ft.component
def Tracks() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    tracks = use_live(lambda: tracks_of(ports, mentee) if mentee else [], Track)
    draft, change = use_draft(lambda: Draft(row=ports.new_row()))
    doing = use_doing()
    if mentee is None:
        return no_file(t)

    def begin(kind: str) -> None:
        if doing.do(lambda: begin_track(ports, row=draft.row, mentee=mentee, kind=kind)):
            change(row=ports.new_row())

    def rest(track: Track) -> None:
        if doing.do(lambda: step_back(ports, shown=track, why=draft.why, look_again_on=draft.again_on)):
            change(resting="")

    def paper(track: Track) -> ft.Control:
        lines: list[ft.Control] = [body(t(TRACKS.get(track.kind, "")) or t("Something else"), size=18, strong=True)]
        lines.append(quiet(track_said(t, track, today)))
        if draft.resting == track.id:
            again = [
                (first_up(t.by_date(day, today)), day) for day in (today + timedelta(days=n) for n in (14, 28, 56))
            ]
            lines += [
                choice(
                    t("Why it rests"),
                    offered(t, RESTS),
                    draft.why,
                    lambda why: change(why=why),
                    key="why",
                ),
                DayChoice(
                    "again", t("Look again"), again, draft.again_on, lambda day: change(again_on=day), today=today
                ),
                keep_button(t("Let it rest"), lambda: rest(track), key="rest"),
            ]
        elif track.rests_since:
            on = quiet_button(t("It goes on"), lambda: go_on(ports, shown=track), key=f"on-{track.id}")
            lines.append(ft.Row([on]))
        else:
            # Words: two buttons on a track: pause it for a while; it is finished
            pause = quiet_button(
                t("Step back"),
                lambda: change(resting=track.id, why="", again_on=today + timedelta(days=28)),
                key=f"back-{track.id}",
            )
            done = quiet_button(t("Done with this"), lambda: end_track(ports, shown=track), key=f"end-{track.id}")
            lines.append(ft.Row([pause, done], wrap=True, spacing=4))
        return card(stack(lines), key=f"track-{track.id}")

    begun = {track.kind for track in tracks}
    free = [(kind, t(words)) for kind, words in TRACKS.items() if kind not in begun]
    parts: list[ft.Control] = [problem(doing.trouble)]
    if tracks and all(track.rests_since for track in tracks):
        parts.append(problem(t("All tracks rest. Find one small thing that goes on."), key="all-rest"))
    parts += [paper(track) for track in tracks] or [
        empty_state(ft.Icons.ALT_ROUTE, t("Nothing is worked on yet."), t("Choose what she begins with."))
    ]
    if free:
        parts.append(choice(t("Begin with"), free, "", begin, key="begin"))
    parts.append(quiet(t("One track may rest while the others go on. To rest is no fault.")))
    return screen(
        t("Tracks"),
        parts,
        t=t,
        path=f"/cases/{mentee.id}/tracks",
        under=t.isolated(mentee.name),
        back=f"/cases/{mentee.id}",
        spacing=12,
    )


def track_said(t: Words, track: Track, today: date) -> str:
    """It goes on, or why it rests and when somebody looks again."""
    if not track.rests_since:
        # Words: of a track: it is worked on now
        return t("Goes on")
    why = t(RESTS[track.rests_for]) if track.rests_for in RESTS else t("Rests for now")
    again = t("Look again %(day)s", day=t.day(track.look_again_on, today)) if track.look_again_on else ""
    return " · ".join(part for part in (why, again) if part)
