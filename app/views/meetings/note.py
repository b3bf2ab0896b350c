"""The note to a meeting: written later, or changed. The new text answers to what stood there when the screen opened."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.journeys.meetings import add_note, change_note, note_of
from app.records import Meeting, MeetingNote
from app.storage.saw import Saw
from app.storage.store import Store
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import keep_button, problem, screen
from app.views.meetings.log_more import note_of_it
from app.views.session import go, use_ports, use_words


@dataclass
class Draft:
    """The two texts as they are being typed."""

    note: str = ""
    thought: str = ""


@ft.component
def ChangeNote() -> ft.View:
    ports, t = use_ports(), use_words()
    row = ft.use_route_params().get("id", "")
    path = f"/meetings/{row}"
    meeting = ports.store.get(Meeting, row)
    opened = use_once(lambda: _open(ports.store, note_of(ports, meeting) if meeting else None))
    draft, _change = use_draft(lambda: Draft(opened[0].text, opened[0].thought) if opened else Draft())
    doing = use_doing()

    def step() -> None:
        if opened:
            change_note(ports, shown=opened[0], saw=opened[1], text=draft.note, thought=draft.thought)
        elif meeting and (draft.note.strip() or draft.thought.strip()):
            add_note(ports, meeting=meeting, text=draft.note, thought=draft.thought)

    def keep() -> None:
        if doing.do(step):
            go(path)

    return screen(
        t("Note"),
        [problem(doing.trouble), note_of_it(t, draft)],
        t=t,
        path=f"{path}/note",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _open(store: Store, note: MeetingNote | None) -> tuple[MeetingNote, Saw] | None:
    return (note, store.seen(note)) if note else None
